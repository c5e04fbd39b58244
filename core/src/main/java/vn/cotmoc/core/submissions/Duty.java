package vn.cotmoc.core.submissions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import vn.cotmoc.core.forms.Form;
import vn.cotmoc.core.measure.Coded;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.units.Unit;

/**
 * A report that a unit owes for a period.
 *
 * @param report empty while none was begun
 */
public record Duty(
        Form form,
        Form.Version version,
        Unit unit,
        Period period,
        LocalDate dueOn,
        Optional<Report> report,
        Timeliness timeliness) {

    /** @param submittedAt when it was handed in for the first time; empty until then */
    public record Report(UUID submission, SubmissionStatus status, Optional<Instant> submittedAt) {}

    /** A report is as timely as the first time it was handed in, by the deadline as it stands now. */
    public enum Timeliness implements Coded {
        /** Its day has not passed. */
        NOT_DUE,
        ON_TIME,
        LATE,
        /** Its day has passed, and nothing was handed in. */
        MISSING
    }
}
