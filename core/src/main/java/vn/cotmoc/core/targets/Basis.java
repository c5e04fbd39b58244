package vn.cotmoc.core.targets;

import vn.cotmoc.core.measure.Coded;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.refusals.Refusal;

/** What of a period of several years the aim's number speaks of. */
public enum Basis implements Coded {
    /** The whole of it, as the indicator says how its years make the whole. */
    PERIOD,
    /** Bình quân mỗi năm. */
    AVERAGE_PER_YEAR,
    /** Mỗi năm, hằng năm: every single year. */
    EACH_YEAR;

    /** @throws Refusal {@code basis-period} unless there are several years; {@code basis-comparator} for a date */
    void requireFor(Period period, Comparator comparator) {
        if (this == PERIOD) {
            return;
        }
        if (!period.isTerm()) {
            throw Refusal.invalid("basis-period", "/basis", "basis", this, "period", period);
        }
        if (comparator == Comparator.BEFORE_DATE) {
            throw Refusal.invalid("basis-comparator", "/comparator", "basis", this, "comparator", comparator);
        }
    }
}
