package vn.cotmoc.core.sheets;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.cotmoc.core.refusals.Refusal;

/** A small file that costs the parser much is refused before the parser sees it. */
class InspectionTest {

    /** A tenth of what the attributes cost the parser. */
    private static final Duration LITTLE = Duration.ofSeconds(1);

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"101, 4", "90000, 4", "300, 300"})
    void manyAttributesOfOneElementAreRefused(int attributes, int length) throws IOException {
        refusedSoon("sheet-broken", sheet("<row r='1' %s/>".formatted(distinct(attributes, length)), UTF_8));
    }

    @Test
    void aNameOrAValueBeyondMeasureIsRefused() throws IOException {
        refusedSoon("sheet-text", sheet("<row " + "a".repeat(900_000) + "='1'/>", UTF_8));
        refusedSoon("sheet-text", sheet("<row a='" + "1".repeat(900_000) + "'/>", UTF_8));
        refusedSoon("sheet-text", sheet("<" + "a".repeat(900_000) + "/>", UTF_8));
    }

    /** What makes an element are other bytes in it. */
    @Test
    void anotherEncodingIsRefusedBeforeItsElements() throws IOException {
        refusedSoon("sheet-broken", sheet("<row " + distinct(90_000, 4) + "/>", UTF_16));
        String declared = "<?xml version='1.0' encoding='IBM037'?><sheetData/>";
        refusedSoon("sheet-broken", zip(declared.getBytes(UTF_8)));
    }

    @Test
    void whatSpreadsheetsWriteIsRead() throws IOException {
        String row = """
                <row r="1" %s><c r="A1" t="str"><f>IF(B1&gt;=1,"=","&gt;")</f><v>a = b = '</v></c></row>""".formatted(distinct(99, 8));
        assertThat(Inspection.rows(sheet(row + "<!-- a='1' -->", UTF_8))).isOne();
    }

    private void refusedSoon(String code, Path file) {
        long before = spent();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Inspection.rows(file))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
        assertThat(Duration.ofNanos(spent() - before)).isLessThan(LITTLE);
    }

    private static long spent() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static String distinct(int attributes, int length) {
        return IntStream.range(0, attributes)
                .mapToObj(i -> "a".repeat(length - 3) + i + "='='")
                .collect(Collectors.joining(" "));
    }

    private Path sheet(String rows, Charset encoding) throws IOException {
        return zip(("<sheetData>" + rows + "</sheetData>").getBytes(encoding));
    }

    private Path zip(byte[] sheet) throws IOException {
        Path file = folder.resolve("sheet.xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write("""
                    <Types><Override PartName="/xl/workbook.xml" \
                    ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>""".getBytes(UTF_8));
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            zip.write("<workbook/>".getBytes(UTF_8));
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            zip.write(sheet);
        }
        return file;
    }
}
