package vn.cotmoc.core.indicators;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
 * @param proxy code of another one of the province that is reported more often and hints at how this one goes; its figures are
 *     shown beside a target and never scored; null while none is linked
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
        @Nullable String proxy,
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

    /** The codes of those whose figures make its own, reported or not, of one place or of several. */
    Set<String> madeOf() {
        return Stream.concat(Stream.ofNullable(formula), ratio().stream())
                .flatMap(how -> how.codes().stream())
                .collect(Collectors.toSet());
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
