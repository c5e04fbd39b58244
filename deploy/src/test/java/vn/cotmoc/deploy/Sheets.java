package vn.cotmoc.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Spreadsheets of reports as somebody fills them in. */
final class Sheets {

    /** Where the figure of a report's first cell stands. */
    static final String FIGURE = "H2";

    private static final Pattern CELL = Pattern.compile("<c r=\"([A-Z]+[0-9]+)\"[^>]*>.*?</c>");

    private static final String ROWS = "xl/worksheets/sheet1.xml";

    private Sheets() {}

    /** @param texts by the address where somebody types them */
    static byte[] filled(byte[] sheet, Map<String, String> texts) {
        ByteArrayOutputStream filled = new ByteArrayOutputStream();
        try (ZipFile from = ZipFile.builder().setByteArray(sheet).get();
                ZipOutputStream to = new ZipOutputStream(filled)) {
            for (ZipArchiveEntry part : Collections.list(from.getEntries())) {
                byte[] content = from.getInputStream(part).readAllBytes();
                to.putNextEntry(new ZipEntry(part.getName()));
                to.write(part.getName().equals(ROWS) ? with(content, texts) : content);
                to.closeEntry();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return filled.toByteArray();
    }

    private static byte[] with(byte[] rows, Map<String, String> texts) {
        return CELL.matcher(new String(rows, UTF_8))
                .replaceAll(cell -> Matcher.quoteReplacement(
                        texts.containsKey(cell.group(1))
                                ? "<c r=\"%s\" t=\"inlineStr\"><is><t>%s</t></is></c>"
                                        .formatted(cell.group(1), texts.get(cell.group(1)))
                                : cell.group()))
                .getBytes(UTF_8);
    }
}
