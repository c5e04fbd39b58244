package vn.cotmoc.core.sheets;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.dhatim.fastexcel.ProtectionOption;
import org.dhatim.fastexcel.SheetProtectionOption;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import vn.cotmoc.core.measure.Amount;
import vn.cotmoc.core.measure.Language;

/** Writes a report's sheet as a stream: its signature, its header, and row by row what is to be filled in. */
final class SheetWriter implements Closeable {

    /** Rows that are held before they are written. */
    private static final int HELD = 500;

    /** No secret: whoever wants to can take the protection off, and the rows are checked all the same. */
    private static final String AGAINST_SLIPS = "cot-moc";

    /** Digits that a spreadsheet keeps of a number; longer ones are written as texts. */
    private static final int DIGITS_OF_NUMBERS = 15;

    private static final String AS_TEXT = "@";

    private final Language language;
    private final Workbook workbook;
    private final Worksheet sheet;
    private int next = 1;

    /** @param rows how many there will be at most; each {@link #row} is one */
    SheetWriter(OutputStream to, Signature signature, int rows) throws IOException {
        language = signature.language();
        workbook = new Workbook(to, "Cot Moc", null);
        sheet = workbook.newWorksheet(language.of("Báo cáo", "Report"));
        sign(signature);
        sheet.freezePane(Column.AREA.ordinal(), 1);
        sheet.protect(
                AGAINST_SLIPS,
                Set.of(
                        SheetProtectionOption.SHEET,
                        SheetProtectionOption.DELETE_COLUMNS,
                        SheetProtectionOption.INSERT_COLUMNS));
        for (Column column : Column.values()) {
            header(column.ordinal(), column.header(language), column.width());
        }
        sheet.range(1, Column.STATUS.ordinal(), Math.max(rows, 1), Column.STATUS.ordinal())
                .validateWithListByFormula("\"" + StatusWords.all(language, ",") + "\"");
    }

    private void sign(Signature signature) throws IOException {
        try (Worksheet signed = workbook.newWorksheet(Signature.SHEET)) {
            signed.setVisibilityState(VisibilityState.VERY_HIDDEN);
            List<List<String>> told = List.of(
                    List.of(Signature.SUBMISSION, signature.submission().toString()),
                    List.of(Signature.VERSION, Integer.toString(signature.version())),
                    List.of(Signature.LANGUAGE, signature.language().code()));
            for (int i = 0; i < told.size(); i++) {
                signed.inlineString(i, 0, told.get(i).getFirst());
                signed.inlineString(i, 1, told.get(i).getLast());
            }
        }
    }

    /** One more column behind the others, for what is wrong with each row. */
    void reasons() {
        header(Column.values().length, language.of("Vì sao chưa nhận", "Why it was not taken"), 60);
    }

    private void header(int column, String text, int width) {
        sheet.width(column, width);
        sheet.inlineString(0, column, text);
        sheet.style(0, column).bold().fillColor("E8EEF4").wrapText(true).set();
    }

    void text(Column column, String text) {
        if (column.isFilledIn()) {
            // As a text a cell stays one, whatever it begins with: it is never a formula, not when somebody edits it
            // either.
            sheet.style(next, column.ordinal())
                    .format(column == Column.FIGURE ? "General" : AS_TEXT)
                    .protectionOption(ProtectionOption.LOCKED, false)
                    .set();
        }
        if (!text.isEmpty()) {
            sheet.inlineString(next, column.ordinal(), text);
        }
    }

    void key(int cell) {
        sheet.value(next, Column.CELL.ordinal(), cell);
    }

    /** A number where a spreadsheet keeps all its digits; otherwise a text in the sheet's language. */
    void figure(Amount amount) {
        BigDecimal value = amount.value();
        if (value.precision() > DIGITS_OF_NUMBERS) {
            text(Column.FIGURE, language.number(value));
        } else {
            text(Column.FIGURE, "");
            sheet.value(next, Column.FIGURE.ordinal(), new BigDecimal(amount.text()));
        }
    }

    void reason(String reason) {
        sheet.inlineString(next, Column.values().length, reason);
        sheet.style(next, Column.values().length).format(AS_TEXT).wrapText(true).set();
    }

    void endOfRow() throws IOException {
        next++;
        if (next % HELD == 0) {
            sheet.flush();
        }
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
