package vn.cotmoc.web.rulesets;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.rulesets.ChooseRules;
import vn.cotmoc.core.rulesets.OfferedRules;
import vn.cotmoc.core.rulesets.Release;
import vn.cotmoc.core.rulesets.ReleaseRules;
import vn.cotmoc.core.rulesets.RuleChoice;
import vn.cotmoc.core.rulesets.RuleChoiceView;
import vn.cotmoc.core.scoring.RuleSet;
import vn.cotmoc.tenants.identity.ProvinceReaders;
import vn.cotmoc.tenants.identity.Role;
import vn.cotmoc.tenants.identity.RuleReaders;
import vn.cotmoc.web.wire.Page;
import vn.cotmoc.web.wire.Reads;
import vn.cotmoc.web.wire.Tags;

/** The rule sets that come with the house or that the nation or the province released, and which of them a province scores by. */
@Controller("/api/v1")
@Tag(name = "rule-sets")
final class RuleSetController {

    private final OfferedRules offered;
    private final ReleaseRules releaseRules;
    private final RuleChoiceView view;
    private final ChooseRules chooseRules;
    private final Clock clock;

    RuleSetController(
            OfferedRules offered,
            ReleaseRules releaseRules,
            RuleChoiceView view,
            ChooseRules chooseRules,
            Clock clock) {
        this.offered = offered;
        this.releaseRules = releaseRules;
        this.view = view;
        this.chooseRules = chooseRules;
        this.clock = clock;
    }

    @Get("/rule-sets")
    @Operation(operationId = "listRuleSets", summary = "The rule sets that a province may choose, the default first")
    @RuleReaders
    Page<OfferedJson> offered() {
        return new Page<>(
                offered.on(today()).stream()
                        .map(one -> OfferedJson.of(one.ruleSet(), one.origin()))
                        .toList(),
                null);
    }

    @Get("/rule-sets/{sha256}/model")
    @Operation(
            operationId = "getRuleModel",
            summary = "The text of a rule set that is offered, or that the province scored by: canonical JSON")
    @RuleReaders
    ModelJson model(@PathVariable String sha256) {
        RuleSet ruleSet =
                offered.find(sha256).orElseThrow(() -> Refusal.unknown("unknown-rule-set", "ruleSet", sha256));
        return new ModelJson(ruleSet.id(), ruleSet.version(), ruleSet.sha256(), ruleSet.model());
    }

    @Serdeable
    @Schema(name = "RuleModel")
    record ModelJson(String id, String version, String sha256, String model) {}

    @Get("/rule-releases")
    @Operation(
            operationId = "listRuleReleases",
            summary = "Every release of the nation's rule sets and of the province's own, newest first")
    @RuleReaders
    Page<ReleaseJson> releases() {
        return new Page<>(offered.all().stream().map(ReleaseJson::of).toList(), null);
    }

    @Post("/rule-releases/{ruleSet}")
    @Operation(operationId = "rollBackRules", summary = "Releases an earlier version of a set again, from a day on")
    @Secured({Role.RULE_AUTHOR, Role.MINISTRY_RULE_AUTHOR})
    HttpResponse<ReleaseJson> rollBack(
            @PathVariable String ruleSet,
            @Header("If-Match") @Nullable String ifMatch,
            @Body ReleaseJson.AgainJson body) {
        Release release = releaseRules.rollBack(body.toCommand(ruleSet, Tags.expected(ifMatch)));
        return HttpResponse.ok(ReleaseJson.of(release, offered.originOf(release.ruleSet())))
                .header("ETag", Tags.of(release.number()));
    }

    @Get("/rule-choices")
    @Operation(
            operationId = "listRuleChoices",
            summary = "Every choice of rules that the province made, and what holds today where a plan has none")
    @ProvinceReaders
    RuleChoiceJson.AllJson choices() {
        return new RuleChoiceJson.AllJson(
                offered(view.ofProvince(today())),
                view.all().versions().stream()
                        .sorted(Comparator.comparing(RuleChoice::recordedAt)
                                .thenComparing(RuleChoice::id)
                                .reversed())
                        .map(this::json)
                        .toList());
    }

    @Get("/rule-choices/province")
    @Operation(operationId = "getProvinceRuleChoice", summary = "The province's newest choice of rules")
    @ProvinceReaders
    HttpResponse<RuleChoiceJson> ofProvince() {
        return tagged(newest(null));
    }

    @Put("/rule-choices/province")
    @Operation(
            operationId = "chooseProvinceRules",
            summary = "Chooses the rules for plans without a choice of their own; If-None-Match: * makes the first")
    @Secured(Role.RULE_AUTHOR)
    HttpResponse<RuleChoiceJson> chooseForProvince(
            @Header("If-Match") @Nullable String ifMatch,
            @Header("If-None-Match") @Nullable String ifNoneMatch,
            @Body RuleChoiceJson.ChooseJson body) {
        return tagged(chooseRules.choose(body.toCommand(null, Tags.expectedOrNone(ifMatch, ifNoneMatch))));
    }

    @Get("/rule-choices/plans/{plan}")
    @Operation(operationId = "getPlanRuleChoice", summary = "A plan's own newest choice of rules")
    @ProvinceReaders
    HttpResponse<RuleChoiceJson> ofPlan(@PathVariable String plan) {
        return tagged(newest(Reads.id(plan, "plan")));
    }

    @Put("/rule-choices/plans/{plan}")
    @Operation(
            operationId = "choosePlanRules",
            summary = "Chooses the rules for one plan; If-None-Match: * makes its first choice")
    @Secured(Role.RULE_AUTHOR)
    HttpResponse<RuleChoiceJson> chooseForPlan(
            @PathVariable String plan,
            @Header("If-Match") @Nullable String ifMatch,
            @Header("If-None-Match") @Nullable String ifNoneMatch,
            @Body RuleChoiceJson.ChooseJson body) {
        return tagged(
                chooseRules.choose(body.toCommand(Reads.id(plan, "plan"), Tags.expectedOrNone(ifMatch, ifNoneMatch))));
    }

    private OfferedJson offered(RuleSet holding) {
        return OfferedJson.of(holding, offered.originOf(holding.id()));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private RuleChoice newest(@Nullable UUID plan) {
        return view.all()
                .newest(plan)
                .orElseThrow(() -> plan == null
                        ? Refusal.unknown("unknown-province-rules")
                        : Refusal.unknown("unknown-plan-rules", "plan", plan));
    }

    private RuleChoiceJson json(RuleChoice choice) {
        return RuleChoiceJson.of(choice, view.chosen(choice));
    }

    private HttpResponse<RuleChoiceJson> tagged(RuleChoice choice) {
        return HttpResponse.ok(json(choice)).header("ETag", Tags.of(choice.version()));
    }
}
