package vn.cotmoc.web.archive;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import vn.cotmoc.core.archive.ExportProvince;
import vn.cotmoc.core.archive.Manifest;
import vn.cotmoc.tenants.identity.Role;
import vn.cotmoc.web.wire.Download;

/** A province takes along everything it has, or brings it. */
@Controller("/api/v1/archive")
@Tag(name = "archive")
final class ArchiveController {

    private static final String ZIP = "application/zip";

    private final ExportProvince exportProvince;

    ArchiveController(ExportProvince exportProvince) {
        this.exportProvince = exportProvince;
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
}
