package vn.cotmoc.core.indicators;

import org.jspecify.annotations.Nullable;

/**
 * What is measured. Definition and source belong to it: two series are comparable only when both are the same.
 *
 * @param code upper-case letters, digits and {@code _}, e.g. {@code GRDP_GROWTH}; a province's own key
 * @param nationalCode the catalogue's code it was copied from; null for a province's own indicator
 * @param unit as written in Vietnamese, e.g. {@code tỷ đồng}; figures and targets are stored in it
 * @param decimals digits shown after the point, 0 to 6
 * @param group lower-kebab code of its group
 * @param cadence how often it is measured: year, quarter, month
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
        String group,
        String cadence,
        String definition,
        String source) {}
