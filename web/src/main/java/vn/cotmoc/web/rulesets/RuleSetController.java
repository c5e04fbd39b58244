package vn.cotmoc.web.rulesets;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Put;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.rulesets.ChooseRules;
import vn.cotmoc.core.rulesets.RuleChoice;
import vn.cotmoc.core.rulesets.RuleChoiceView;
import vn.cotmoc.core.scoring.ShippedRules;
import vn.cotmoc.tenants.identity.ProvinceReaders;
import vn.cotmoc.tenants.identity.Role;
import vn.cotmoc.web.wire.Page;
import vn.cotmoc.web.wire.Reads;
import vn.cotmoc.web.wire.Tags;

/** The rule sets that come with the house, and which of them the province scores by. */
@Controller("/api/v1")
@Tag(name = "rule-sets")
final class RuleSetController {

    private final ShippedRules shipped;
    private final RuleChoiceView view;
    private final ChooseRules chooseRules;
    private final Clock clock;

    RuleSetController(ShippedRules shipped, RuleChoiceView view, ChooseRules chooseRules, Clock clock) {
        this.shipped = shipped;
        this.view = view;
        this.chooseRules = chooseRules;
        this.clock = clock;
    }

    @Get("/rule-sets")
    @Operation(operationId = "listRuleSets", summary = "The rule sets that a province may choose, the default first")
    @ProvinceReaders
    Page<ShippedJson> shipped() {
        return new Page<>(shipped.all().stream().map(ShippedJson::of).toList(), null);
    }

    @Get("/rule-choices")
    @Operation(
            operationId = "listRuleChoices",
            summary = "Every choice of rules that the province made, and what holds today where a plan has none")
    @ProvinceReaders
    RuleChoiceJson.AllJson choices() {
        return new RuleChoiceJson.AllJson(
                ShippedJson.of(view.ofProvince(LocalDate.now(clock))),
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

    private RuleChoice newest(@Nullable UUID plan) {
        return view.all()
                .newest(plan)
                .orElseThrow(() -> plan == null
                        ? Refusal.unknown("unknown-province-rules")
                        : Refusal.unknown("unknown-plan-rules", "plan", plan));
    }

    private RuleChoiceJson json(RuleChoice choice) {
        return RuleChoiceJson.of(choice, view.ruleSet(choice));
    }

    private HttpResponse<RuleChoiceJson> tagged(RuleChoice choice) {
        return HttpResponse.ok(json(choice)).header("ETag", Tags.of(choice.version()));
    }
}
