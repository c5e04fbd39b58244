package vn.cotmoc.core.submissions;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.areas.Area;
import vn.cotmoc.core.measure.Amount;
import vn.cotmoc.core.observations.Observation;
import vn.cotmoc.core.observations.ObservationStatus;
import vn.cotmoc.core.periods.Calendar;
import vn.cotmoc.core.periods.Period;

/**
 * A unit's report for a period.
 *
 * @param formVersion the form as it was when the report was begun
 * @param version 1, 2, … of its figures and its status
 */
public record Submission(
        UUID id, UUID form, int formVersion, UUID unit, Period period, SubmissionStatus status, int version) {

    /**
     * One figure to report.
     *
     * @param number 1, 2, … in the form's order
     * @param area an {@link Area}'s id
     * @param subgroup empty for the whole
     * @param period the report's, or the year to date
     */
    public record Cell(int number, String indicator, UUID area, String subgroup, Period period, Calendar calendar) {}

    /**
     * What was written into a cell: an amount, or why there is none; neither where it was emptied.
     *
     * @param number 1, 2, … of that cell
     * @param amount in the indicator's unit
     * @param reported as written, where it was converted
     * @param missing why there is no figure
     */
    public record Entry(
            int cell,
            int number,
            ObservationStatus status,
            @Nullable Amount amount,
            Observation.@Nullable Reported reported,
            @Nullable String missing,
            @Nullable String note,
            Instant recordedAt,
            String recordedBy) {

        boolean isEmpty() {
            return amount == null && missing == null;
        }

        /**
         * The amount as it was written; only where there is one.
         *
         * @param unit the indicator's
         */
        public Observation.Reported written(String unit) {
            return reported == null ? new Observation.Reported(Objects.requireNonNull(amount), unit) : reported;
        }

        /** For the trail: what a reader would see in the cell. */
        String text() {
            String said = amount == null ? (missing == null ? "" : missing) : amount.text() + " " + status.code();
            return note == null ? said : said + " (" + note + ")";
        }
    }

    /**
     * @param number 1, 2, …
     * @param comment always there of returned and unlocked
     */
    public record Step(
            int number, SubmissionStatus status, @Nullable String comment, Instant recordedAt, String recordedBy) {}
}
