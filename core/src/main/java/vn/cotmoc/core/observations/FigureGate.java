package vn.cotmoc.core.observations;

import java.util.UUID;
import vn.cotmoc.core.periods.Calendar;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.refusals.Refusal;

/** Which figures take no vintage by hand, since a report holds them; {@code submissions} fills it. */
public interface FigureGate {

    /** @throws Refusal {@code figure-locked} */
    void requireUnlocked(String indicator, UUID area, String subgroup, Period period, Calendar calendar);

    /** @throws Refusal {@code figure-locked} or {@code figure-by-form} */
    void requireOpen(String indicator, UUID area, String subgroup, Period period, Calendar calendar);
}
