package vn.cotmoc.core.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.cotmoc.core.measure.Amount;
import vn.cotmoc.core.measure.Language;

/** 50,000 rows are written and read in a heap that does not hold them: in a process of its own, of which a reader of the whole file dies. */
class StreamedSheetTest {

    private static final int ROWS = 50_000;
    private static final String HEAP = "-Xmx32m";

    @TempDir
    Path folder;

    @Test
    void fiftyThousandRowsAreWrittenAndReadInASmallHeap() throws Exception {
        Path file = folder.resolve("sheet.xlsx");
        assertThat(run(Writes.class, file)).isEqualTo("written");
        assertThat(Files.size(file)).isGreaterThan(1_000_000);
        assertThat(run(Reads.class, file)).isEqualTo("read " + ROWS);
        assertThat(run(ReadsWhole.class, file))
                .as("the heap is too small for the whole file")
                .contains("OutOfMemoryError");
    }

    private static String run(Class<?> program, Path file) throws IOException, InterruptedException {
        Path said = Files.createTempFile("said", ".txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        program.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
        return Files.readString(said).strip();
    }

    static final class Writes {

        @SuppressWarnings("SystemOut")
        public static void main(String[] arguments) throws IOException {
            try (OutputStream to = Files.newOutputStream(Path.of(arguments[0]));
                    SheetWriter sheet = new SheetWriter(to, new Signature(new UUID(1, 1), 1, Language.VI), ROWS)) {
                for (int row = 1; row <= ROWS; row++) {
                    sheet.key(row);
                    sheet.text(Column.INDICATOR, "INDICATOR_" + row);
                    sheet.text(Column.NAME, "Sản lượng của xã thứ " + row);
                    sheet.text(Column.NOTE, "Ghi chú không lặp lại " + row);
                    sheet.figure(new Amount(BigDecimal.valueOf(row, 2)));
                    sheet.endOfRow();
                }
            }
            System.out.println("written");
        }
    }

    static final class Reads {

        private static int rows;

        @SuppressWarnings("SystemOut")
        public static void main(String[] arguments) throws IOException {
            Path file = Path.of(arguments[0]);
            Inspection.rows(file);
            try (SheetReader sheet = new SheetReader(file)) {
                sheet.read(_ -> rows++);
            }
            System.out.println("read " + rows);
        }
    }

    static final class ReadsWhole {

        @SuppressWarnings("SystemOut")
        public static void main(String[] arguments) throws IOException {
            try (ReadableWorkbook workbook =
                    new ReadableWorkbook(Path.of(arguments[0]).toFile())) {
                System.out.println("read " + workbook.getFirstSheet().read().size());
            }
        }
    }
}
