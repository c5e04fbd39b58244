package vn.cotmoc.web.statements;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.statements.CorrectStatement;
import vn.cotmoc.core.statements.QuoteStatement;
import vn.cotmoc.core.statements.Statement;
import vn.cotmoc.core.statements.StatementKind;
import vn.cotmoc.core.statements.StatementView;
import vn.cotmoc.tenants.identity.ProvinceReaders;
import vn.cotmoc.tenants.identity.Role;
import vn.cotmoc.web.wire.CreateOnce;
import vn.cotmoc.web.wire.Page;
import vn.cotmoc.web.wire.Reads;
import vn.cotmoc.web.wire.Tags;

/** What the sources of the province's plans say. */
@Controller("/api/v1/statements")
@Tag(name = "statements")
final class StatementController {

    private final StatementView view;
    private final QuoteStatement quoteStatement;
    private final CorrectStatement correctStatement;
    private final CreateOnce createOnce;

    StatementController(
            StatementView view,
            QuoteStatement quoteStatement,
            CorrectStatement correctStatement,
            CreateOnce createOnce) {
        this.view = view;
        this.quoteStatement = quoteStatement;
        this.correctStatement = correctStatement;
        this.createOnce = createOnce;
    }

    @Get
    @Operation(operationId = "listStatements", summary = "Quoted statements, by code")
    @ProvinceReaders
    Page<StatementJson> list(
            @QueryValue @Nullable String plan,
            @QueryValue @Nullable String kind,
            @QueryValue @Nullable String after,
            @QueryValue @Nullable Integer limit) {
        int most = Page.limit(limit);
        List<Statement> found = view.list(
                Reads.idOrNull(plan, "plan"), Reads.wordOrNull(StatementKind.class, kind, "kind"), after, most + 1);
        return Page.of(found, most, Statement::code, StatementJson::of);
    }

    @Post
    @Status(HttpStatus.CREATED)
    @Operation(operationId = "quoteStatement", summary = "Keeps a source's words as what they are")
    @Secured({Role.OFFICER, Role.PROVINCE_ADMIN})
    HttpResponse<StatementJson> quote(
            HttpRequest<?> request,
            @Header(CreateOnce.KEY) @Nullable String idempotencyKey,
            @Body StatementJson.QuoteJson body) {
        return createOnce.create(request, idempotencyKey, body, StatementJson.class, () -> {
            Statement quoted = quoteStatement.quote(body.toStatement(1));
            return new CreateOnce.Made<>(null, quoted.version(), StatementJson.of(quoted));
        });
    }

    @Put("/{statement}")
    @Operation(
            operationId = "correctStatement",
            summary = "Mends what was copied wrongly from a source, or what it is tied to, with a reason")
    @Secured(Role.PROVINCE_ADMIN)
    HttpResponse<StatementJson> correct(
            @PathVariable String statement,
            @Header("If-Match") @Nullable String ifMatch,
            @Body StatementJson.CorrectJson body) {
        Statement corrected = correctStatement.correct(body.toCommand(statement, Tags.expected(ifMatch)));
        return HttpResponse.ok(StatementJson.of(corrected)).header("ETag", Tags.of(corrected.version()));
    }
}
