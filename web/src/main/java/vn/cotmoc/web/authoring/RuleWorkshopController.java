package vn.cotmoc.web.authoring;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.authoring.Review;
import vn.cotmoc.core.authoring.RuleWorkshop;
import vn.cotmoc.core.authoring.TestCase;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.scoring.RuleSet;
import vn.cotmoc.core.scoring.ScoringEngine;
import vn.cotmoc.core.scoring.TryRules;
import vn.cotmoc.tenants.identity.Role;
import vn.cotmoc.web.wire.Reads;

/** What authors ask of a text while they write it. Nothing is stored. */
@Controller("/api/v1/rule-workshop")
@Tag(name = "rule-workshop")
@Secured({Role.RULE_AUTHOR, Role.PROVINCE_ADMIN, Role.MINISTRY_RULE_AUTHOR})
final class RuleWorkshopController {

    private final RuleWorkshop workshop;
    private final TryRules tryRules;

    RuleWorkshopController(RuleWorkshop workshop, TryRules tryRules) {
        this.workshop = workshop;
        this.tryRules = tryRules;
    }

    @Post("/review")
    @Operation(operationId = "reviewRules", summary = "Says all that can be said of a text, and how its test cases end")
    WorkshopJson.ReviewJson review(@Body WorkshopJson.TextJson body) {
        String model = model(body.model(), "/model");
        List<TestCase> cases = TestCaseJson.cases(body.cases(), "/cases");
        Review review = workshop.review(model);
        return review.ruleSet() == null
                ? WorkshopJson.ReviewJson.unreadable(review)
                : WorkshopJson.ReviewJson.of(review, workshop.properties(model), workshop.test(model, cases));
    }

    @Post("/trial")
    @Operation(
            operationId = "tryRules",
            summary = "Which targets of a plan a text would rate or flag otherwise than the rules in force, and why")
    @Secured({Role.RULE_AUTHOR, Role.PROVINCE_ADMIN})
    WorkshopJson.TrialJson trial(@Body WorkshopJson.TryJson body) {
        Review review = workshop.review(model(body.model(), "/model"));
        RuleSet tried = review.ruleSet();
        if (tried == null) {
            throw Refusal.invalid("rules-unreadable", "/model");
        }
        try {
            return WorkshopJson.TrialJson.of(
                    tryRules.on(Reads.id(body.plan(), "/plan"), Reads.day(body.asOf(), "/asOf"), tried));
        } catch (ScoringEngine.EngineFailure undecided) {
            if (review.isBlocked()) {
                throw Refusal.invalid("rules-unfinished", "/model");
            }
            throw undecided;
        }
    }

    @Post("/emitted")
    @Operation(operationId = "emitRules", summary = "What the default engine is given, each line with its row")
    WorkshopJson.EmittedJson emitted(@Body WorkshopJson.ModelJson body) {
        return WorkshopJson.EmittedJson.of(workshop.emitted(model(body.model(), "/model")));
    }

    @Post("/comparison")
    @Operation(operationId = "compareRules", summary = "What differs between two texts, cell by cell")
    WorkshopJson.ComparisonJson compare(@Body WorkshopJson.TwoJson body) {
        return WorkshopJson.ComparisonJson.of(
                workshop.compare(model(body.before(), "/before"), model(body.after(), "/after")));
    }

    @Post("/merge")
    @Operation(
            operationId = "mergeRules",
            summary = "Both people's changes of one text and its test cases; mine where they conflict")
    WorkshopJson.MergedJson merge(@Body WorkshopJson.ThreeJson body) {
        WorkshopJson.ThreeCasesJson cases = body.cases();
        return WorkshopJson.MergedJson.of(workshop.merge(
                text(body.base(), cases == null ? null : cases.base(), "base"),
                text(body.mine(), cases == null ? null : cases.mine(), "mine"),
                text(body.theirs(), cases == null ? null : cases.theirs(), "theirs")));
    }

    @Post("/table")
    @Operation(
            operationId = "readRuleTable",
            summary = "Reads a decision table from a spreadsheet or DMN, laid over a text that gives all else")
    WorkshopJson.ConvertedJson read(@Body WorkshopJson.FileJson body) {
        return WorkshopJson.ConvertedJson.of(workshop.read(body.bytes(), body.toFormat(), model(body.base(), "/base")));
    }

    private static RuleWorkshop.Text text(String model, @Nullable List<TestCaseJson> cases, String side) {
        return new RuleWorkshop.Text(model(model, "/" + side), TestCaseJson.cases(cases, "/cases/" + side));
    }

    private static String model(String model, String at) {
        return WorkshopJson.model(model, at);
    }
}
