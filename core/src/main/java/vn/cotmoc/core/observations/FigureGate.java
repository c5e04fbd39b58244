package vn.cotmoc.core.observations;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import vn.cotmoc.core.refusals.Refusal;

/** Which figures take no vintage by hand, since a report holds them; {@code submissions} fills it. */
public interface FigureGate {

    /**
     * For one that is to be withdrawn by hand. The reports that hold it stay as they are until the transaction ends.
     *
     * @throws Refusal {@code figure-locked}, {@code figure-in-report} if one that holds it is approved
     */
    void requireUnapproved(Point figure);

    /** For the figures that who acts now records in one transaction. */
    Guard guard();

    /** Asks the database once for all the figures it is shown. */
    interface Guard {

        /** Why a figure takes none, {@code figure-locked}, {@code figure-in-report} or {@code figure-by-form}; what is open is not there. */
        Map<Point, Refusal> closed(Collection<Point> figures);

        /**
         * The last that the transaction does: whoever begins a report waits from here to its end, which is short, and not while a
         * million figures come in.
         *
         * @throws Refusal {@code figure-in-report} if one that holds a figure of the transaction was begun after it was shown
         */
        void settle(String recordedBy, Instant recordedAt);
    }
}
