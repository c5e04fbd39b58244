package vn.cotmoc.web.sheets;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.sheets.Column;
import vn.cotmoc.core.sheets.ConfirmImport;
import vn.cotmoc.core.sheets.Fault;
import vn.cotmoc.core.sheets.Import;
import vn.cotmoc.core.submissions.SubmissionView;
import vn.cotmoc.web.wire.Reads;

/**
 * A spreadsheet that was brought, as sent.
 *
 * @param rowsFound in the sheets that are shown, under the header; with {@code rowsRead}, the progress
 * @param good rows that are right; those that say nothing are in none of the counts
 * @param doubtful rows that are right if somebody confirms how their figure was read
 * @param accepted rows that went into the report
 * @param warned right rows of whose figure something is to be said
 * @param fault why the file was refused
 */
@Serdeable
@Schema(name = "Import")
record ImportJson(
        UUID id,
        UUID submission,
        String name,
        @Schema(allowableValues = {"vi", "en"}) String language,

        @Schema(allowableValues = {"reading", "read", "refused", "interrupted", "confirmed"})
        String status,

        int rowsFound,
        int rowsRead,
        int good,
        int doubtful,
        int faulty,
        int accepted,
        int warned,
        @Nullable FaultJson fault,
        Instant recordedAt,
        String recordedBy) {

    static ImportJson of(Import found, Import.Counts counts, Function<Fault, String> sentence) {
        return new ImportJson(
                found.id(),
                found.submission(),
                found.name(),
                found.language().code(),
                found.status().code(),
                found.rowsFound(),
                found.rowsRead(),
                counts.good(),
                counts.doubtful(),
                counts.faulty(),
                counts.accepted(),
                counts.warned(),
                found.fault() == null ? null : FaultJson.of(found.fault(), sentence),
                found.recordedAt(),
                found.recordedBy());
    }

    /**
     * What is wrong.
     *
     * @param at the cell's address, e.g. H12; empty where it is the file
     * @param code stable, for programs
     */
    @Serdeable
    @Schema(name = "ImportFault")
    record FaultJson(String at, String code, String sentence) {

        static FaultJson of(Fault fault, Function<Fault, String> sentence) {
            return new FaultJson(fault.at(), fault.code(), sentence.apply(fault));
        }
    }

    /**
     * A row of the file; its texts as they stand there.
     *
     * @param at the address of its figure
     * @param cell of the report; null where the row does not tell
     * @param reading the figure as it was read, an exact decimal; null where there is none
     * @param readingUnit what the reading is counted in, whatever the language of the sheet
     * @param doubtful whether the reading must be confirmed
     * @param accepted whether it went into the report
     * @param warnings what is to be said of its figure, and does not stop it
     */
    @Serdeable
    @Schema(name = "ImportRow")
    record RowJson(
            int row,
            String at,
            @Nullable Integer cell,
            String indicator,
            String name,
            String area,
            String period,
            String unit,
            String figure,
            String kindOfFigure,
            String missing,
            String note,
            @Nullable String reading,
            @Nullable String readingUnit,
            @Nullable String readingUnitEn,
            boolean doubtful,
            boolean accepted,
            List<FaultJson> faults,
            List<FaultJson> warnings) {

        /** @param line of the report that the row names; null where it names none */
        static RowJson of(Import.Row row, SubmissionView.@Nullable Line line, Function<Fault, String> sentence) {
            String unit = row.unit();
            return new RowJson(
                    row.number(),
                    Column.FIGURE.address(row.number()),
                    row.cell(),
                    row.text(Column.INDICATOR),
                    row.text(Column.NAME),
                    row.text(Column.AREA),
                    row.text(Column.PERIOD),
                    row.text(Column.UNIT),
                    row.text(Column.FIGURE),
                    row.text(Column.STATUS),
                    row.text(Column.MISSING),
                    row.text(Column.NOTE),
                    row.amount() == null ? null : row.amount().text(),
                    unit,
                    line != null && line.unit().equals(unit) ? line.unitEn() : unit,
                    row.doubtful(),
                    row.accepted(),
                    said(row.faults(), sentence),
                    said(row.warnings(), sentence));
        }

        private static List<FaultJson> said(List<Fault> faults, Function<Fault, String> sentence) {
            return faults.stream().map(fault -> FaultJson.of(fault, sentence)).toList();
        }
    }

    /**
     * What the caller confirms.
     *
     * @param accept the whole file, or only its right rows
     * @param readings addresses of doubtful figures that are read as they are meant
     */
    @Serdeable
    @Schema(name = "ImportConfirmation")
    record ConfirmJson(
            @Schema(allowableValues = {"all", "good"}) String accept,
            @Nullable List<String> readings) {

        /** As many as a sheet has rows. */
        private static final int MOST_READINGS = 100_000;

        private static final Pattern ADDRESS = Pattern.compile("[A-Z]{1,3}[1-9][0-9]{0,6}");

        ConfirmImport.Command toCommand(UUID id) {
            return new ConfirmImport.Command(
                    id,
                    Reads.word(ConfirmImport.Accept.class, accept, "/accept"),
                    Set.copyOf(Reads.each(readings, "/readings", MOST_READINGS, ConfirmJson::address)));
        }

        private static String address(String text, String at) {
            String address = Reads.text(text, at, 10);
            if (!ADDRESS.matcher(address).matches()) {
                throw Refusal.invalid("address-form", at, "value", address);
            }
            return address;
        }
    }
}
