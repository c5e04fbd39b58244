package vn.cotmoc.core.house;

import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.indicators.Cadence;
import vn.cotmoc.core.indicators.Direction;
import vn.cotmoc.core.indicators.Formula;
import vn.cotmoc.core.indicators.Indicator;
import vn.cotmoc.core.indicators.MeasureKind;
import vn.cotmoc.core.indicators.PriceBasis;
import vn.cotmoc.core.indicators.Summation;

/** Indicators for tests, in few words. */
public final class Measures {

    private Measures() {}

    public static Indicator of(String code, String unit, String unitEn, MeasureKind kind, Direction direction) {
        return described(code, unit, unitEn, kind, direction, Summation.of(kind), null);
    }

    /** A number of communes, more of them better. */
    public static Indicator communes(String code) {
        return of(code, "xã", "communes", MeasureKind.COUNT, Direction.HIGHER_IS_BETTER);
    }

    public static Indicator summed(String code, String unit, Summation summation) {
        return described(code, unit, unit, MeasureKind.LEVEL, Direction.HIGHER_IS_BETTER, summation, null);
    }

    public static Indicator calculated(String code, String formula) {
        try {
            return described(
                    code,
                    "%",
                    "%",
                    MeasureKind.SHARE,
                    Direction.HIGHER_IS_BETTER,
                    Summation.of(MeasureKind.SHARE),
                    Formula.parse(formula));
        } catch (Formula.Unreadable wrong) {
            throw new IllegalArgumentException(formula, wrong);
        }
    }

    /** The same, reported as often as this, with this proxy. */
    public static Indicator linked(Indicator one, Cadence cadence, @Nullable String proxy) {
        return new Indicator(
                one.code(),
                one.nationalCode(),
                one.name(),
                one.nameEn(),
                one.unit(),
                one.unitEn(),
                one.decimals(),
                one.direction(),
                one.kind(),
                one.summation(),
                one.priceBasis(),
                one.formula(),
                one.group(),
                one.leadUnit(),
                cadence,
                proxy,
                one.definition(),
                one.source(),
                one.retired(),
                one.version());
    }

    private static Indicator described(
            String code,
            String unit,
            String unitEn,
            MeasureKind kind,
            Direction direction,
            Summation summation,
            @Nullable Formula formula) {
        return new Indicator(
                code,
                null,
                "Chỉ tiêu",
                "Indicator",
                unit,
                unitEn,
                kind == MeasureKind.COUNT ? 0 : 2,
                direction,
                kind,
                summation,
                PriceBasis.NONE,
                formula,
                "economy",
                null,
                Cadence.YEAR,
                null,
                "định nghĩa",
                "nguồn",
                false,
                1);
    }
}
