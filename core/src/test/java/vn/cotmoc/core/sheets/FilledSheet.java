package vn.cotmoc.core.sheets;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellAddress;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/** A sheet as somebody fills it in and saves it: read whole, changed, written anew as spreadsheets write, with shared strings. */
final class FilledSheet {

    record Formula(String expression) {}

    record Percent(BigDecimal value) {}

    private final Map<String, Map<CellAddress, Object>> sheets = new LinkedHashMap<>();
    private final String first;

    FilledSheet(byte[] written) {
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(written))) {
            for (Sheet sheet : workbook.getSheets().toList()) {
                Map<CellAddress, Object> cells = new TreeMap<>();
                try (Stream<Row> rows = sheet.openStream()) {
                    rows.flatMap(Row::stream)
                            .filter(cell -> cell != null && cell.getType() != CellType.EMPTY)
                            .forEach(cell -> cells.put(cell.getAddress(), value(cell)));
                }
                sheets.put(sheet.getName(), cells);
            }
            first = workbook.getFirstSheet().getName();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Object value(Cell cell) {
        return cell.getType() == CellType.NUMBER ? cell.asNumber() : cell.asString();
    }

    /** @param value a text, a number, a day, {@link Formula}, {@link Percent}; null to empty the cell */
    FilledSheet set(String address, @Nullable Object value) {
        Map<CellAddress, Object> cells = cells();
        if (value == null) {
            cells.remove(new CellAddress(address));
        } else {
            cells.put(new CellAddress(address), value);
        }
        return this;
    }

    @Nullable
    Object get(String address) {
        return cells().get(new CellAddress(address));
    }

    /** In the hidden sheet. */
    FilledSheet sign(String key, String value) {
        Map<CellAddress, Object> signature = Objects.requireNonNull(sheets.get(Signature.SHEET));
        signature.entrySet().stream()
                .filter(cell -> key.equals(cell.getValue()))
                .map(Map.Entry::getKey)
                .findFirst()
                .ifPresent(at -> signature.put(new CellAddress(at.getRow(), 1), value));
        return this;
    }

    FilledSheet unsigned() {
        sheets.remove(Signature.SHEET);
        return this;
    }

    private Map<CellAddress, Object> cells() {
        return Objects.requireNonNull(sheets.get(first));
    }

    InputStream saved() {
        return new ByteArrayInputStream(bytes());
    }

    byte[] bytes() {
        ByteArrayOutputStream to = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(to, "Test", null)) {
            sheets.forEach((name, cells) -> {
                Worksheet sheet = workbook.newWorksheet(name);
                if (name.equals(Signature.SHEET)) {
                    sheet.setVisibilityState(VisibilityState.VERY_HIDDEN);
                }
                cells.forEach((at, value) -> write(sheet, at.getRow(), at.getColumn(), value));
            });
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return to.toByteArray();
    }

    private static void write(Worksheet sheet, int row, int column, Object value) {
        switch (value) {
            case Formula(String expression) -> sheet.formula(row, column, expression);
            case Percent(BigDecimal share) -> {
                sheet.value(row, column, share);
                sheet.style(row, column).format("0.0%").set();
            }
            case LocalDate day -> {
                sheet.value(row, column, day);
                sheet.style(row, column).format("d/m/yyyy").set();
            }
            case Boolean yes -> sheet.value(row, column, yes);
            case Number number -> sheet.value(row, column, number);
            default -> sheet.value(row, column, value.toString());
        }
    }
}
