package vn.cotmoc.core.sheets;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** The parts of a workbook, for tests that break them. */
final class Unzipped {

    private Unzipped() {}

    static String text(byte[] workbook, String part) {
        return Objects.requireNonNull(parts(workbook).get(part));
    }

    /** @param change gets an empty text of a part that is not there */
    static byte[] with(byte[] workbook, String part, UnaryOperator<String> change) {
        Map<String, String> parts = parts(workbook);
        parts.put(part, change.apply(parts.getOrDefault(part, "")));
        ByteArrayOutputStream to = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(to)) {
            for (Map.Entry<String, String> entry : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(UTF_8));
                zip.closeEntry();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return to.toByteArray();
    }

    /** By its directory: the parts of a workbook that is written as a stream do not say beforehand how long they are. */
    private static Map<String, String> parts(byte[] workbook) {
        Map<String, String> parts = new LinkedHashMap<>();
        try (ZipFile zip = ZipFile.builder().setByteArray(workbook).get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                parts.put(entry.getName(), new String(zip.getInputStream(entry).readAllBytes(), UTF_8));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return parts;
    }
}
