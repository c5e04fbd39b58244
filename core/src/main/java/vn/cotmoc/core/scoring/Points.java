package vn.cotmoc.core.scoring;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** What a verdict is worth. Own design; a rule set says which way, and no way gives points to what lacks data. */
public sealed interface Points {

    /** Null without data. */
    @Nullable
    BigDecimal of(Rating rating, TargetFacts facts);

    /** Those of the rating's word, {@link Rating#score}. */
    record OfRating() implements Points {

        @Override
        public @Nullable BigDecimal of(Rating rating, TargetFacts facts) {
            return of(rating);
        }

        public @Nullable BigDecimal of(Rating rating) {
            Integer score = rating.score();
            return score == null ? null : BigDecimal.valueOf(score);
        }
    }

    /**
     * A point for every per cent of the target up to 100, then bonus and penalty. On the way it is the per cent of what is expected
     * by now, and there is no bonus yet; where there is no ratio the rating's points stand.
     *
     * @param bonus points for each per cent above 100 of a target that is met
     * @param highest cap of the points, 100 to 200
     * @param penaltyBelow share of the target, 0 to 1; below it a penalty is added to what is lacking anyway
     * @param penalty points for each per cent below that share
     * @param lowest floor of the points, 0 to 99: what lacks data earns nothing, and nobody earns less
     */
    record OfAttainment(
            BigDecimal bonus, BigDecimal highest, BigDecimal penaltyBelow, BigDecimal penalty, BigDecimal lowest)
            implements Points {

        private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
        private static final long WHOLE = 1_000_000;

        public OfAttainment {
            inside("bonus", bonus, 0, 10);
            inside("highest", highest, 100, 200);
            inside("penaltyBelow", penaltyBelow, 0, 1);
            inside("penalty", penalty, 0, 10);
            inside("lowest", lowest, 0, 99);
        }

        @Override
        public @Nullable BigDecimal of(Rating rating, TargetFacts facts) {
            Long micros = ratio(facts);
            if (rating == Rating.INSUFFICIENT_DATA || micros == null) {
                return new OfRating().of(rating);
            }
            BigDecimal percent = BigDecimal.valueOf(micros, 4);
            BigDecimal above = percent.subtract(HUNDRED).max(BigDecimal.ZERO);
            BigDecimal below = penaltyBelow.multiply(HUNDRED).subtract(percent).max(BigDecimal.ZERO);
            return plain(percent.min(HUNDRED)
                    .add(bonus.multiply(above))
                    .subtract(penalty.multiply(below))
                    .min(highest)
                    .max(lowest));
        }

        /** In millionths; null where there is none. */
        private static @Nullable Long ratio(TargetFacts facts) {
            if (facts.evidence() != Evidence.FULL) {
                boolean unknown = facts.paceBand() == PaceBand.NO_PACE
                        || facts.paceMicros() == 0 && facts.paceBand() == PaceBand.ON_TRACK;
                return unknown ? null : Long.valueOf(Math.min(facts.paceMicros(), WHOLE));
            }
            if (facts.endBand() == EndBand.NO_RATIO) {
                return null;
            }
            return facts.fulfilment() == Fulfilment.MET
                    ? Math.max(facts.attainmentMicros(), WHOLE)
                    : Math.min(facts.attainmentMicros(), WHOLE);
        }

        private static void inside(String name, BigDecimal value, int from, int to) {
            if (value.compareTo(BigDecimal.valueOf(from)) < 0 || value.compareTo(BigDecimal.valueOf(to)) > 0) {
                throw new IllegalArgumentException(
                        "%s is %s; it must be %d to %d.".formatted(name, value.toPlainString(), from, to));
            }
            if (value.stripTrailingZeros().scale() > 6) {
                throw new IllegalArgumentException(
                        "%s is %s; it may have 6 decimals at most.".formatted(name, value.toPlainString()));
            }
        }
    }

    /** Half-up to 1e-6, without zeros at the end: one value has one spelling. */
    private static BigDecimal plain(BigDecimal points) {
        BigDecimal stripped = points.setScale(6, RoundingMode.HALF_UP).stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
