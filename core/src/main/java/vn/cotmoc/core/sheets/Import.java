package vn.cotmoc.core.sheets;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.measure.Amount;
import vn.cotmoc.core.measure.Language;
import vn.cotmoc.core.observations.ObservationStatus;
import vn.cotmoc.core.submissions.EnterFigures;

/**
 * A filled-in sheet that was uploaded for a report.
 *
 * @param version the report's when the sheet was made
 * @param name of the file
 * @param rowsFound in the sheets that are shown, under the header
 * @param rowsRead of these, until now
 * @param fault why it was refused
 * @param became the report's version after the confirmation
 */
public record Import(
        UUID id,
        UUID submission,
        int version,
        Language language,
        String name,
        String sha256,
        ImportStatus status,
        int rowsFound,
        int rowsRead,
        @Nullable Fault fault,
        @Nullable Integer became,
        Instant recordedAt,
        String recordedBy) {

    /**
     * A row that says something, as it was read.
     *
     * @param number as spreadsheets count rows
     * @param cell of the report; null where the row does not tell
     * @param texts what stands in each {@link Column}
     * @param amount in the unit; null where there is none, or none can be read
     * @param warnings what is to be said of its figure, and no hindrance; known once the whole sheet is read
     * @param doubtful whether the amount must be confirmed
     * @param accepted whether it went into the report
     */
    public record Row(
            int number,
            @Nullable Integer cell,
            List<String> texts,
            @Nullable ObservationStatus status,
            @Nullable Amount amount,
            @Nullable String unit,
            @Nullable String missing,
            @Nullable String note,
            List<Fault> faults,
            List<Fault> warnings,
            boolean doubtful,
            boolean accepted) {

        public boolean isRight() {
            return faults.isEmpty();
        }

        public String text(Column column) {
            return texts.get(column.ordinal());
        }
    }

    /**
     * What a right row puts into the report; without its texts, which would weigh more than all the rest.
     *
     * @param number as spreadsheets count rows
     * @param cell of the report
     * @param doubtful whether the amount must be confirmed
     */
    record Reading(
            int number,
            int cell,
            ObservationStatus status,
            @Nullable Amount amount,
            @Nullable String unit,
            @Nullable String missing,
            @Nullable String note,
            boolean doubtful) {

        String at() {
            return Column.FIGURE.address(number);
        }

        EnterFigures.Written written() {
            return new EnterFigures.Written(at(), cell, status, amount, unit, missing, note);
        }
    }

    /**
     * What is found of a row once the whole sheet is read.
     *
     * @param faults all of them; none where it is right
     */
    record Mark(int number, List<Fault> faults, List<Fault> warnings) {}

    /**
     * Of the rows that say something: {@code good + doubtful + faulty} are all.
     *
     * @param doubtful right, if somebody confirms how they were read
     * @param accepted into the report
     * @param warned right ones of whose figure something is to be said
     */
    public record Counts(int good, int doubtful, int faulty, int accepted, int warned) {}
}
