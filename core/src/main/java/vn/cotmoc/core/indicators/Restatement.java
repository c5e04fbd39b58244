package vn.cotmoc.core.indicators;

import vn.cotmoc.core.measure.Amount;
import vn.cotmoc.core.measure.Conversions;
import vn.cotmoc.core.refusals.Refusal;

/** Amounts in the unit of their indicator. */
public final class Restatement {

    private Restatement() {}

    /**
     * @param at where the unit stands in the request
     * @throws Refusal {@code unit-mismatch} unless the unit is the indicator's or converts into it exactly; {@code amount-digits} if
     *     the amount has too many digits in it
     */
    public static Amount into(Indicator indicator, Amount amount, String unit, String at) {
        require(indicator, unit, at);
        return Conversions.convert(amount, unit, indicator.unit())
                .orElseThrow(() -> Refusal.invalid(
                        "amount-digits", at, "amount", amount, "unit", unit, "expected", indicator.unit()));
    }

    /** @throws Refusal {@code unit-mismatch} as {@link #into}, where there is no amount to convert */
    public static void require(Indicator indicator, String unit, String at) {
        if (!Conversions.exist(unit, indicator.unit())) {
            throw mismatch(indicator, unit, at);
        }
    }

    private static Refusal mismatch(Indicator indicator, String unit, String at) {
        return Refusal.invalid(
                "unit-mismatch", at, "unit", unit, "expected", indicator.unit(), "indicator", indicator.code());
    }
}
