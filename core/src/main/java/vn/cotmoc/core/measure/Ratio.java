package vn.cotmoc.core.measure;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An exact fraction: comparisons multiply crosswise and never round, so a value that lies on a cut point is on it.
 * The denominator is positive.
 */
public record Ratio(BigDecimal numerator, BigDecimal denominator) {

    private static final int MICRO_DIGITS = 6;
    private static final BigDecimal MOST_MICROS = BigDecimal.valueOf(Long.MAX_VALUE);
    private static final BigDecimal LEAST_MICROS = BigDecimal.valueOf(Long.MIN_VALUE);

    public Ratio {
        if (denominator.signum() == 0) {
            throw new IllegalArgumentException("A ratio to zero has no value.");
        }
        if (denominator.signum() < 0) {
            numerator = numerator.negate();
            denominator = denominator.negate();
        }
    }

    public static Ratio of(Amount numerator, Amount denominator) {
        return new Ratio(numerator.value(), denominator.value());
    }

    public Ratio plus(Ratio other) {
        return new Ratio(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    public Ratio minus(Ratio other) {
        return plus(new Ratio(other.numerator.negate(), other.denominator));
    }

    public Ratio times(Ratio other) {
        return new Ratio(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    /** Whether this is at least the cut point, decided before any rounding. */
    public boolean reaches(BigDecimal cut) {
        return numerator.compareTo(cut.multiply(denominator)) >= 0;
    }

    /** For display, scores and trends: half-up to 1e-6, e.g. {@code 0.688151}. */
    public BigDecimal rounded() {
        return numerator.divide(denominator, MICRO_DIGITS, RoundingMode.HALF_UP);
    }

    /** The rounded value in millionths; what lies beyond a long, more than 9 million million, is its end. */
    public long micros() {
        BigDecimal micros = rounded().movePointRight(MICRO_DIGITS);
        return micros.min(MOST_MICROS).max(LEAST_MICROS).longValueExact();
    }

    /** Per cent, half-up to two digits, e.g. {@code 68.82}. */
    public BigDecimal percent() {
        return percent(2);
    }

    BigDecimal percent(int digits) {
        return numerator.movePointRight(2).divide(denominator, digits, RoundingMode.HALF_UP);
    }

    /** Whether it is so many per cent exactly. */
    boolean isPercent(BigDecimal percent) {
        return numerator.movePointRight(2).compareTo(percent.multiply(denominator)) == 0;
    }
}
