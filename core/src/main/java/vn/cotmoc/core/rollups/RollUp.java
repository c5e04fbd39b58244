package vn.cotmoc.core.rollups;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.measure.Ratio;
import vn.cotmoc.core.scoring.Assessment;
import vn.cotmoc.core.scoring.Explanation;
import vn.cotmoc.core.scoring.Points;
import vn.cotmoc.core.scoring.Rating;
import vn.cotmoc.core.scoring.RollUpRule;

/**
 * How some targets stand together: how many have each rating, the weighted mean of their points, and the worst of them. What lacks data is no success: it earns nothing and its weight counts; where more than {@link #MOST_MISSING} lacks, by
 * number or by weight, there is neither score nor rating but insufficient data. Exact until the last step; own design.
 *
 * @param counts every rating is there, if with 0
 * @param targets how many count, those without data among them; not what one unit is to do of another of them
 * @param missing the larger of the shares of number and weight that lack data, half-up to 1e-6; 0 without targets
 * @param weightless those without a weight where others state one: they count in everything but the score
 * @param mean of the points, weighted, exact; null with insufficient data, and where all weights are 0
 * @param worst the worst rating there is; insufficient data, too, where one that lacks them stands beside none that is behind or worse
 */
public record RollUp(
        Map<Rating, Integer> counts,
        int targets,
        BigDecimal missing,
        int weightless,
        @Nullable Ratio mean,
        Rating worst) {

    /** A quarter. */
    public static final BigDecimal MOST_MISSING = new BigDecimal("0.25");

    private static final Ratio NOTHING = new Ratio(BigDecimal.ZERO, BigDecimal.ONE);

    /**
     * @param score as it was when the record was made; in records from before there were scores as it is now
     * @param weight null where the target states none
     */
    record Member(
            Rating rating,
            @Nullable BigDecimal score,
            @Nullable BigDecimal weight) {

        static Member of(Explanation target) {
            return new Member(
                    target.rated(),
                    target.made() == null ? new Points.OfRating().of(target.rated()) : target.score(),
                    target.weight() == null ? null : new BigDecimal(target.weight()));
        }
    }

    /** The mean half-up to 1e-6, to be shown. */
    public @Nullable BigDecimal score() {
        return mean == null ? null : mean.rounded();
    }

    /** What a rule set's own way says of it. */
    public Outcome by(RollUpRule rule) {
        return Outcome.of(this, rule);
    }

    public static RollUp of(Collection<Explanation> targets) {
        return ofMembers(Assessment.counted(targets).stream().map(Member::of).toList());
    }

    /** Where none states a weight, all weigh the same. */
    static RollUp ofMembers(Collection<Member> members) {
        boolean weighted = members.stream().anyMatch(member -> member.weight() != null);
        Map<Rating, Integer> counts = new EnumMap<>(Rating.class);
        for (Rating rating : Rating.values()) {
            counts.put(rating, 0);
        }
        BigDecimal whole = BigDecimal.ZERO;
        BigDecimal lacking = BigDecimal.ZERO;
        BigDecimal earned = BigDecimal.ZERO;
        int weightless = 0;
        for (Member member : members) {
            counts.merge(member.rating(), 1, Integer::sum);
            BigDecimal weight = weighted ? member.weight() : BigDecimal.ONE;
            if (weight == null) {
                weightless++;
                continue;
            }
            whole = whole.add(weight);
            BigDecimal score = member.score();
            if (score == null) {
                lacking = lacking.add(weight);
            } else {
                earned = earned.add(weight.multiply(score));
            }
        }
        Ratio byNumber = share(
                BigDecimal.valueOf(counts.getOrDefault(Rating.INSUFFICIENT_DATA, 0)),
                BigDecimal.valueOf(members.size()));
        Ratio byWeight = share(lacking, whole);
        boolean enough = !members.isEmpty() && isEnough(byNumber) && isEnough(byWeight);
        return new RollUp(
                counts,
                members.size(),
                byNumber.rounded().max(byWeight.rounded()),
                weightless,
                enough && whole.signum() > 0 ? new Ratio(earned, whole) : null,
                enough ? worst(members) : Rating.INSUFFICIENT_DATA);
    }

    private static Rating worst(Collection<Member> members) {
        return Collections.min(
                members.stream().map(Member::rating).toList(), Comparator.comparingInt(Rating.WORST_FIRST::indexOf));
    }

    private static Ratio share(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0 ? NOTHING : new Ratio(part, whole);
    }

    /** Decided before any rounding; exactly a quarter is still enough. */
    private static boolean isEnough(Ratio missing) {
        return missing.numerator().compareTo(MOST_MISSING.multiply(missing.denominator())) <= 0;
    }
}
