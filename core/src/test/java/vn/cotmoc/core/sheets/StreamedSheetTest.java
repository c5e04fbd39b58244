package vn.cotmoc.core.sheets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.cotmoc.core.measure.Amount;
import vn.cotmoc.core.measure.Language;
import vn.cotmoc.core.refusals.Refusal;

/** 50,000 rows are written and read in a heap that does not hold them: in a process of its own, of which a reader of the whole file dies. */
class StreamedSheetTest {

    private static final int ROWS = 50_000;
    private static final String HEAP = "-Xmx32m";

    private static final String SHEET = "xl/worksheets/sheet1.xml";
    private static final String STRINGS = "xl/sharedStrings.xml";
    private static final String MAIN = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

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

    @ParameterizedTest
    @EnumSource(Swelling.class)
    void aSmallFileThatSwellsIsRefusedBeforeItFillsTheHeap(Swelling swelling) throws Exception {
        Path file = folder.resolve("sheet.xlsx");
        swelling.write(file);
        assertThat(Files.size(file)).isLessThan(3_000_000);
        assertThat(run(Reads.class, file)).isEqualTo(swelling.refusal);
    }

    /** Parts that hold 300 MB in one piece, or many millions of pieces. */
    enum Swelling {
        TEXT_OF_A_CELL(
                "sheet-text", SHEET, "<row r='1'><c r='A1' t='inlineStr'><is><t>", "AAAAAAAAAA", "</t></is></c></row>"),
        TEXTS_OF_A_CELL(
                "sheet-text",
                SHEET,
                "<row r='1'><c r='A1' t='inlineStr'><is>",
                "<r><t>AAAA</t></r>",
                "</is></c></row>"),
        MARKED_SECTION(
                "sheet-broken", SHEET, "<row r='1'><c r='A1' t='str'><v><![CDATA[", "<<<<<<<<<<", "]]></v></c></row>"),
        ENTITY_IN_A_CELL("sheet-text", SHEET, "<row r='1'><c r='A1' t='str'><v>", "&#x41;", "</v></c></row>"),
        NUMBER_OF_A_STRING("sheet-text", SHEET, "<row r='1'><c r='A1' t='s'><v>", "1111111111", "</v></c></row>"),
        FORMULA("sheet-text", SHEET, "<row r='1'><c r='A1'><f>", "1+1+1+1+1+", "1</f></c></row>"),
        CELLS_OF_A_ROW("sheet-broken", SHEET, "<row r='1'>", "<c><v>1</v></c>", "</row>"),
        TEXTS_OF_A_ROW("sheet-text", SHEET, "<row r='1'>", "<c><v>" + "A".repeat(30_000) + "</v></c>", "</row>"),
        ATTRIBUTE("sheet-text", SHEET, "<row r='", "1111111111", "'></row>"),
        DEPTH("sheet-broken", SHEET, "", "<a>", ""),
        TEXT_OF_A_STRING("sheet-text", STRINGS, "<si><t>", "AAAAAAAAAA", "</t></si>"),
        STRINGS_WITHOUT_TEXT("sheet-large", STRINGS, "", "<si><t/></si>", ""),
        FORMATS("sheet-large", "xl/styles.xml", "<cellXfs>", "<xf numFmtId='0'/>", "</cellXfs>"),
        RELATIONS("sheet-large", "xl/_rels/workbook.xml.rels", "", "<Relationship Id='a' Target='b.xml'/>", ""),
        SHEET_CALLED_A_PICTURE(
                "sheet-broken", "xl/_rels/workbook.xml.rels", "<Relationship Id='a' Target='media/a.png'/>", "", "");

        private final String refusal;
        private final String part;
        private final String before;
        private final String again;
        private final String after;

        Swelling(String refusal, String part, String before, String again, String after) {
            this.refusal = refusal;
            this.part = part;
            this.before = before;
            this.again = again;
            this.after = after;
        }

        void write(Path file) throws IOException {
            try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
                zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
                zip.write("""
                        <Types><Override PartName="/xl/workbook.xml" ContentType="%s"/></Types>""".formatted(MAIN).getBytes(UTF_8));
                zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
                zip.write("<workbook/>".getBytes(UTF_8));
                zip.putNextEntry(new ZipEntry(part));
                zip.write(("<all>" + before).getBytes(UTF_8));
                byte[] some = again.repeat(Math.max(1, 1_000_000 / Math.max(1, again.length())))
                        .getBytes(UTF_8);
                for (int i = 0; i < 300; i++) {
                    zip.write(some);
                }
                zip.write((after + "</all>").getBytes(UTF_8));
            }
        }
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
            try {
                Inspection.rows(file);
            } catch (Refusal refusal) {
                System.out.println(refusal.code());
                return;
            }
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
