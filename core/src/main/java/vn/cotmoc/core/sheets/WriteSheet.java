package vn.cotmoc.core.sheets;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.UUID;
import vn.cotmoc.core.measure.Language;
import vn.cotmoc.core.observations.ObservationStatus;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.submissions.Submission;
import vn.cotmoc.core.submissions.SubmissionView;

/**
 * Writes a report as a sheet to fill in. It is read page by page without a transaction around it: the sheet carries the version that the
 * report had before, so that one which changed meanwhile is refused when it comes back.
 */
@Singleton
public class WriteSheet {

    private static final int PAGE = 1000;

    private final SubmissionView view;

    WriteSheet(SubmissionView view) {
        this.view = view;
    }

    /** @throws Refusal {@code unknown-submission} */
    public void write(UUID submission, Language language, OutputStream to) throws IOException {
        Submission report = view.require(submission);
        int cells = view.filled(submission).cells();
        try (SheetWriter sheet = new SheetWriter(to, new Signature(submission, report.version(), language), cells)) {
            List<SubmissionView.Line> lines = view.lines(submission, 0, PAGE);
            while (!lines.isEmpty()) {
                for (SubmissionView.Line line : lines) {
                    write(line, language, sheet);
                }
                lines = view.lines(submission, lines.getLast().cell().number(), PAGE);
            }
        }
    }

    private static void write(SubmissionView.Line line, Language language, SheetWriter sheet) throws IOException {
        Submission.Cell cell = line.cell();
        sheet.key(cell.number());
        sheet.text(Column.INDICATOR, cell.indicator());
        sheet.text(Column.NAME, language.of(line.name(), line.nameEn()));
        sheet.text(Column.AREA, line.area());
        sheet.text(Column.SUBGROUP, cell.subgroup());
        sheet.text(Column.PERIOD, cell.period().toString());
        Submission.Entry entry = line.entry().orElse(null);
        if (entry == null || entry.amount() == null) {
            sheet.text(Column.UNIT, language.of(line.unit(), line.unitEn()));
            sheet.text(Column.FIGURE, "");
        } else {
            String unit = entry.written(line.unit()).unit();
            sheet.text(Column.UNIT, unit.equals(line.unit()) ? language.of(line.unit(), line.unitEn()) : unit);
            sheet.figure(entry.written(line.unit()).amount());
        }
        sheet.text(Column.STATUS, StatusWords.of(entry == null ? ObservationStatus.OUTTURN : entry.status(), language));
        sheet.text(Column.MISSING, entry == null || entry.missing() == null ? "" : entry.missing());
        sheet.text(Column.NOTE, entry == null || entry.note() == null ? "" : entry.note());
        sheet.endOfRow();
    }
}
