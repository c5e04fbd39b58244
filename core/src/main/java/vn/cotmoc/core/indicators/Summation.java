package vn.cotmoc.core.indicators;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.measure.Coded;

/**
 * How figures of parts make the figure of the whole, and those of merged areas the figure of what they became.
 *
 * @param ratio of {@link OverAreas#RATIO} only
 */
public record Summation(
        InTime inTime, OverAreas overAreas, @Nullable Parts ratio) {

    /** Months, quarters and years inside a longer period. */
    public enum InTime implements Coded {
        /** Parts add up: revenue. */
        SUM,
        /** The last part's is the whole's: a level at the end of the period. */
        LAST,
        /** The arithmetic mean of years: a fall in percentage points. */
        MEAN,
        /** The average growth of years, (Π(1 + g))^(1/n) − 1. */
        COMPOUND,
        /** A part says nothing about the whole. */
        NONE;

        /** What goes without saying for numbers of this kind. */
        public static InTime of(MeasureKind kind) {
            return switch (kind) {
                case FLOW -> SUM;
                case LEVEL, SHARE, COUNT, CONDITION -> LAST;
                case REDUCTION -> MEAN;
                case RATE -> COMPOUND;
                case INDEX, RANK -> NONE;
            };
        }
    }

    /** Communes inside a province. */
    public enum OverAreas implements Coded {
        /** They add up. */
        SUM,
        /** How many of them have a figure above zero: communes that fulfil a condition. */
        COUNT,
        /** Sums of two other indicators are divided; shares of communes are never averaged. */
        RATIO,
        /** The largest of them: the highest level of something. */
        MAX,
        /** Communes say nothing about the province: growth rates. */
        NONE,
        /** As none; and whatever follows an area by a succession starts anew, not comparable with what was before. */
        RESTART
    }

    /** The codes of a ratio's two indicators; it is stated in per cent if its unit is {@code %}. */
    public record Parts(String numerator, String denominator) {}

    /** @throws IllegalArgumentException if a ratio lacks its parts, or anything else has them */
    public Summation {
        if ((overAreas == OverAreas.RATIO) != (ratio != null)) {
            throw new IllegalArgumentException(
                    "A ratio over areas, and nothing else, has a numerator and a denominator.");
        }
    }

    public static Summation of(MeasureKind kind) {
        return new Summation(InTime.of(kind), OverAreas.NONE, null);
    }

    public Optional<Parts> parts() {
        return Optional.ofNullable(ratio);
    }
}
