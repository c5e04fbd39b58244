package vn.cotmoc.core.sheets;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.cotmoc.core.measure.Language;
import vn.cotmoc.core.refusals.Refusal;

/**
 * Gives back what did not go into the report, as a sheet like the one that came, with the reason beside each row. Corrected, it can be
 * uploaded: it carries the version that the report has by then, if nobody else changed it.
 */
@Singleton
public class WriteRejected {

    private static final int PAGE = 1000;

    private final ImportView view;

    WriteRejected(ImportView view) {
        this.view = view;
    }

    /**
     * @param sentence of a fault, in the reader's words
     * @throws Refusal {@code unknown-import}
     */
    public void write(UUID id, Function<Fault, String> sentence, OutputStream to) throws IOException {
        Import found = view.require(id);
        int version = Objects.requireNonNullElse(found.became(), found.version());
        try (SheetWriter sheet =
                new SheetWriter(to, new Signature(found.submission(), version, found.language()), found.rowsFound())) {
            sheet.reasons();
            List<Import.Row> rows = view.rows(id, ImportView.Only.REJECTED, 0, PAGE);
            while (!rows.isEmpty()) {
                for (Import.Row row : rows) {
                    write(row, found.language(), sentence, sheet);
                }
                rows = view.rows(id, ImportView.Only.REJECTED, rows.getLast().number(), PAGE);
            }
        }
    }

    private static void write(Import.Row row, Language language, Function<Fault, String> sentence, SheetWriter sheet)
            throws IOException {
        for (Column column : Column.values()) {
            if (column == Column.FIGURE && row.amount() != null && row.isRight() && !row.doubtful()) {
                sheet.figure(row.amount());
            } else if (column == Column.CELL && row.cell() != null) {
                sheet.key(row.cell());
            } else {
                sheet.text(column, row.text(column));
            }
        }
        sheet.reason(
                row.isRight()
                        ? language.of("Cách đọc chưa được xác nhận", "How it was read was not confirmed")
                        : row.faults().stream()
                                .map(fault -> fault.at() + ": " + sentence.apply(fault))
                                .collect(Collectors.joining("\n")));
        sheet.endOfRow();
    }
}
