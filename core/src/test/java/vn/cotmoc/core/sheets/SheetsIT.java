package vn.cotmoc.core.sheets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import vn.cotmoc.core.forms.Form;
import vn.cotmoc.core.forms.FormLine;
import vn.cotmoc.core.forms.Frequency;
import vn.cotmoc.core.forms.SetUpForm;
import vn.cotmoc.core.house.AtOnce;
import vn.cotmoc.core.house.House;
import vn.cotmoc.core.house.Story;
import vn.cotmoc.core.measure.Amount;
import vn.cotmoc.core.measure.Language;
import vn.cotmoc.core.observations.ObservationStatus;
import vn.cotmoc.core.periods.Calendar;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.submissions.BeginSubmission;
import vn.cotmoc.core.submissions.EnterFigures;
import vn.cotmoc.core.submissions.Submission;
import vn.cotmoc.core.submissions.SubmissionView;
import vn.cotmoc.core.submissions.SubmitReport;
import vn.cotmoc.core.tenancy.TenantId;
import vn.cotmoc.core.units.Unit;
import vn.cotmoc.core.units.UnitKind;
import vn.cotmoc.core.units.UnitView;

/** A report goes out as a sheet and comes back: what is read of it, what must be confirmed, and what is stored. */
class SheetsIT {

    private static final String FIGURE = "H2";

    private final TenantId province = House.province();
    private final Submission report = in(this::begun);

    /** A month's report of four cells: revenue of the month and to date, exports, growth in per cent. */
    private Submission begun() {
        Unit compiler = House.get(UnitView.class).ofMember(Story.ME).orElseThrow();
        Form form = House.get(SetUpForm.class)
                .add(
                        "BC-THANG",
                        Frequency.MONTH,
                        Calendar.CIVIL,
                        Story.monthly(
                                "2026-01",
                                compiler.id(),
                                Story.line("BUDGET_REVENUE"),
                                new FormLine("BUDGET_REVENUE", FormLine.Place.OWN, "", FormLine.Span.TO_DATE),
                                Story.line("EXPORTS"),
                                Story.line("GRDP_GROWTH")));
        return House.get(BeginSubmission.class).begin(form.id(), Period.parse("2026-03"));
    }

    @Test
    void whatWasFilledInGoesIntoTheReportOnceItIsConfirmed() {
        Import read = upload(sheet().set("H2", new BigDecimal("900.5"))
                .set("H3", "2.345.678,25")
                .set("K2", "đã chốt"));
        assertThat(read.status()).isEqualTo(ImportStatus.READ);
        int cells = in(() -> House.get(SubmissionView.class).lines(report.id(), 0, 100))
                .size();
        assertThat(read.rowsFound())
                .as("without the header, and those of the hidden sheet")
                .isEqualTo(cells);
        assertThat(read.rowsRead()).isEqualTo(cells);
        assertThat(counts(read)).isEqualTo(new Import.Counts(2, 0, 0, 0, 0));
        assertThat(entries()).as("nothing is stored by reading").isEmpty();
        Import confirmed = confirm(read, ConfirmImport.Accept.ALL);
        assertThat(confirmed.status()).isEqualTo(ImportStatus.CONFIRMED);
        assertThat(confirmed.became()).isEqualTo(2);
        assertThat(entries()).containsExactly("1 900.500000 đã chốt", "2 2345678.250000 –");
        assertThat(counts(confirmed).accepted()).isEqualTo(2);
    }

    @Test
    void theSheetOfAFilledReportSaysWhatTheReportSaysAndChangesNothing() {
        Submission filled = in(() -> House.get(EnterFigures.class)
                .enter(new EnterFigures.Command(
                        report.id(),
                        1,
                        List.of(
                                written(1, Amount.parse("12345678901234.567891"), "tỷ đồng", null, "=HYPERLINK(\"x\")"),
                                written(2, Amount.of(5), "triệu đồng", null, null),
                                written(3, null, null, "chờ hải quan", null)))));
        FilledSheet sheet = sheet();
        assertThat(sheet.get("H2"))
                .as("more digits than a spreadsheet's number keeps")
                .isEqualTo("12.345.678.901.234,567891");
        assertThat(sheet.get("G3")).isEqualTo("triệu đồng");
        assertThat(sheet.get("H3")).isEqualTo(new BigDecimal("5"));
        assertThat(sheet.get("I3")).isEqualTo("chính thức");
        assertThat(sheet.get("K2")).isEqualTo("=HYPERLINK(\"x\")");
        Import read = upload(sheet);
        assertThat(counts(read)).isEqualTo(new Import.Counts(3, 0, 0, 0, 2));
        assertThat(confirm(read, ConfirmImport.Accept.ALL).became()).isEqualTo(filled.version());
        assertThat(entries()).hasSize(3);
    }

