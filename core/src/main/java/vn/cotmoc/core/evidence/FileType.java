package vn.cotmoc.core.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import vn.cotmoc.core.measure.Coded;

/** What may be attached; decided by what is in the file, never by its name or by what its sender calls it. */
public enum FileType implements Coded {
    PDF("application/pdf", "pdf"),
    PNG("image/png", "png"),
    JPEG("image/jpeg", "jpg", "jpeg"),
    /** Without macros. */
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    /** Without macros. */
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    /** UTF-8 without control characters; a table of values is a text like any other. */
    TEXT("text/plain", "txt", "csv");

    private static final byte[] PDF_BEGINS = "%PDF-".getBytes(UTF_8);
    private static final byte[] PNG_BEGINS = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte[] JPEG_BEGINS = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final byte[] ZIP_BEGINS = {'P', 'K', 3, 4};

    private final String mediaType;
    private final List<String> extensions;

    FileType(String mediaType, String... extensions) {
        this.mediaType = mediaType;
        this.extensions = List.of(extensions);
    }

    public String mediaType() {
        return mediaType;
    }

    /** The name with an extension of this type; {@code xem.html} of a text becomes {@code xem.html.txt}. */
    String named(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return extensions.stream().anyMatch(extension -> lower.endsWith("." + extension))
                ? name
                : name + "." + extensions.getFirst();
    }

    /** Empty if it is nothing that may be attached, an empty file among them. */
    public static Optional<FileType> of(Path file) throws IOException {
        byte[] begins;
        try (InputStream content = Files.newInputStream(file)) {
            begins = content.readNBytes(8);
        }
        if (startsWith(begins, PDF_BEGINS)) {
            return Optional.of(PDF);
        }
        if (startsWith(begins, PNG_BEGINS)) {
            return Optional.of(PNG);
        }
        if (startsWith(begins, JPEG_BEGINS)) {
            return Optional.of(JPEG);
        }
        if (startsWith(begins, ZIP_BEGINS)) {
            return ofOffice(file);
        }
        return begins.length > 0 && isText(file) ? Optional.of(TEXT) : Optional.empty();
    }

    private static boolean startsWith(byte[] content, byte[] beginning) {
        return content.length >= beginning.length
                && Arrays.equals(content, 0, beginning.length, beginning, 0, beginning.length);
    }

    /** Only the table of contents is read; nothing is unpacked. */
    private static Optional<FileType> ofOffice(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            boolean macros = zip.stream().anyMatch(entry -> entry.getName().endsWith("vbaProject.bin"));
            if (macros || zip.getEntry("[Content_Types].xml") == null) {
                return Optional.empty();
            }
            if (zip.getEntry("word/document.xml") != null) {
                return Optional.of(DOCX);
            }
            return zip.getEntry("xl/workbook.xml") != null ? Optional.of(XLSX) : Optional.empty();
        } catch (ZipException broken) {
            return Optional.empty();
        }
    }

    private static boolean isText(Path file) throws IOException {
        CharsetDecoder strictly = UTF_8.newDecoder();
        try (Reader content = new InputStreamReader(Files.newInputStream(file), strictly)) {
            char[] buffer = new char[8192];
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    if (Character.isISOControl(buffer[i]) && "\n\r\t".indexOf(buffer[i]) < 0) {
                        return false;
                    }
                }
            }
            return true;
        } catch (CharacterCodingException notUtf8) {
            return false;
        }
    }
}
