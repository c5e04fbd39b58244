package vn.cotmoc.core.scoring;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.measure.Coded;

/**
 * What a run keeps of one target.
 *
 * @param flags {@code behind-pace:high,missing:medium}
 * @param undecided what other cut points are laid against
 * @param fired the rules that matched, {@code a,b}
 * @param record letter by letter; null where it is drawn from another run's
 * @param recordIn the run whose record it is drawn from
 */
record FindingRow(
        UUID target,
        String rating,
        @Nullable BigDecimal attainment,
        @Nullable BigDecimal expected,
        String flags,
        String undecided,
        String fired,
        @Nullable String record,
        @Nullable UUID recordIn) {

    static FindingRow of(AssessPlan.Found found, String written) {
        Explanation record = found.record();
        return new FindingRow(
                record.id(),
                record.rating(),
                record.attainment() == null
                        ? null
                        : BigDecimal.valueOf(record.facts().attainmentMicros(), 6),
                record.expected() == null ? null : new BigDecimal(record.expected()),
                record.flags().stream()
                        .map(flag -> flag.code() + ":" + flag.severity())
                        .collect(Collectors.joining(",")),
                found.undecided().text(),
                record.reasons().stream().map(Explanation.Reason::rule).collect(Collectors.joining(",")),
                written,
                null);
    }

    /** What is decided otherwise; its record is drawn from the one that is there. */
    static FindingRow drawn(FindingView.Held held, Verdict verdict) {
        return drawn(held, verdict.rating(), text(verdict.flags()), String.join(",", verdict.fired()));
    }

    /** What holds, kept once more. */
    static FindingRow again(FindingView.Held held) {
        return drawn(held, held.rating(), held.flags(), held.fired());
    }

    private static FindingRow drawn(FindingView.Held held, Rating rating, String flags, String fired) {
        return new FindingRow(
                held.target(),
                rating.code(),
                held.attainment(),
                held.expected(),
                flags,
                held.undecided(),
                fired,
                null,
                held.recordIn());
    }

    private static String text(List<Flag> flags) {
        return flags.stream()
                .map(flag -> flag.code() + ":" + flag.severity().code())
                .collect(Collectors.joining(","));
    }

    static List<Flag> flags(String stored) {
        return words(stored)
                .map(flag -> flag.split(":"))
                .map(parts -> new Flag(parts[0], Coded.read(Severity.class, parts[1])))
                .toList();
    }

    /** Of a text that commas separate. */
    static Stream<String> words(String stored) {
        return stored.isEmpty() ? Stream.empty() : Stream.of(stored.split(","));
    }
}
