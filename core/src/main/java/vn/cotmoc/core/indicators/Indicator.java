package vn.cotmoc.core.indicators;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is measured. Definition and source belong to it: two series are comparable only when both are the same.
 *
 * @param code upper-case letters, digits and {@code _}, e.g. {@code GRDP_GROWTH}; a province's own key
 * @param nationalCode the catalogue's code it was copied from; null for a province's own indicator
 * @param unit as written in Vietnamese, e.g. {@code tỷ đồng}; figures and targets are stored in it
 * @param decimals digits shown after the point, 0 to 6
 * @param group lower-kebab code of its group
 * @param leadUnit code of the unit that leads it in this province, e.g. {@code STC}; null while none was named
 * @param formula null for what is reported, be it a ratio; one that has a formula takes no figures
 * @param retired no new figures and targets; what there is stays
 * @param version 1, 2, … of this description
 */
public record Indicator(
        String code,
        @Nullable String nationalCode,
        String name,
        String nameEn,
        String unit,
        String unitEn,
        int decimals,
        Direction direction,
        MeasureKind kind,
        Summation summation,
        PriceBasis priceBasis,
        @Nullable Formula formula,
        String group,
        @Nullable String leadUnit,
        Cadence cadence,
        String definition,
        String source,
        boolean retired,
        int version) {

    /** By what its figure follows from others of the same place and period where none of its own is reported. */
    public Optional<Formula> calculation() {
        return formula == null ? ratio() : Optional.of(formula);
    }

    /** Its numerator by its denominator, in per cent if that is its unit. */
    public Optional<Formula> ratio() {
        return summation.parts().map(parts -> Formula.ratio(parts.numerator(), parts.denominator(), unit.equals("%")));
    }

    /** Whether two descriptions measure the same; if not, figures of one are no figures of the other. */
    boolean measuresTheSameAs(Indicator other) {
        return unit.equals(other.unit)
                && direction == other.direction
                && kind == other.kind
                && summation.equals(other.summation)
                && priceBasis == other.priceBasis
                && Objects.equals(formula, other.formula)
                && definition.equals(other.definition)
                && source.equals(other.source);
    }
}
