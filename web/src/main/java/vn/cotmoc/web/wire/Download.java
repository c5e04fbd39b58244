package vn.cotmoc.web.wire;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.server.types.files.StreamedFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Files that are made for their reader. They are written first, then sent: a fault is answered as one, and a slow reader holds nothing. */
public final class Download {

    /** Spreadsheets, as a name for {@code produces}. */
    public static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private Download() {}

    /** Writes a file. */
    public interface Content {

        /** @return the file's name, of ASCII letters */
        String write(OutputStream to) throws IOException;
    }

    public static HttpResponse<StreamedFile> of(String type, Content content) throws IOException {
        Path file = Files.createTempFile("cotmoc-download-", null);
        String name;
        try (OutputStream to = Files.newOutputStream(file)) {
            name = content.write(to);
        } catch (IOException | RuntimeException failure) {
            Files.deleteIfExists(file);
            throw failure;
        }
        long length = Files.size(file);
        MediaType media = MediaType.of(type);
        return HttpResponse.ok(new StreamedFile(
                                Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE),
                                media,
                                System.currentTimeMillis(),
                                length)
                        .attach(name))
                .contentType(media);
    }
}
