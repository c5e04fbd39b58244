package vn.cotmoc.web.authoring;

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
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.authoring.Draft;
import vn.cotmoc.core.authoring.DraftView;
import vn.cotmoc.core.authoring.MoveDraft;
import vn.cotmoc.core.authoring.OpenDraft;
import vn.cotmoc.core.authoring.SaveDraft;
import vn.cotmoc.core.rulesets.OfferedRules;
import vn.cotmoc.core.rulesets.Release;
import vn.cotmoc.tenants.identity.Role;
import vn.cotmoc.web.rulesets.ReleaseJson;
import vn.cotmoc.web.wire.CreateOnce;
import vn.cotmoc.web.wire.Page;
import vn.cotmoc.web.wire.Reads;
import vn.cotmoc.web.wire.Tags;

/** Rule sets of the province's own, or of the nation, from a draft to a release: two people take part. */
@Controller("/api/v1/rule-drafts")
@Tag(name = "rule-drafts")
@Secured({Role.RULE_AUTHOR, Role.PROVINCE_ADMIN, Role.MINISTRY_RULE_AUTHOR})
final class RuleDraftController {

    private final DraftView view;
    private final OpenDraft openDraft;
    private final SaveDraft saveDraft;
    private final MoveDraft moveDraft;
    private final OfferedRules offered;
    private final CreateOnce createOnce;

    RuleDraftController(
            DraftView view,
            OpenDraft openDraft,
            SaveDraft saveDraft,
            MoveDraft moveDraft,
            OfferedRules offered,
            CreateOnce createOnce) {
        this.view = view;
        this.openDraft = openDraft;
        this.saveDraft = saveDraft;
        this.moveDraft = moveDraft;
        this.offered = offered;
        this.createOnce = createOnce;
    }

    @Get
    @Operation(operationId = "listRuleDrafts", summary = "Versions of rule sets that are or were written, newest first")
    Page<DraftJson> list(@QueryValue @Nullable String after, @QueryValue @Nullable Integer limit) {
        int most = Page.limit(limit);
        List<Draft> found = view.list(Reads.idOrNull(after, "after"), most + 1);
        return Page.of(found, most, draft -> draft.id().toString(), DraftJson::of);
    }

    @Post
    @Status(HttpStatus.CREATED)
    @Operation(
            operationId = "openRuleDraft",
            summary = "Begins the next version of a set of one's own, as a copy of one that there is")
    @Secured({Role.RULE_AUTHOR, Role.MINISTRY_RULE_AUTHOR})
    HttpResponse<DraftJson> open(
            HttpRequest<?> request,
            @Header(CreateOnce.KEY) @Nullable String idempotencyKey,
            @Body DraftJson.OpenJson body) {
        return createOnce.create(request, idempotencyKey, body, DraftJson.class, () -> {
            Draft draft = openDraft.open(body.toCommand());
            return new CreateOnce.Made<>("/api/v1/rule-drafts/" + draft.id(), draft.version(), DraftJson.of(draft));
        });
    }

    @Get("/{draft}")
    @Operation(
            operationId = "getRuleDraft",
            summary = "A draft with its newest text, its test cases, its authors and what became of it")
    HttpResponse<DraftJson.DetailsJson> get(@PathVariable String draft) {
        Draft found = view.require(Reads.id(draft, "draft"));
        return HttpResponse.ok(DraftJson.DetailsJson.of(
                        found,
                        view.revision(found.id(), found.revision()),
                        view.authors(found.id()),
                        view.steps(found.id())))
                .header("ETag", Tags.of(found.version()));
    }

    @Get("/{draft}/revisions/{revision}")
    @Operation(operationId = "getRuleDraftRevision", summary = "One of the texts of a draft that somebody saved")
    DraftJson.RevisionJson revision(@PathVariable String draft, @PathVariable int revision) {
        return DraftJson.RevisionJson.of(view.revision(Reads.id(draft, "draft"), revision));
    }

    @Put("/{draft}")
    @Operation(
            operationId = "saveRuleDraft",
            summary = "Saves the next text of a draft, finished or not; whoever saves becomes one of its authors")
    @Secured({Role.RULE_AUTHOR, Role.MINISTRY_RULE_AUTHOR})
    HttpResponse<DraftJson> save(
            @PathVariable String draft, @Header("If-Match") @Nullable String ifMatch, @Body DraftJson.TextJson body) {
        return answer(saveDraft.save(body.toCommand(Reads.id(draft, "draft"), Tags.expected(ifMatch))));
    }

    @Post("/{draft}/proposal")
    @Operation(
            operationId = "proposeRuleDraft",
            summary = "Hands a draft to a second person, once nothing blocks it and its test cases hold")
    @Secured({Role.RULE_AUTHOR, Role.MINISTRY_RULE_AUTHOR})
    HttpResponse<DraftJson> propose(
            @PathVariable String draft, @Header("If-Match") @Nullable String ifMatch, @Body DraftJson.MoveJson body) {
        return answer(moveDraft.propose(command(draft, ifMatch, body)));
    }

    @Post("/{draft}/approval")
    @Operation(
            operationId = "approveRuleDraft",
            summary = "Approves a draft that one did not write, once both engines agree on every plan")
    HttpResponse<DraftJson> approve(
            @PathVariable String draft, @Header("If-Match") @Nullable String ifMatch, @Body DraftJson.MoveJson body) {
        return answer(moveDraft.approve(command(draft, ifMatch, body)));
    }

    @Post("/{draft}/return")
    @Operation(operationId = "returnRuleDraft", summary = "Gives a draft back to its authors, with what is to be done")
    HttpResponse<DraftJson> giveBack(
            @PathVariable String draft, @Header("If-Match") @Nullable String ifMatch, @Body DraftJson.MoveJson body) {
        return answer(moveDraft.giveBack(command(draft, ifMatch, body)));
    }

    @Post("/{draft}/withdrawal")
    @Operation(operationId = "withdrawRuleDraft", summary = "Gives a draft up; it stays readable")
    HttpResponse<DraftJson> withdraw(
            @PathVariable String draft, @Header("If-Match") @Nullable String ifMatch, @Body DraftJson.MoveJson body) {
        return answer(moveDraft.withdraw(command(draft, ifMatch, body)));
    }

    @Post("/{draft}/release")
    @Operation(operationId = "releaseRuleDraft", summary = "Lets an approved draft hold from a day on")
    HttpResponse<ReleaseJson> release(
            @PathVariable String draft,
            @Header("If-Match") @Nullable String ifMatch,
            @Body DraftJson.ReleaseDraftJson body) {
        UUID id = Reads.id(draft, "draft");
        Release release = moveDraft.release(
                new MoveDraft.Command(id, Tags.expected(ifMatch), null),
                Reads.day(body.validFrom(), "/validFrom"),
                Reads.text(body.reason(), "/reason", 1000));
        return HttpResponse.ok(ReleaseJson.of(release, offered.originOf(release.ruleSet())))
                .header("ETag", Tags.of(release.number()));
    }

    private static MoveDraft.Command command(String draft, @Nullable String ifMatch, DraftJson.MoveJson body) {
        return new MoveDraft.Command(
                Reads.id(draft, "draft"), Tags.expected(ifMatch), Reads.textOrNull(body.comment(), "/comment", 2000));
    }

    private static HttpResponse<DraftJson> answer(Draft draft) {
        return HttpResponse.ok(DraftJson.of(draft)).header("ETag", Tags.of(draft.version()));
    }
}