    @Test
    void anAuthorsTextIsWrittenAsATextAndIsNoFormula() throws IOException {
        in(() -> House.get(EnterFigures.class)
                .enter(new EnterFigures.Command(
                        report.id(), 1, List.of(written(1, Amount.of(1), "tỷ đồng", null, "=cmd|' /C calc'!A0")))));
        String xml = Unzipped.text(written(Language.VI), "xl/worksheets/sheet1.xml");
        assertThat(xml).contains("t=\"inlineStr\"><is><t>=cmd|").doesNotContain("<f>");
    }

    @Test
    void everyFaultHasItsAddressAndNothingIsStoredWhileThereIsOne() {
        Import read = upload(sheet().set("H2", "mười hai")
                .set("I2", "chắc chắn")
                .set("H3", new FilledSheet.Formula("1+1"))
                .set("H4", LocalDate.of(2026, 3, 5))
                .set("H5", 7));
        assertThat(counts(read)).isEqualTo(new Import.Counts(1, 0, 3, 0, 0));
        assertThat(faults(read))
                .containsExactly("H2 sheet-number", "I2 unknown-word", "H3 sheet-formula", "H4 sheet-date");
        Refusal refusal = refused(() -> confirm(read, ConfirmImport.Accept.ALL));
        assertThat(refusal.code()).isEqualTo("import-not-right");
        assertThat(refusal.values()).containsEntry("faulty", 3).containsEntry("doubtful", 0);
        assertThat(entries()).isEmpty();
        assertThat(in(() -> House.get(ImportView.class).require(read.id())).status())
                .as("it can still be confirmed")
                .isEqualTo(ImportStatus.READ);
    }

    @Test
    void whatTheReportItselfWouldRefuseIsRefusedRowByRow() {
        Import read = upload(sheet().set("H2", 7)
                .set("J2", "chưa có")
                .set("H3", 7)
                .set("G3", "USD")
                .set("K4", "chỉ ghi chú")
                .set("H5", new BigDecimal("0.0000001"))
                .set("I5", "ước tính"));
        assertThat(faults(read))
                .containsExactly("J2 figure-and-missing", "G3 unit-mismatch", "H4 sheet-note-alone", "H5 sheet-digits");
    }

    @Test
    void theRightRowsAreTakenAndTheOthersComeBackWithTheirReasonToBeCorrected() {
        Import read = upload(sheet().set("H2", "x").set("H3", 7).set("H4", "1.234"));
        Import confirmed = confirm(read, ConfirmImport.Accept.GOOD);
        assertThat(entries()).containsExactly("2 7.000000 –");
        FilledSheet rejected = new FilledSheet(rejected(confirmed));
        assertThat(rejected.get("A2")).isEqualTo(new BigDecimal(1));
        assertThat(rejected.get("H2")).isEqualTo("x");
        assertThat(rejected.get("L2")).isEqualTo("H2: sheet-number");
        assertThat(rejected.get("A3")).isEqualTo(new BigDecimal(3));
        assertThat(rejected.get("H3")).isEqualTo("1.234");
        assertThat(rejected.get("A4")).isNull();
        Import again = upload(rejected.set("H2", 8).set("H3", new BigDecimal(1234)));
        confirm(again, ConfirmImport.Accept.ALL);
        assertThat(entries()).containsExactly("1 8.000000 –", "2 7.000000 –", "3 1234.000000 –");
    }

