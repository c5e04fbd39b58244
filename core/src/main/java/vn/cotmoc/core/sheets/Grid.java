package vn.cotmoc.core.sheets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.SheetVisibility;
import vn.cotmoc.core.refusals.Refusal;

/**
 * The first sheet that is shown of a small workbook from elsewhere, as it stands there.
 *
 * @param lines those that hold something, in their order
 */
public record Grid(List<Line> lines) {

    /** Unpacked. */
    private static final long MOST_BYTES = 20_000_000;

    private static final int MOST_COLUMNS = 50;

    public Grid {
        lines = List.copyOf(lines);
    }

    /** @param number from 1 */
    public record Line(int number, List<Content> contents) {

        public Line {
            contents = List.copyOf(contents);
        }

        /** As people call a cell: {@code B3}. @param column from 0, of the first fifty */
        public String address(int column) {
            String letter = Character.toString('A' + column % 26);
            return (column < 26 ? "" : "A") + letter + number;
        }
    }

    /**
     * @param most lines that are read
     * @throws Refusal {@code sheet-type}, {@code sheet-links}, {@code sheet-large}, {@code sheet-text} or {@code sheet-broken}
     */
    public static Grid read(byte[] file, int most) {
        try {
            Path copy = Files.createTempFile("cotmoc-grid-", ".xlsx");
            try {
                Files.write(copy, file);
                Inspection.rows(copy, MOST_BYTES);
                return new Grid(lines(copy, most));
            } finally {
                Files.delete(copy);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<Line> lines(Path file, int most) {
        List<Line> lines = new ArrayList<>();
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
                Stream<Row> rows = workbook.getSheets()
                        .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
                        .findFirst()
                        .orElseThrow(SheetReader::broken)
                        .openStream()) {
            for (Iterator<Row> next = rows.iterator(); next.hasNext() && lines.size() < most; ) {
                Line line = line(next.next());
                if (line.contents.stream().anyMatch(content -> !content.shown().isBlank())) {
                    lines.add(line);
                }
            }
            return lines;
        } catch (IOException | RuntimeException broken) {
            throw SheetReader.broken();
        }
    }

    private static Line line(Row row) {
        List<Content> contents = new ArrayList<>();
        for (int column = 0; column < Math.min(row.getCellCount(), MOST_COLUMNS); column++) {
            contents.add(Content.of(row.getOptionalCell(column).orElse(null)));
        }
        return new Line(row.getRowNum(), contents);
    }
}
