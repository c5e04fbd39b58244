package vn.cotmoc.core.evidence;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The type is what is in the file. */
class FileTypeTest {

    @TempDir
    Path folder;

    @Test
    void whatMayBeAttachedIsKnownByItsContent() throws IOException {
        assertThat(type("%PDF-1.7\n…".getBytes(UTF_8))).contains(FileType.PDF);
        assertThat(type(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0}))
                .contains(FileType.PNG);
        assertThat(type(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0}))
                .contains(FileType.JPEG);
        assertThat(type(zip("[Content_Types].xml", "word/document.xml"))).contains(FileType.DOCX);
        assertThat(type(zip("[Content_Types].xml", "xl/workbook.xml"))).contains(FileType.XLSX);
        assertThat(type("Chỉ tiêu;Kỳ;Số liệu\r\nGRDP;2023;7,1\r\n".getBytes(UTF_8)))
                .contains(FileType.TEXT);
    }

    @Test
    void nothingElseIs() throws IOException {
        assertThat(type(new byte[0])).isEmpty();
        assertThat(type("MZ\u0090\u0000\u0003".getBytes(UTF_8))).isEmpty();
        assertThat(type(new byte[] {0x7F, 'E', 'L', 'F', 2, 1})).isEmpty();
        assertThat(type("văn bản".getBytes(UTF_16))).isEmpty();
        assertThat(type(new byte[] {'a', (byte) 0xC3, 0x28})).isEmpty();
        assertThat(type("GIF89a\u0001\u0000".getBytes(UTF_8))).isEmpty();
    }

    @Test
    void anArchiveIsNoDocumentUnlessItIsOne() throws IOException {
        assertThat(type(zip("a.txt"))).isEmpty();
        assertThat(type(zip("word/document.xml"))).isEmpty();
        assertThat(type(zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin")))
                .as("with macros")
                .isEmpty();
        assertThat(type(new byte[] {'P', 'K', 3, 4, 0, 0})).as("broken").isEmpty();
    }

    private Optional<FileType> type(byte[] content) throws IOException {
        return FileType.of(Files.write(folder.resolve("tep"), content));
    }

    private static byte[] zip(String... entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write('x');
            }
        }
        return bytes.toByteArray();
    }
}