    @Test
    void aDoubtfulReadingIsStoredOnlyIfItWasConfirmed() {
        Import read = upload(sheet().set("H2", "1.234").set("H5", new FilledSheet.Percent(new BigDecimal("0.085"))));
        assertThat(counts(read)).isEqualTo(new Import.Counts(0, 2, 0, 0, 0));
        assertThat(rows(read)).extracting(Import.Row::amount).containsExactly(Amount.of(1234), Amount.parse("8.5"));
        assertThat(refused(() -> confirm(read, ConfirmImport.Accept.ALL, "H2")).values())
                .containsEntry("doubtful", 1);
        assertThat(refused(() -> confirm(read, ConfirmImport.Accept.GOOD)).code())
                .isEqualTo("import-empty");
        assertThat(refused(() -> confirm(read, ConfirmImport.Accept.ALL, "H2", "H3"))
                        .code())
                .isEqualTo("unknown-reading");
        confirm(read, ConfirmImport.Accept.ALL, "H2", "H5");
        assertThat(entries()).containsExactly("1 1234.000000 –", "4 8.500000 –");
    }

    @Test
    void textsAreReadInTheSheetsLanguage() {
        FilledSheet english = new FilledSheet(written(Language.EN));
        assertThat(english.get("I2")).isEqualTo("expected outturn");
        Import read = upload(english.set("H2", "1.5").set("H3", "1,5").set("I3", "sơ bộ"));
        assertThat(rows(read).getFirst().amount()).isEqualTo(Amount.parse("1.5"));
        assertThat(faults(read)).containsExactly("H3 sheet-number", "I3 unknown-word");
    }

    @Test
    void rowsFindTheirCellByTheirKeyAndOneThatIsNoLongerWhereItWasIsRefused() {
        FilledSheet sorted = sheet();
        swapRows(sorted.set("H2", 1).set("H4", 3), 2, 4);
        confirm(upload(sorted), ConfirmImport.Accept.ALL);
        assertThat(entries()).containsExactly("1 1.000000 –", "3 3.000000 –");
        Import moved = upload(sheet().set("A2", 4)
                .set("A3", 9)
                .set("H2", 1)
                .set("H3", 1)
                .set("A4", "ba")
                .set("H4", 1));
        assertThat(faults(moved)).containsExactly("B2 sheet-row-moved", "A3 unknown-cell", "A4 sheet-key");
        assertThat(faults(upload(sheet().set("F2", "2026-01")
                        .set("H2", 1)
                        .set("E3", "nam")
                        .set("H3", 1))))
                .as("an indicator may be asked for more than one period or part")
                .containsExactly("F2 sheet-row-moved", "E3 sheet-row-moved");
        Import twice = upload(sheet().set("A3", 1).set("H2", 1).set("H3", 2));
        assertThat(faults(twice)).containsExactly("A2 sheet-row-twice", "A3 sheet-row-twice");
    }

    @Test
    void ofRowsThatNameOneCellNoneIsTakenAndEachNamesTheOther() {
        FilledSheet sheet = sheet().set("H2", 5).set("H3", 7);
        for (Column column : Column.values()) {
            Object held = sheet.get(column.address(2));
            if (held != null) {
                sheet.set(column.address(6), held);
            }
        }
        Import read = upload(sheet);
        assertThat(faults(read)).containsExactly("A2 sheet-row-twice", "A6 sheet-row-twice");
        assertThat(rows(read).getFirst().faults().getFirst().facts()).containsEntry("other", "6");
        assertThat(rows(read).getLast().faults().getFirst().facts()).containsEntry("other", "2");
        confirm(read, ConfirmImport.Accept.GOOD);
        assertThat(entries()).containsExactly("2 7.000000 –");
    }

    @Test
    void whatTheChecksBlockIsAFaultyRowAndWhatTheyWarnOfIsSaidBesideARightOne() {
        Import blocked = upload(sheet().set("H2", -5).set("H4", 7));
        assertThat(faults(blocked)).containsExactly("H2 figure-below-lowest");
        assertThat(rows(blocked).getFirst().faults().getFirst().facts()).containsEntry("figure", "-5");
        assertThat(refused(() -> confirm(blocked, ConfirmImport.Accept.ALL)).code())
                .isEqualTo("import-not-right");
        assertThat(rows(blocked).getFirst().faults().getFirst().values())
                .as("for a sentence, numbers are numbers")
                .containsEntry("figure", new BigDecimal("-5"));
        Import warned = upload(sheet().set("H2", 900).set("H3", 850).set("H4", 7));
        assertThat(counts(warned)).isEqualTo(new Import.Counts(3, 0, 0, 0, 2));
        assertThat(in(() -> House.get(ImportView.class).rows(warned.id(), ImportView.Only.WARNED, 0, 100)))
                .as("the figures of a report are held against each other")
                .allSatisfy(row -> assertThat(row.warnings())
                        .extracting(Fault::at, Fault::code)
                        .containsExactly(tuple("H" + row.number(), "figure-parts-above")))
                .hasSize(2);
        confirm(warned, ConfirmImport.Accept.ALL);
        assertThat(entries()).hasSize(3);
    }

