package vn.cotmoc.core.cases;

import java.util.List;
import vn.cotmoc.core.scoring.Severity;

/**
 * When runs open and clear a case, so that one late figure does not make it come and go. What counts are days: of two runs as of
 * one day only the newer does, so running again changes nothing. All numbers are own design.
 */
final class Debounce {

    /** How many days with a run are looked back on; own design. */
    static final int DAYS = 12;

    /** Own design: what is grave does not wait for the next run. */
    private static final int FLAGGED_TO_OPEN_HIGH = 1;

    private static final int FLAGGED_TO_OPEN = 2;
    private static final int CLEAR_TO_END = 2;

    /** What a day's run says of one flag of one target. */
    enum Sign {
        FLAGGED,
        CLEAR,
        /** The run knows too little of the target; it counts as if it had not been. */
        SILENT
    }

    enum Outcome {
        OPENS,
        CLEARS,
        STAYS
    }

    private Debounce() {}

    /**
     * @param live whether there is a case that is not cleared
     * @param severity of the flag in the newest run that raised it
     * @param signs by day, the newest first
     */
    static Outcome decide(boolean live, Severity severity, List<Sign> signs) {
        if (live) {
            return begins(signs, Sign.CLEAR, CLEAR_TO_END) ? Outcome.CLEARS : Outcome.STAYS;
        }
        int needed = severity == Severity.HIGH ? FLAGGED_TO_OPEN_HIGH : FLAGGED_TO_OPEN;
        return begins(signs, Sign.FLAGGED, needed) ? Outcome.OPENS : Outcome.STAYS;
    }

    /** Whether the flag is still there: the newest run that says something raises it. */
    static boolean isRaised(List<Sign> signs) {
        return begins(signs, Sign.FLAGGED, 1);
    }

    private static boolean begins(List<Sign> signs, Sign wanted, int times) {
        List<Sign> newest =
                signs.stream().filter(sign -> sign != Sign.SILENT).limit(times).toList();
        return newest.size() == times && newest.stream().allMatch(sign -> sign == wanted);
    }
}
