package vn.cotmoc.web.archive;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import vn.cotmoc.core.archive.ExportProvince;
import vn.cotmoc.core.archive.ImportProvince;
import vn.cotmoc.core.archive.Manifest;
import vn.cotmoc.tenants.identity.Role;

/** A province takes along everything it has, or brings it. */
@Controller("/api/v1/archive")
@Tag(name = "archive")
final class ArchiveController {

    private static final MediaType ZIP = MediaType.of("application/zip");

    private final ExportProvince exportProvince;
    private final ImportProvince importProvince;

    ArchiveController(ExportProvince exportProvince, ImportProvince importProvince) {
        this.exportProvince = exportProvince;
        this.importProvince = importProvince;
    }

    @Post(value = "/exports", produces = "application/zip")
    @Operation(
            operationId = "exportProvince",
            summary = "Everything that the province has, as of now: a zip with a CSV a table and its checksums")
    @Secured(Role.PROVINCE_ADMIN)
    HttpResponse<StreamedFile> export() throws IOException {
        // Written first, then sent: the file is of one moment, and a slow reader holds no transaction.
        Path file = Files.createTempFile("cotmoc-export", ".zip");
        Manifest manifest;
        try (OutputStream to = Files.newOutputStream(file)) {
            manifest = exportProvince.write(to);
        } catch (IOException | RuntimeException failure) {
            Files.deleteIfExists(file);
            throw failure;
        }
        long length = Files.size(file);
        String name = "%s-%s.zip"
                .formatted(manifest.province(), manifest.exportedAt().toString().substring(0, 10));
        return HttpResponse.ok(new StreamedFile(
                        Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE),
                        ZIP,
                        manifest.exportedAt().toEpochMilli(),
                        length)
                .attach(name));
    }

    @Post(value = "/imports", consumes = "application/zip")
    @Status(HttpStatus.CREATED)
    @Operation(
            operationId = "importProvince",
            summary = "Takes an archive, whole or not at all, into the province, which must have nothing yet")
    @Secured(Role.PROVINCE_ADMIN)
    TakenJson take(@Body InputStream archive) throws IOException {
        Path file = Files.createTempFile("cotmoc-import", ".zip");
        try {
            Files.copy(archive, file, StandardCopyOption.REPLACE_EXISTING);
            return TakenJson.of(importProvince.read(file));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /**
     * @param province the id under which it was exported
     * @param rows of all tables
     * @param files attached to figures and papers
     */
    @Serdeable
    record TakenJson(String province, String name, Instant exportedAt, long rows, int files) {

        static TakenJson of(Manifest manifest) {
            return new TakenJson(
                    manifest.province(),
                    manifest.name(),
                    manifest.exportedAt(),
                    manifest.rows(),
                    manifest.files().size());
        }
    }
}
