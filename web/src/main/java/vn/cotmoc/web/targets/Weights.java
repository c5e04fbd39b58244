package vn.cotmoc.web.targets;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.web.wire.Reads;

/** A target's weight: above 0, at most 99999.9999. */
final class Weights {

    private static final BigDecimal MOST = new BigDecimal("99999.9999");

    private Weights() {}

    static @Nullable BigDecimal read(@Nullable String text) {
        BigDecimal weight = Reads.decimalOrNull(text, "/weight");
        if (weight != null && (weight.signum() <= 0 || weight.compareTo(MOST) > 0 || weight.scale() > 4)) {
            throw Refusal.invalid("weight-range", "/weight", "weight", weight, "most", MOST);
        }
        return weight;
    }
}
