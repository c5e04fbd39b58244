package vn.cotmoc.core.measure;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Units that convert exactly, by definition and in Vietnamese as reports write them. What is not declared here is not converted:
 * a currency, a head count of another group, prices of another year.
 */
public final class Conversions {

    /** By unit. Whatever stands on one scale converts, for every factor is a power of ten. */
    private static final Map<String, Place> PLACES = new HashMap<>();

    static {
        declare(Map.of("đồng", 0, "nghìn đồng", 3, "triệu đồng", 6, "tỷ đồng", 9, "nghìn tỷ đồng", 12));
        declare(Map.of("nghìn đồng/người", 3, "triệu đồng/người", 6));
        declare(Map.of("USD", 0, "nghìn USD", 3, "triệu USD", 6, "tỷ USD", 9));
        declare(Map.of("người", 0, "nghìn người", 3, "triệu người", 6));
        declare(Map.of("lao động", 0, "nghìn lao động", 3));
        declare(Map.of("lượt", 0, "nghìn lượt", 3, "triệu lượt", 6));
        declare(Map.of("kg", 0, "tạ", 2, "tấn", 3, "nghìn tấn", 6));
        declare(Map.of("ha", 0, "km²", 2, "nghìn ha", 3));
        declare(Map.of("‰", 0, "%", 1));
    }

    /** @param power of ten that one of the unit is, in the smallest of its scale */
    private record Place(Map<String, Integer> scale, int power) {}

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
        return exist(from, to)
                ? Optional.of(amount.value().movePointRight(power(from) - power(to)))
                        .filter(Amount::fits)
                        .map(Amount::new)
                : Optional.empty();
    }

    private static int power(String unit) {
        return Objects.requireNonNull(PLACES.get(unit)).power();
    }

    /** Whether amounts of one unit can be stated in the other. */
    public static boolean exist(String from, String to) {
        Place there = PLACES.get(from);
        Place here = PLACES.get(to);
        return from.equals(to) || (there != null && here != null && there.scale() == here.scale());
    }

    private static void declare(Map<String, Integer> scale) {
        scale.forEach((unit, power) -> {
            if (PLACES.put(unit, new Place(scale, power)) != null) {
                throw new IllegalArgumentException("%s stands on two scales.".formatted(unit));
            }
        });
    }
}
