package vn.cotmoc.web.scoring;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.scoring.Aims;
import vn.cotmoc.core.scoring.AssessPlan;
import vn.cotmoc.core.scoring.Assessment;
import vn.cotmoc.core.scoring.Explanation;
import vn.cotmoc.core.scoring.RollUpRule;
import vn.cotmoc.core.scoring.RuleSet;
import vn.cotmoc.core.scoring.RulesOfRuns;
import vn.cotmoc.core.scoring.ScorePlan;
import vn.cotmoc.core.scoring.Scorecard;
import vn.cotmoc.core.scoring.ScorecardView;
import vn.cotmoc.core.statements.Statement;
import vn.cotmoc.core.statements.StatementView;
import vn.cotmoc.tenants.identity.ProvinceReaders;
import vn.cotmoc.tenants.identity.Role;
import vn.cotmoc.web.wire.CreateOnce;
import vn.cotmoc.web.wire.Page;
import vn.cotmoc.web.wire.Reads;

/** How a plan stands: assessed live, or kept as a stored run. */
@Controller("/api/v1")
@Tag(name = "scorecards")
final class ScorecardController {

    private final AssessPlan assessPlan;
    private final ScorePlan scorePlan;
    private final ScorecardView scorecards;
    private final StatementView statements;
    private final RulesOfRuns rules;
    private final CreateOnce createOnce;
    private final Clock clock;

    ScorecardController(
            AssessPlan assessPlan,
            ScorePlan scorePlan,
            ScorecardView scorecards,
            StatementView statements,
            RulesOfRuns rules,
            CreateOnce createOnce,
            Clock clock) {
        this.assessPlan = assessPlan;
        this.scorePlan = scorePlan;
        this.scorecards = scorecards;
        this.statements = statements;
        this.rules = rules;
        this.createOnce = createOnce;
        this.clock = clock;
    }

    @Get("/plans/{plan}/scorecard")
    @Operation(
            operationId = "assessPlan",
            summary = "The plan as of a day (today if left out), assessed now, by its current or original targets")
    @ProvinceReaders
    ScorecardJson assess(
            @PathVariable String plan, @QueryValue @Nullable String asOf, @QueryValue @Nullable String aims) {
        LocalDate day = asOf == null ? LocalDate.now(clock) : Reads.day(asOf, "asOf");
        Assessment assessment = assessPlan.assess(Reads.id(plan, "plan"), day, aims(aims, "aims"));
        return ScorecardJson.of(assessment, ruleOf(assessment), statementsOf(assessment));
    }

    @Get("/plans/{plan}/ratings")
    @Operation(
            operationId = "listRatings",
            summary = "What the newest run says of the plan's current targets, by their identifiers, without reasons")
    @ProvinceReaders
    RatingsJson ratings(
            @PathVariable String plan, @QueryValue @Nullable String after, @QueryValue @Nullable Integer limit) {
        int most = Page.limit(limit, RatingsJson.USUAL, RatingsJson.MOST);
        return RatingsJson.of(
                scorecards.newest(Reads.id(plan, "plan"), Reads.idOrNull(after, "after"), most + 1), most);
    }

    @Get("/plans/{plan}/scorecards")
    @Operation(operationId = "listScorecards", summary = "The stored runs of a plan, oldest first")
    @ProvinceReaders
    Page<ScorecardJson.LineJson> list(
            @PathVariable String plan, @QueryValue @Nullable String after, @QueryValue @Nullable Integer limit) {
        int most = Page.limit(limit);
        List<ScorecardView.Line> found =
                scorecards.list(Reads.id(plan, "plan"), Reads.idOrNull(after, "after"), most + 1);
        return Page.of(found, most, run -> run.id().toString(), ScorecardJson.LineJson::of);
    }

    @Post("/plans/{plan}/scorecards")
    @Status(HttpStatus.CREATED)
    @Operation(operationId = "scorePlan", summary = "Assesses the plan as of a day and stores the run")
    @Secured({Role.OFFICER, Role.APPROVER, Role.RULE_AUTHOR, Role.PROVINCE_ADMIN})
    HttpResponse<ScorecardJson> score(
            HttpRequest<?> request,
            @PathVariable String plan,
            @Header(CreateOnce.KEY) @Nullable String idempotencyKey,
            @Body ScorecardJson.ScoreJson body) {
        UUID planId = Reads.id(plan, "plan");
        LocalDate day = come(Reads.day(body.asOf(), "/asOf"), "/asOf");
        Aims aims = aims(body.aims(), "/aims");
        return createOnce.create(request, idempotencyKey, body, ScorecardJson.class, () -> {
            Scorecard scorecard = scorePlan.score(planId, day, aims);
            return new CreateOnce.Made<>("/api/v1/scorecards/" + scorecard.id(), null, json(scorecard));
        });
    }

    @Get("/scorecards/{scorecard}")
    @Operation(operationId = "getScorecard", summary = "A stored run as it was stored")
    @ProvinceReaders
    ScorecardJson get(@PathVariable String scorecard) {
        return json(scorecards.require(Reads.id(scorecard, "scorecard")));
    }

    /** What is stored moves cases, and nothing later could move them again before that day. */
    private LocalDate come(LocalDate day, String at) {
        LocalDate today = LocalDate.now(clock);
        if (day.isAfter(today)) {
            throw Refusal.invalid("as-of-future", at, "asOf", day, "today", today);
        }
        return day;
    }

    private static Aims aims(@Nullable String text, String at) {
        Aims aims = Reads.wordOrNull(Aims.class, text, at);
        return aims == null ? Aims.CURRENT : aims;
    }

    private ScorecardJson json(Scorecard scorecard) {
        Assessment assessment = scorecard.assessment();
        return ScorecardJson.of(scorecard, ruleOf(assessment), statementsOf(assessment));
    }

    /** Runs from before rule sets were kept had the mean. */
    private RollUpRule ruleOf(Assessment assessment) {
        return rules.find(assessment.ruleSet().sha256()).map(RuleSet::rollUp).orElseGet(RollUpRule.Mean::new);
    }

    private List<Statement> statementsOf(Assessment assessment) {
        return statements.of(assessment.targets().stream().map(Explanation::id).toList());
    }
}