    @Test
    void aFileThatIsNoSheetOfThisReportIsRefusedAtOnce() {
        assertThat(code(() -> upload(sheet().unsigned()))).isEqualTo("sheet-unsigned");
        assertThat(code(() -> upload(sheet().sign("version", "x")))).isEqualTo("sheet-unsigned");
        assertThat(code(() -> upload(sheet().sign("submission", new UUID(7, 7).toString()))))
                .isEqualTo("sheet-of-another");
        assertThat(code(() -> upload(sheet().set("H1", "Khác")))).isEqualTo("sheet-columns");
        assertThat(code(() -> upload(sheet().sign("language", "en")))).isEqualTo("sheet-columns");
        assertThat(code(() -> upload(sheet().sign("version", "2")))).isEqualTo("sheet-old");
        assertThat(code(() -> in(() -> House.get(ReadSheet.class)
                        .read(new ReadSheet.Command(new UUID(7, 7), "a.xlsx"), sheet().saved()))))
                .isEqualTo("unknown-submission");
        assertThat(House.asSuperuser("select 'x' from sheet_import where tenant_id = '%s'".formatted(province)))
                .isEmpty();
    }

    @Test
    void filesThatAreMadeToHarmAreRefused() {
        byte[] good = sheet().bytes();
        assertThat(uploaded("Không phải bảng tính".getBytes(UTF_8))).isEqualTo("sheet-type");
        assertThat(uploaded(new byte[0])).isEqualTo("sheet-type");
        assertThat(uploaded(Arrays.copyOf(good, good.length / 2))).isEqualTo("sheet-type");
        String part = "xl/worksheets/sheet1.xml";
        assertThat(uploaded(Unzipped.with(good, part, xml -> "<!DOCTYPE x [<!ENTITY a \"aaaa\">]>" + xml)))
                .isEqualTo("sheet-broken");
        assertThat(uploaded(Unzipped.with(good, part, xml -> xml.replace("r=\"H1\"", "r=\"ZZZZZZ1\""))))
                .isEqualTo("sheet-broken");
        assertThat(uploaded(Unzipped.with(good, part, xml -> xml.replaceFirst("<v>[0-9]+</v>", "<v>2000000000</v>"))))
                .isEqualTo("sheet-broken");
        assertThat(uploaded(Unzipped.with(good, part, xml -> xml.substring(0, xml.length() / 2))))
                .isEqualTo("sheet-broken");
        assertThat(uploaded(Unzipped.with(
                        good, "xl/workbook.xml", xml -> xml.replaceFirst("(<sheet [^>]*r:id=\")[^\"]*", "$1rId99"))))
                .as("a sheet that is nowhere")
                .isEqualTo("sheet-broken");
        assertThat(uploaded(Unzipped.with(
                        good, "xl/workbook.xml", xml -> xml.replaceAll("(<sheet [^>]*r:id=\")[^\"]*", "$1rId99"))))
                .isEqualTo("sheet-broken");
        assertThat(uploaded(Unzipped.with(good, "xl/externalLinks/externalLink1.xml", xml -> "<a/>")))
                .isEqualTo("sheet-links");
        assertThat(uploaded(Unzipped.with(good, "xl/media/a.bin", xml -> "\0".repeat(450_000_000))))
                .as("half a megabyte that unpacks to 450")
                .isEqualTo("sheet-large");
        assertThat(uploaded(Unzipped.with(good, "xl/vbaProject.bin", xml -> "x")))
                .isEqualTo("sheet-type");
    }

    @Test
    void ofTwoConfirmationsAtOnceOneIsRefused() {
        Import read = upload(sheet().set(FIGURE, 7));
        Refusal refusal = AtOnce.refused(
                province,
                () -> House.get(ConfirmImport.class)
                        .confirm(new ConfirmImport.Command(read.id(), ConfirmImport.Accept.ALL, Set.of())));
        assertThat(refusal.code()).isEqualTo("import-confirmed");
        assertThat(entries()).hasSize(1);
        assertThat(code(() -> confirm(read, ConfirmImport.Accept.ALL))).isEqualTo("import-confirmed");
    }

