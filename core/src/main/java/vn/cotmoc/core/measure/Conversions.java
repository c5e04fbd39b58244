package vn.cotmoc.core.measure;

import static java.util.Map.entry;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Units that convert exactly, by definition and in Vietnamese as reports write them. What is not declared here is not converted:
 * a currency, a head count of another group, prices of another year.
 */
public final class Conversions {

    /** From, to, and how much of the second one of the first is. Each holds both ways. */
    private static final Map<Pair, BigDecimal> DECLARED = Map.ofEntries(
            declared("nghìn tỷ đồng", "tỷ đồng", "1000"),
            declared("nghìn tỷ đồng", "triệu đồng", "1000000"),
            declared("nghìn tỷ đồng", "nghìn đồng", "1000000000"),
            declared("nghìn tỷ đồng", "đồng", "1000000000000"),
            declared("tỷ đồng", "triệu đồng", "1000"),
            declared("tỷ đồng", "nghìn đồng", "1000000"),
            declared("tỷ đồng", "đồng", "1000000000"),
            declared("triệu đồng", "nghìn đồng", "1000"),
            declared("triệu đồng", "đồng", "1000000"),
            declared("nghìn đồng", "đồng", "1000"),
            declared("tỷ USD", "triệu USD", "1000"),
            declared("tỷ USD", "nghìn USD", "1000000"),
            declared("tỷ USD", "USD", "1000000000"),
            declared("triệu USD", "nghìn USD", "1000"),
            declared("triệu USD", "USD", "1000000"),
            declared("nghìn USD", "USD", "1000"),
            declared("triệu người", "nghìn người", "1000"),
            declared("triệu người", "người", "1000000"),
            declared("nghìn người", "người", "1000"),
            declared("nghìn lao động", "lao động", "1000"),
            declared("triệu lượt", "nghìn lượt", "1000"),
            declared("triệu lượt", "lượt", "1000000"),
            declared("nghìn lượt", "lượt", "1000"),
            declared("nghìn tấn", "tấn", "1000"),
            declared("nghìn tấn", "tạ", "10000"),
            declared("nghìn tấn", "kg", "1000000"),
            declared("tấn", "tạ", "10"),
            declared("tấn", "kg", "1000"),
            declared("tạ", "kg", "100"),
            declared("nghìn ha", "ha", "1000"),
            declared("nghìn ha", "km²", "10"),
            declared("km²", "ha", "100"),
            declared("triệu đồng/người", "nghìn đồng/người", "1000"),
            declared("%", "‰", "10"));

    private record Pair(String from, String to) {}

    private Conversions() {}

    /**
     * The same amount in another unit, or empty if no exact conversion is declared or the result has more digits than are kept.
     *
     * @param from a unit as written in Vietnamese; blanks and case must match
     */
    public static Optional<Amount> convert(Amount amount, String from, String to) {
        if (from.equals(to)) {
            return Optional.of(amount);
        }
        BigDecimal times = DECLARED.get(new Pair(from, to));
        BigDecimal over = DECLARED.get(new Pair(to, from));
        Optional<BigDecimal> converted = times != null
                ? Optional.of(amount.value().multiply(times))
                : Optional.ofNullable(over).map(divisor -> amount.value().movePointLeft(zerosOf(divisor)));
        return converted.filter(Amount::fits).map(Amount::new);
    }

    /** All that some conversion is declared of. */
    static Set<String> units() {
        return DECLARED.keySet().stream()
                .flatMap(pair -> Stream.of(pair.from(), pair.to()))
                .collect(Collectors.toSet());
    }

    /** Whether amounts of one unit can be stated in the other. */
    public static boolean exist(String from, String to) {
        return from.equals(to) || DECLARED.containsKey(new Pair(from, to)) || DECLARED.containsKey(new Pair(to, from));
    }

    /** Every factor is a power of ten, so that both ways are exact. */
    private static int zerosOf(BigDecimal factor) {
        return factor.precision() - 1;
    }

    private static Map.Entry<Pair, BigDecimal> declared(String from, String to, String factor) {
        BigDecimal value = new BigDecimal(factor);
        if (value.stripTrailingZeros().unscaledValue().intValue() != 1) {
            throw new IllegalArgumentException("%s to %s: %s is no power of ten.".formatted(from, to, factor));
        }
        return entry(new Pair(from, to), value);
    }
}
