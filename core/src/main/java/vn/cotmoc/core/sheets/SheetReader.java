package vn.cotmoc.core.sheets;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import vn.cotmoc.core.measure.Coded;
import vn.cotmoc.core.measure.Language;
import vn.cotmoc.core.refusals.Refusal;

/** Reads a sheet that {@link SheetWriter} made and somebody filled in, row by row; of a file that {@link Inspection} found harmless. */
final class SheetReader implements Closeable {

    /** A row as it stands there. */
    record Found(int number, List<Content> contents) {}

    private static final ReadingOptions WITH_FORMATS_AND_UNREADABLE_CELLS_AS_ERRORS = new ReadingOptions(true, true);

    private final ReadableWorkbook workbook;

    /** @throws Refusal {@code sheet-broken} */
    SheetReader(Path file) throws IOException {
        workbook = reading(() -> {
            try {
                return new ReadableWorkbook(file.toFile(), WITH_FORMATS_AND_UNREADABLE_CELLS_AS_ERRORS);
            } catch (IOException unreadable) {
                throw broken();
            }
        });
    }

    static Refusal broken() {
        return Refusal.invalid("sheet-broken", "file");
    }

    /** @throws Refusal {@code sheet-unsigned} if it was not made here, {@code sheet-columns} if its columns are not as they were */
    Signature signature() {
        Map<String, String> told = new HashMap<>();
        try (Stream<Row> rows = opened(sheet(Signature.SHEET))) {
            each(rows, row -> {
                String key = row.contents().getFirst().shown();
                if (Signature.KEYS.contains(key)) {
                    told.putIfAbsent(key, row.contents().get(1).shown());
                }
            });
        }
        Signature signature = signature(told);
        List<String> headers = Arrays.stream(Column.values())
                .map(column -> column.header(signature.language()))
                .toList();
        try (Stream<Row> rows = opened(rows())) {
            Iterator<Row> first = rows.iterator();
            List<String> found = reading(() -> first.hasNext()
                    ? found(first.next(), 1).contents().stream()
                            .map(Content::shown)
                            .toList()
                    : List.<String>of());
            if (!found.equals(headers)) {
                throw Refusal.invalid("sheet-columns", "file", "columns", String.join(", ", headers));
            }
        }
        return signature;
    }

    private static Signature signature(Map<String, String> told) {
        try {
            return new Signature(
                    UUID.fromString(told.getOrDefault(Signature.SUBMISSION, "")),
                    Integer.parseInt(told.getOrDefault(Signature.VERSION, "")),
                    Coded.read(Language.class, told.getOrDefault(Signature.LANGUAGE, "")));
        } catch (IllegalArgumentException other) {
            throw unsigned();
        }
    }

    /**
     * All rows under the header, in their order.
     *
     * @throws Refusal {@code sheet-broken} where the file cannot be read on
     */
    void read(RowTaker take) {
        try (Stream<Row> rows = opened(rows())) {
            each(rows, row -> {
                if (row.number() > 1) {
                    take.take(row);
                }
            });
        }
    }

    interface RowTaker {
        void take(Found row);
    }

    private static void each(Stream<Row> rows, RowTaker take) {
        Iterator<Row> next = rows.iterator();
        int last = 0;
        while (reading(next::hasNext)) {
            Row row = reading(next::next);
            Found found = found(row, last + 1);
            last = found.number();
            take.take(found);
        }
    }

    /** @param least what the row's number must be at least: rows that come twice, or back, have no address */
    private static Found found(Row row, int least) {
        if (row.getRowNum() < least) {
            throw broken();
        }
        List<Content> contents = new ArrayList<>();
        for (Column column : Column.values()) {
            contents.add(reading(
                    () -> Content.of(row.getOptionalCell(column.ordinal()).orElse(null))));
        }
        return new Found(row.getRowNum(), contents);
    }

    /** A workbook may name sheets that it does not have. */
    private static Stream<Row> opened(Sheet sheet) {
        return reading(() -> {
            try {
                return sheet.openStream();
            } catch (IOException unreadable) {
                throw broken();
            }
        });
    }

    private Sheet rows() {
        return reading(() -> workbook.getSheets()
                .filter(sheet -> !Signature.SHEET.equals(sheet.getName()))
                .findFirst()
                .orElseThrow(SheetReader::unsigned));
    }

    private Sheet sheet(String name) {
        return reading(() -> workbook.findSheet(name).orElseThrow(SheetReader::unsigned));
    }

    private static Refusal unsigned() {
        return Refusal.invalid("sheet-unsigned", "file");
    }

    /** The library says by many kinds of exceptions that a file is not what it should be. */
    private static <T> T reading(Supplier<T> read) {
        try {
            return read.get();
        } catch (Refusal refusal) {
            throw refusal;
        } catch (RuntimeException unreadable) {
            throw broken();
        }
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
