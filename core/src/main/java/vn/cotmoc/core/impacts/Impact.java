package vn.cotmoc.core.impacts;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.cotmoc.core.measure.Coded;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.scoring.Rating;

/**
 * What a release would change in a plan that follows its set.
 *
 * @param release of the nation
 * @param asOf on which day's figures
 * @param targets of the plan
 * @param moves how many of them would be rated otherwise, by what they are and what they would be
 * @param flagged how many would keep their rating and be flagged or valued otherwise
 */
public record Impact(
        UUID release,
        UUID plan,
        String planTitle,
        Period planPeriod,
        LocalDate asOf,
        int targets,
        Map<Move, Integer> moves,
        int flagged) {

    public Impact {
        moves = Map.copyOf(moves);
    }

    /** From one rating to another. */
    public record Move(Rating from, Rating to) implements Comparable<Move> {

        @Override
        public int compareTo(Move other) {
            return from == other.from ? to.compareTo(other.to) : from.compareTo(other.from);
        }
    }

    /** {@code on-track>at-risk 3, met>missed 1}; empty if none moves. */
    static String text(Map<Move, Integer> moves) {
        return new TreeMap<>(moves)
                .entrySet().stream()
                        .map(move -> "%s>%s %d"
                                .formatted(
                                        move.getKey().from().code(),
                                        move.getKey().to().code(),
                                        move.getValue()))
                        .collect(Collectors.joining(", "));
    }

    static Map<Move, Integer> moves(String text) {
        return Stream.of(text.split(", "))
                .filter(move -> !move.isEmpty())
                .map(move -> move.split("[> ]"))
                .collect(Collectors.toMap(
                        move -> new Move(Coded.read(Rating.class, move[0]), Coded.read(Rating.class, move[1])),
                        move -> Integer.parseInt(move[2])));
    }
}
