package vn.cotmoc.core.rollups;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.measure.Coded;
import vn.cotmoc.core.measure.Ratio;
import vn.cotmoc.core.scoring.Rating;
import vn.cotmoc.core.scoring.RollUpRule;
import vn.cotmoc.core.scoring.RollUpRule.Grade;

/**
 * What a rule set says of some targets together. What lacks data is late: it is no success.
 *
 * @param rating null where the rule gives grades or only points
 * @param grade null where the rule gives none, and with insufficient data
 * @param onTime share of targets that are met, exceeded or on track, half-up to 1e-6 like the next two; 0 without targets
 * @param exceeded share of targets
 * @param late the others than those on time
 * @param passedOver the better grades, and what each of them asks in vain
 */
public record Outcome(
        RollUpRule rule,
        @Nullable Rating rating,
        @Nullable Grade grade,
        BigDecimal onTime,
        BigDecimal exceeded,
        BigDecimal late,
        List<PassedOver> passedOver) {

    public record PassedOver(Grade grade, List<Asked> unmet) {}

    /** What a grade may ask. */
    public enum Asked implements Coded {
        POINTS,
        ON_TIME,
        EXCEEDED,
        LATE
    }

    private static final Set<Rating> ON_TIME = Set.of(Rating.EXCEEDED, Rating.MET, Rating.ON_TRACK);
    private static final Set<Rating> REACHED = Set.of(Rating.EXCEEDED, Rating.MET);
    private static final Set<Rating> FAILED = Set.of(Rating.MISSED, Rating.NEARLY_MET);

    static Outcome of(RollUp rollUp, RollUpRule rule) {
        Shares shares = Shares.of(rollUp);
        return switch (rule) {
            case RollUpRule.Mean mean -> shares.outcome(rule, null, null, List.of());
            case RollUpRule.Worst worst -> shares.outcome(rule, rollUp.worst(), null, List.of());
            case RollUpRule.All all -> shares.outcome(rule, ofAll(rollUp), null, List.of());
            case RollUpRule.Grades grades -> graded(rollUp, grades, shares);
        };
    }

    /** One that failed decides, whatever else is unknown; then one without data; then the worst that is on its way. */
    private static Rating ofAll(RollUp rollUp) {
        if (count(rollUp, FAILED) > 0) {
            return Rating.MISSED;
        }
        if (rollUp.targets() == 0 || count(rollUp, Set.of(Rating.INSUFFICIENT_DATA)) > 0) {
            return Rating.INSUFFICIENT_DATA;
        }
        return count(rollUp, REACHED) == rollUp.targets() ? Rating.MET : rollUp.worst();
    }

    private static Outcome graded(RollUp rollUp, RollUpRule.Grades grades, Shares shares) {
        List<PassedOver> passedOver = new ArrayList<>();
        Ratio mean = rollUp.mean();
        if (mean != null) {
            for (Grade grade : grades.grades()) {
                List<Asked> unmet = shares.unmet(grade, mean);
                if (unmet.isEmpty()) {
                    return shares.outcome(grades, null, grade, passedOver);
                }
                passedOver.add(new PassedOver(grade, unmet));
            }
        }
        return shares.outcome(grades, null, null, List.of());
    }

    private static int count(RollUp rollUp, Set<Rating> ratings) {
        return ratings.stream()
                .mapToInt(rating -> rollUp.counts().getOrDefault(rating, 0))
                .sum();
    }

    /** Exact, as grades are decided. */
    private record Shares(Ratio onTime, Ratio exceeded, Ratio late) {

        static Shares of(RollUp rollUp) {
            int onTime = count(rollUp, ON_TIME);
            return new Shares(
                    share(onTime, rollUp),
                    share(count(rollUp, Set.of(Rating.EXCEEDED)), rollUp),
                    share(rollUp.targets() - onTime, rollUp));
        }

        private static Ratio share(int part, RollUp rollUp) {
            return new Ratio(BigDecimal.valueOf(part), BigDecimal.valueOf(Math.max(rollUp.targets(), 1)));
        }

        List<Asked> unmet(Grade grade, Ratio mean) {
            return Stream.of(
                            isBelow(mean, grade.pointsFrom()) ? Asked.POINTS : null,
                            isBelow(onTime, grade.onTimeFrom()) ? Asked.ON_TIME : null,
                            isBelow(exceeded, grade.exceededFrom()) ? Asked.EXCEEDED : null,
                            isAbove(late, grade.lateUpTo()) ? Asked.LATE : null)
                    .flatMap(Stream::ofNullable)
                    .toList();
        }

        private static boolean isBelow(Ratio ratio, @Nullable BigDecimal from) {
            return from != null && !ratio.reaches(from);
        }

        private static boolean isAbove(Ratio ratio, @Nullable BigDecimal most) {
            return most != null && ratio.numerator().compareTo(most.multiply(ratio.denominator())) > 0;
        }

        Outcome outcome(RollUpRule rule, @Nullable Rating rating, @Nullable Grade grade, List<PassedOver> passedOver) {
            return new Outcome(
                    rule, rating, grade, onTime.rounded(), exceeded.rounded(), late.rounded(), List.copyOf(passedOver));
        }
    }
}