    @Test
    void aReportThatChangedOrWasHandedInMeanwhileTakesNothing() {
        Import read = upload(sheet().set(FIGURE, 7));
        Submission changed = in(() -> House.get(EnterFigures.class)
                .enter(new EnterFigures.Command(
                        report.id(), 1, List.of(written(2, Amount.of(5), "tỷ đồng", null, null)))));
        assertThat(code(() -> confirm(read, ConfirmImport.Accept.ALL))).isEqualTo("submission-changed");
        Import newer = upload(new FilledSheet(written(Language.VI))
                .set("H2", 7)
                .set("J4", "chưa có")
                .set("J5", "chưa có"));
        confirm(newer, ConfirmImport.Accept.ALL);
        in(() -> House.get(SubmitReport.class).submit(report.id(), changed.version() + 1, null));
        assertThat(code(() -> upload(sheet().set(FIGURE, 9)))).isEqualTo("submission-closed");
        assertThat(entries()).hasSize(4);
    }

    @Test
    void onlyWhoMayWriteIntoTheReportUploadsAndNobodyElsesProvinceKnowsOfIt() {
        Import read = upload(sheet().set(FIGURE, 7));
        InputStream saved = sheet().saved();
        in(() -> Story.unit("SKHAC", UnitKind.DEPARTMENT, null));
        assertThat(refused(() -> House.as(
                                "nguoi-ngoai",
                                () -> House.get(ReadSheet.class)
                                        .read(new ReadSheet.Command(report.id(), "a.xlsx"), saved)))
                        .code())
                .isEqualTo("no-unit");
        TenantId other = House.province();
        assertThat(catchThrowableOfType(
                                Refusal.class,
                                () -> House.in(
                                        other, () -> House.get(ImportView.class).require(read.id())))
                        .code())
                .isEqualTo("unknown-import");
    }

    @Test
    void anImportWhoseReaderIsGoneIsInterrupted() {
        Import read = upload(sheet().set(FIGURE, 7));
        House.asSuperuser(
                "update sheet_import set status = 'reading', heard_at = now() - interval '1 hour' where import_id = '%s'"
                        .formatted(read.id()));
        assertThat(in(() -> House.get(ImportView.class).require(read.id())).status())
                .isEqualTo(ImportStatus.INTERRUPTED);
        assertThat(code(() -> confirm(read, ConfirmImport.Accept.ALL))).isEqualTo("import-interrupted");
        House.asSuperuser("update sheet_import set heard_at = now() where import_id = '%s'".formatted(read.id()));
        assertThat(code(() -> confirm(read, ConfirmImport.Accept.ALL))).isEqualTo("import-reading");
        House.asSuperuser("update sheet_import set status = 'refused' where import_id = '%s'".formatted(read.id()));
        assertThat(code(() -> confirm(read, ConfirmImport.Accept.ALL))).isEqualTo("import-refused");
    }

    @Test
    void aFileThatCannotBeReadToItsEndIsRefusedAndStoresNothing() {
        Import broken = in(() -> Uploads.brokenInTheMiddle(report.id()));
        assertThat(broken.status()).isEqualTo(ImportStatus.REFUSED);
        assertThat(broken.fault()).isEqualTo(Fault.of("", SheetReader.broken()));
        assertThat(code(() -> confirm(broken, ConfirmImport.Accept.GOOD))).isEqualTo("import-refused");
    }

