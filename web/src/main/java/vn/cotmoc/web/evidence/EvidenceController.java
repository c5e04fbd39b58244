package vn.cotmoc.web.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Part;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.Status;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import vn.cotmoc.core.evidence.About;
import vn.cotmoc.core.evidence.AttachEvidence;
import vn.cotmoc.core.evidence.Evidence;
import vn.cotmoc.core.evidence.EvidenceView;
import vn.cotmoc.core.evidence.OpenEvidence;
import vn.cotmoc.tenants.identity.ProvinceReaders;
import vn.cotmoc.tenants.identity.Role;
import vn.cotmoc.web.wire.Reads;

/** Files that prove figures and papers: attached, listed, given back as attachments and never shown in place. */
@Controller("/api/v1")
@Tag(name = "evidence")
final class EvidenceController {

    private final EvidenceView view;
    private final AttachEvidence attachEvidence;
    private final OpenEvidence openEvidence;

    EvidenceController(EvidenceView view, AttachEvidence attachEvidence, OpenEvidence openEvidence) {
        this.view = view;
        this.attachEvidence = attachEvidence;
        this.openEvidence = openEvidence;
    }

    @Get("/observations/{observation}/evidence")
    @Operation(operationId = "listObservationEvidence", summary = "The files attached to a figure")
    @ProvinceReaders
    EvidenceJson.ListJson ofObservation(@PathVariable String observation) {
        return EvidenceJson.ListJson.of(view.of(figure(observation)));
    }

    @Post(value = "/observations/{observation}/evidence", consumes = MediaType.MULTIPART_FORM_DATA)
    @Status(HttpStatus.CREATED)
    @Operation(
            operationId = "attachObservationEvidence",
            summary = "Attaches a file to a figure; the same bytes again are the file that is there")
    @Secured(Role.OFFICER)
    EvidenceJson attachToObservation(@PathVariable String observation, @Part CompletedFileUpload file) {
        return attach(figure(observation), file);
    }

    @Get("/instruments/{instrument}/evidence")
    @Operation(operationId = "listInstrumentEvidence", summary = "The files attached to an instrument")
    @ProvinceReaders
    EvidenceJson.ListJson ofInstrument(@PathVariable String instrument) {
        return EvidenceJson.ListJson.of(view.of(paper(instrument)));
    }

    @Post(value = "/instruments/{instrument}/evidence", consumes = MediaType.MULTIPART_FORM_DATA)
    @Status(HttpStatus.CREATED)
    @Operation(
            operationId = "attachInstrumentEvidence",
            summary = "Attaches a file to an instrument; the same bytes again are the file that is there")
    @Secured(Role.PROVINCE_ADMIN)
    EvidenceJson attachToInstrument(@PathVariable String instrument, @Part CompletedFileUpload file) {
        return attach(paper(instrument), file);
    }

    @Get("/cases/{case}/evidence")
    @Operation(operationId = "listCaseEvidence", summary = "The files that prove the explanation of a case")
    @ProvinceReaders
    EvidenceJson.ListJson ofCase(@PathVariable("case") String id) {
        return EvidenceJson.ListJson.of(view.of(explanation(id)));
    }

    @Post(value = "/cases/{case}/evidence", consumes = MediaType.MULTIPART_FORM_DATA)
    @Status(HttpStatus.CREATED)
    @Operation(
            operationId = "attachCaseEvidence",
            summary = "Attaches a file to the explanation of a case; the same bytes again are the file that is there")
    @Secured(Role.OFFICER)
    EvidenceJson attachToCase(@PathVariable("case") String id, @Part CompletedFileUpload file) {
        return attach(explanation(id), file);
    }

    @Get("/evidence/{evidence}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(operationId = "downloadEvidence", summary = "The file itself, always as an attachment")
    @ProvinceReaders
    HttpResponse<StreamedFile> download(@PathVariable String evidence) {
        OpenEvidence.Opened opened = openEvidence.open(Reads.id(evidence, "evidence"));
        Evidence file = opened.evidence();
        MediaType type = MediaType.of(file.type().mediaType());
        return HttpResponse.ok(new StreamedFile(
                        opened.content(), type, file.recordedAt().toEpochMilli(), file.bytes()))
                .contentType(type)
                .header("Content-Disposition", attachment(file.name()));
    }

    private EvidenceJson attach(About about, CompletedFileUpload file) {
        try (InputStream content = file.getInputStream()) {
            Evidence kept = attachEvidence.attach(new AttachEvidence.Command(about, file.getFilename()), content);
            return EvidenceJson.sent(kept, file.getFilename());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** RFC 6266 with the name in UTF-8 only; every browser in use reads it. */
    private static String attachment(String name) {
        return "attachment; filename*=UTF-8''" + URLEncoder.encode(name, UTF_8).replace("+", "%20");
    }

    private static About figure(String id) {
        return new About.Figure(Reads.id(id, "observation"));
    }

    private static About explanation(String id) {
        return new About.Explanation(Reads.id(id, "case"));
    }

    private static About paper(String id) {
        return new About.Paper(Reads.id(id, "instrument"));
    }
}
