package vn.cotmoc.core.measure;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An exact decimal of at most 14 integer and 6 fraction digits, as the database keeps it ({@code numeric(20,6)}).
 * Its unit is its indicator's. Two amounts are equal when their values are, whatever zeros they were written with.
 *
 * @throws IllegalArgumentException if the value does not fit; nothing is rounded
 */
public record Amount(BigDecimal value) implements Comparable<Amount> {

    private static final int INTEGER_DIGITS = 14;
    private static final int FRACTION_DIGITS = 6;
    private static final Pattern WRITTEN = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?");

    public Amount {
        value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        if (!fits(value)) {
            throw new IllegalArgumentException("An amount has at most %d integer and %d fraction digits."
                    .formatted(INTEGER_DIGITS, FRACTION_DIGITS));
        }
    }

    /** Whether it has few enough digits; zeros at the end of its fraction do not count. */
    public static boolean fits(BigDecimal value) {
        BigDecimal plain = value.stripTrailingZeros();
        return plain.scale() <= FRACTION_DIGITS && plain.precision() - plain.scale() <= INTEGER_DIGITS;
    }

    /**
     * Reads {@code -?digits[.digits]}, at most 24 characters: no exponent, no grouping, no blank.
     *
     * @throws IllegalArgumentException if the text is anything else or does not fit
     */
    public static Amount parse(String text) {
        if (text.length() > 24 || !WRITTEN.matcher(text).matches()) {
            throw new IllegalArgumentException("An amount is written with digits and one point, like 35164.5.");
        }
        return new Amount(new BigDecimal(text));
    }

    public static Amount of(long value) {
        return new Amount(BigDecimal.valueOf(value));
    }

    /** Empty if the sum is too large to be kept. */
    public static Optional<Amount> sum(Collection<Amount> amounts) {
        BigDecimal sum = amounts.stream().map(Amount::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        return fits(sum) ? Optional.of(new Amount(sum)) : Optional.empty();
    }

    /** Plain digits without exponent or trailing zeros, e.g. {@code 35164.5}. */
    public String text() {
        return value.toPlainString();
    }

    @Override
    public int compareTo(Amount other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return text();
    }
}
