package vn.cotmoc.web.archive;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import vn.cotmoc.core.archive.ExportProvince;
import vn.cotmoc.core.archive.ImportProvince;
import vn.cotmoc.core.archive.Manifest;
import vn.cotmoc.tenants.identity.Role;
import vn.cotmoc.web.wire.BodyType;
import vn.cotmoc.web.wire.Download;

/** A province takes along everything it has, or brings it. */
@Controller("/api/v1/archive")
@Tag(name = "archive")
final class ArchiveController {

    private static final String ZIP = "application/zip";

    private final ExportProvince exportProvince;
    private final ImportProvince importProvince;

    ArchiveController(ExportProvince exportProvince, ImportProvince importProvince) {
        this.exportProvince = exportProvince;
        this.importProvince = importProvince;
    }

    @Post(value = "/exports", produces = ZIP)
    @Operation(
            operationId = "exportProvince",
            summary = "Everything that the province has, as of now: a zip with a CSV a table and its checksums")
    @Secured(Role.PROVINCE_ADMIN)
    HttpResponse<StreamedFile> export() throws IOException {
        return Download.of(ZIP, to -> {
            Manifest manifest = exportProvince.write(to);
            return "%s-%s.zip"
                    .formatted(
                            manifest.province(),
                            manifest.exportedAt().toString().substring(0, 10));
        });
    }

    @Post(value = "/imports", consumes = ZIP)
    @Status(HttpStatus.CREATED)
    @Operation(
            operationId = "importProvince",
            summary = "Takes an archive, whole or not at all, into the province, which must have nothing yet")
    @Secured(Role.PROVINCE_ADMIN)
    TakenJson take(HttpRequest<?> request, @Body InputStream archive) throws IOException {
        BodyType.require(request, ZIP);
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
