package vn.cotmoc.web.sheets;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Part;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.measure.Language;
import vn.cotmoc.core.sheets.ConfirmImport;
import vn.cotmoc.core.sheets.Fault;
import vn.cotmoc.core.sheets.Import;
import vn.cotmoc.core.sheets.ImportView;
import vn.cotmoc.core.sheets.ReadSheet;
import vn.cotmoc.core.sheets.WriteRejected;
import vn.cotmoc.core.sheets.WriteSheet;
import vn.cotmoc.core.submissions.Submission;
import vn.cotmoc.core.submissions.SubmissionView;
import vn.cotmoc.tenants.identity.ProvinceReaders;
import vn.cotmoc.tenants.identity.Role;
import vn.cotmoc.web.problems.Problems;
import vn.cotmoc.web.wire.Download;
import vn.cotmoc.web.wire.Page;
import vn.cotmoc.web.wire.Reads;

/** Reports as spreadsheets: taken out, filled in elsewhere, brought back, and stored once somebody confirmed what was read. */
@Controller("/api/v1")
@Tag(name = "sheets")
final class SheetController {

    private final SubmissionView submissions;
    private final ImportView view;
    private final WriteSheet writeSheet;
    private final ReadSheet readSheet;
    private final ConfirmImport confirmImport;
    private final WriteRejected writeRejected;

    SheetController(
            SubmissionView submissions,
            ImportView view,
            WriteSheet writeSheet,
            ReadSheet readSheet,
            ConfirmImport confirmImport,
            WriteRejected writeRejected) {
        this.submissions = submissions;
        this.view = view;
        this.writeSheet = writeSheet;
        this.readSheet = readSheet;
        this.confirmImport = confirmImport;
        this.writeRejected = writeRejected;
    }

    @Get("/submissions/{submission}/sheet")
    @Produces(Download.XLSX)
    @Operation(
            operationId = "downloadSheet",
            summary = "A report as a spreadsheet to fill in, in one language, in which its texts are read again")
    @ProvinceReaders
    HttpResponse<StreamedFile> download(@PathVariable String submission, @QueryValue @Nullable String language)
            throws IOException {
        Submission report = submissions.require(Reads.id(submission, "submission"));
        Language wanted = language == null ? Language.VI : Reads.word(Language.class, language, "language");
        return Download.of(Download.XLSX, to -> {
            writeSheet.write(report.id(), wanted, to);
            return name(wanted.of("bao-cao", "report"), report);
        });
    }

    @Post(value = "/submissions/{submission}/sheets", consumes = MediaType.MULTIPART_FORM_DATA)
    @Status(HttpStatus.CREATED)
    @Operation(
            operationId = "uploadSheet",
            summary =
                    "Brings a filled-in spreadsheet of the caller's unit's report; it is read, and nothing of it is stored yet")
    @Secured(Role.OFFICER)
    HttpResponse<ImportJson> upload(
            HttpRequest<?> request, @PathVariable String submission, @Part CompletedFileUpload file)
            throws IOException {
        try (InputStream content = file.getInputStream()) {
            Import read = readSheet.read(
                    new ReadSheet.Command(Reads.id(submission, "submission"), file.getFilename()), content);
            return HttpResponse.created(json(request, read)).header("Location", "/api/v1/imports/" + read.id());
        }
    }

    @Get("/submissions/{submission}/imports")
    @Operation(
            operationId = "listImports",
            summary = "The spreadsheets that were brought for a report, the newest first")
    @ProvinceReaders
    Page<ImportJson> ofSubmission(
            HttpRequest<?> request, @PathVariable String submission, @QueryValue @Nullable Integer limit) {
        UUID report = submissions.require(Reads.id(submission, "submission")).id();
        return new Page<>(
                view.of(report, Page.limit(limit)).stream()
                        .map(one -> json(request, one))
                        .toList(),
                null);
    }

    @Get("/imports/{import}")
    @Operation(
            operationId = "getImport",
            summary = "A spreadsheet that was brought: how far it is read, and what was found")
    @ProvinceReaders
    ImportJson get(HttpRequest<?> request, @PathVariable("import") String id) {
        return json(request, view.require(Reads.id(id, "import")));
    }

    @Get("/imports/{import}/rows")
    @Operation(
            operationId = "listImportRows",
            summary = "The rows that say something, as they were read, each with its faults by the cell's address")
    @ProvinceReaders
    Page<ImportJson.RowJson> rows(
            HttpRequest<?> request,
            @PathVariable("import") String id,
            @QueryValue @Nullable String only,
            @QueryValue @Nullable String after,
            @QueryValue @Nullable Integer limit) {
        int most = Page.limit(limit);
        Import found = view.require(Reads.id(id, "import"));
        List<Import.Row> rows = view.rows(
                found.id(),
                Reads.wordOrNull(ImportView.Only.class, only, "only"),
                Reads.position(after, "after"),
                most + 1);
        Map<Integer, SubmissionView.Line> lines = submissions
                .lines(
                        found.submission(),
                        rows.stream()
                                .map(Import.Row::cell)
                                .filter(Objects::nonNull)
                                .collect(Collectors.toSet()))
                .stream()
                .collect(Collectors.toMap(line -> line.cell().number(), Function.identity()));
        return Page.of(
                rows,
                most,
                row -> Integer.toString(row.number()),
                row -> ImportJson.RowJson.of(row, lines.get(row.cell()), fault -> sentence(request, fault)));
    }

    @Post("/imports/{import}/confirmation")
    @Operation(
            operationId = "confirmImport",
            summary = "Stores a read spreadsheet into its report: the whole of it or its right rows, or nothing")
    @Secured(Role.OFFICER)
    ImportJson confirm(HttpRequest<?> request, @PathVariable("import") String id, @Body ImportJson.ConfirmJson body) {
        return json(request, confirmImport.confirm(body.toCommand(Reads.id(id, "import"))));
    }

    @Get("/imports/{import}/rejected")
    @Produces(Download.XLSX)
    @Operation(
            operationId = "downloadRejected",
            summary = "The rows that are not in the report, as a spreadsheet with the reason beside each")
    @ProvinceReaders
    HttpResponse<StreamedFile> rejected(HttpRequest<?> request, @PathVariable("import") String id) throws IOException {
        Import found = view.require(Reads.id(id, "import"));
        return Download.of(Download.XLSX, to -> {
            writeRejected.write(found.id(), fault -> sentence(request, fault), to);
            return name(found.language().of("chua-nhan", "not-taken"), submissions.require(found.submission()));
        });
    }

    private ImportJson json(HttpRequest<?> request, Import found) {
        return ImportJson.of(found, view.counts(found.id()), fault -> sentence(request, fault));
    }

    private static String sentence(HttpRequest<?> request, Fault fault) {
        return Problems.sentence(request, fault.code(), fault.values());
    }

    private static String name(String what, Submission report) {
        return "%s-%s.xlsx".formatted(what, report.period().toString().replace('/', '_'));
    }
}