    /** The measure of it is in deploy/README. */
    @Test
    void fiftyThousandRowsGoOutComeBackAndAreStored() throws InterruptedException {
        House.asSuperuser("""
                insert into submission_cell
                select tenant_id, submission_id, n, indicator_code, area_id, 'phần ' || n, period, calendar
                from submission_cell, generate_series(5, 50000) n where submission_id = '%s' and cell = 1
                """.formatted(report.id()));
        Instant begun = Instant.now();
        byte[] empty = written(Language.VI);
        Instant written = Instant.now();
        FilledSheet sheet = new FilledSheet(empty);
        for (int row = 2; row <= 50_001; row++) {
            sheet.set("H" + row, new BigDecimal(row + ".25"));
        }
        byte[] filled = sheet.bytes();
        Instant sent = Instant.now();
        Import read = uploadBytes(filled);
        while (read.status() == ImportStatus.READING) {
            assertThat(read.rowsRead()).isLessThanOrEqualTo(read.rowsFound());
            Thread.sleep(50);
            UUID id = read.id();
            read = in(() -> House.get(ImportView.class).require(id));
        }
        Instant ended = Instant.now();
        assertThat(counts(read)).isEqualTo(new Import.Counts(50_000, 0, 0, 0, 0));
        confirm(read, ConfirmImport.Accept.ALL);
        Instant stored = Instant.now();
        assertThat(House.asSuperuser(
                        "select count(*)::text || ' ' || sum(amount) from submission_entry where submission_id = '%s'"
                                .formatted(report.id())))
                .containsExactly("50000 1250087500.000000");
        LoggerFactory.getLogger(SheetsIT.class)
                .warn(
                        "50,000 rows: written in {}, {} KB filled in, read and checked in {}, stored in {}.",
                        Duration.between(begun, written),
                        filled.length / 1024,
                        Duration.between(sent, ended),
                        Duration.between(ended, stored));
        assertThat(Duration.between(sent, stored)).isLessThan(Duration.ofMinutes(2));
    }

    private static void swapRows(FilledSheet sheet, int one, int other) {
        for (Column column : Column.values()) {
            Object held = sheet.get(column.address(one));
            sheet.set(column.address(one), sheet.get(column.address(other)));
            sheet.set(column.address(other), held);
        }
    }

    private static EnterFigures.Written written(
            int cell, @Nullable Amount amount, @Nullable String unit, @Nullable String missing, @Nullable String note) {
        return new EnterFigures.Written("/figures/0", cell, ObservationStatus.OFFICIAL, amount, unit, missing, note);
    }

    private FilledSheet sheet() {
        return new FilledSheet(written(Language.VI));
    }

    private byte[] written(Language language) {
        return in(() -> bytes(to -> House.get(WriteSheet.class).write(report.id(), language, to)));
    }

    private byte[] rejected(Import confirmed) {
        return in(() -> bytes(to -> House.get(WriteRejected.class).write(confirmed.id(), Fault::code, to)));
    }

    private interface Writing {
        void to(ByteArrayOutputStream to) throws IOException;
    }

    private static byte[] bytes(Writing writing) {
        ByteArrayOutputStream to = new ByteArrayOutputStream();
        try {
            writing.to(to);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return to.toByteArray();
    }

    private Import upload(FilledSheet sheet) {
        return uploadBytes(sheet.bytes());
    }

    private Import uploadBytes(byte[] content) {
        return in(() -> Uploads.upload(report.id(), content));
    }

    private String uploaded(byte[] content) {
        return code(() -> uploadBytes(content));
    }

    private Import confirm(Import read, ConfirmImport.Accept accept, String... readings) {
        return in(() ->
                House.get(ConfirmImport.class).confirm(new ConfirmImport.Command(read.id(), accept, Set.of(readings))));
    }

    private Import.Counts counts(Import read) {
        return in(() -> House.get(ImportView.class).counts(read.id()));
    }

    private List<Import.Row> rows(Import read) {
        return in(() -> House.get(ImportView.class).rows(read.id(), null, 0, 100));
    }

    private List<String> faults(Import read) {
        return rows(read).stream()
                .flatMap(row -> row.faults().stream())
                .map(fault -> fault.at() + " " + fault.code())
                .toList();
    }

    /** What counts in the report's cells: number, amount, note. */
    private List<String> entries() {
        return in(() -> House.get(SubmissionView.class).lines(report.id(), 0, 100)).stream()
                .flatMap(line -> line.entry().stream())
                .map(entry -> "%d %s %s"
                        .formatted(
                                entry.cell(),
                                entry.amount() == null
                                        ? "–"
                                        : entry.amount()
                                                .value()
                                                .setScale(6, RoundingMode.UNNECESSARY)
                                                .toPlainString(),
                                entry.note() == null ? "–" : entry.note()))
                .toList();
    }

    private String code(Supplier<?> work) {
        return refused(work).code();
    }

    private Refusal refused(Supplier<?> work) {
        return catchThrowableOfType(Refusal.class, () -> in(work));
    }

    private <T> T in(Supplier<T> work) {
        return House.in(province, work);
    }
}
