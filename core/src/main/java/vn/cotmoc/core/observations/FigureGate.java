package vn.cotmoc.core.observations;

import java.util.Collection;
import java.util.Map;
import vn.cotmoc.core.refusals.Refusal;

/** Which figures take no vintage by hand, since a report holds them; {@code submissions} fills it. */
public interface FigureGate {

    /** @throws Refusal {@code figure-locked} */
    void requireUnlocked(Point figure);

    /** For the figures that who acts now records in one transaction. */
    Guard guard();

    /** Asks the database once for all the figures it is shown. */
    interface Guard {

        /** Why a figure takes none, {@code figure-locked} or {@code figure-by-form}; what is open is not there. */
        Map<Point, Refusal> closed(Collection<Point> figures);
    }
}
