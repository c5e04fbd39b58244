package vn.cotmoc.web.authoring;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.authoring.Cell;
import vn.cotmoc.core.authoring.Comparison;
import vn.cotmoc.core.authoring.Converted;
import vn.cotmoc.core.authoring.EmittedLine;
import vn.cotmoc.core.authoring.Merged;
import vn.cotmoc.core.authoring.Remark;
import vn.cotmoc.core.authoring.Review;
import vn.cotmoc.core.authoring.RuleWorkshop;
import vn.cotmoc.core.authoring.TableFormat;
import vn.cotmoc.core.authoring.Tested;
import vn.cotmoc.core.measure.Texts;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.scoring.Explanation;
import vn.cotmoc.core.scoring.Rating;
import vn.cotmoc.core.scoring.TryRules;
import vn.cotmoc.web.wire.Reads;

/** What authors send and are answered while they write. Models travel as their letters, so that nothing of them is lost. */
final class WorkshopJson {

    private WorkshopJson() {}

    /** @throws Refusal {@code missing-field}, {@code text-empty}, {@code text-control}, {@code rules-large} */
    static String model(@Nullable String model, String at) {
        String letters = Reads.present(model, at);
        if (letters.isBlank()) {
            throw Refusal.invalid("text-empty", at);
        }
        if (letters.codePoints().anyMatch(Texts::isForbidden)) {
            throw Refusal.invalid("text-control", at);
        }
        int bytes = letters.getBytes(UTF_8).length;
        if (bytes > RuleWorkshop.MOST_BYTES) {
            throw Refusal.invalid("rules-large", at, "bytes", bytes, "most", RuleWorkshop.MOST_BYTES);
        }
        return letters;
    }

    @Serdeable
    @Schema(name = "RuleModelText")
    record ModelJson(String model) {}

    /** @param model JSON, finished or not; finished, it is as {@code /schemas/rule-set.schema.json} says */
    @Serdeable
    @Schema(name = "RuleModelWithCases")
    record TextJson(String model, @Nullable List<TestCaseJson> cases) {}

    @Serdeable
    @Schema(name = "TwoRuleModels")
    record TwoJson(String before, String after) {}

    /** @param base as both found it */
    @Serdeable
    @Schema(name = "ThreeRuleModels")
    record ThreeJson(
            String base,
            String mine,
            String theirs,
            @Nullable ThreeCasesJson cases) {}

    /** The test cases beside each. */
    @Serdeable
    @Schema(name = "ThreeRuleTestCases")
    record ThreeCasesJson(
            @Nullable List<TestCaseJson> base,
            @Nullable List<TestCaseJson> mine,
            @Nullable List<TestCaseJson> theirs) {}

    @Serdeable
    @Schema(name = "RuleTrial")
    record TryJson(String model, String plan, String asOf) {}

    /**
     * @param file base64
     * @param base a model that gives all that the table does not
     */
    @Serdeable
    @Schema(name = "RuleTableFile")
    record FileJson(
            @Schema(allowableValues = {"xlsx", "dmn"}) String format, String file, String base) {

        TableFormat toFormat() {
            return Reads.word(TableFormat.class, format, "/format");
        }

        /** @throws Refusal {@code file-encoding}, {@code rule-file-large} */
        byte[] bytes() {
            String letters = Reads.present(file, "/file").strip();
            if (letters.isEmpty()) {
                throw Refusal.invalid("text-empty", "/file");
            }
            byte[] bytes;
            try {
                bytes = Base64.getDecoder().decode(letters);
            } catch (IllegalArgumentException malformed) {
                throw Refusal.invalid("file-encoding", "/file");
            }
            if (bytes.length > RuleWorkshop.MOST_FILE_BYTES) {
                throw Refusal.invalid(
                        "rule-file-large", "/file", "bytes", bytes.length, "most", RuleWorkshop.MOST_FILE_BYTES);
            }
            return bytes;
        }
    }

    /**
     * One thing to be said of a text or a file.
     *
     * @param weight whether the text may be released in spite of it
     * @param at a JSON pointer into the text; of a file the address of a cell, or the path of an element
     * @param rule the row's or the alert's id, where there is one
     * @param vi its sentence, with names of values in braces
     * @param values by name
     */
    @Serdeable
    @Schema(name = "RuleRemark")
    record RemarkJson(
            String code,

            @Schema(allowableValues = {"blocks", "warns"}) String weight,

            String at,
            @Nullable String rule,
            String vi,
            String en,
            Map<String, ValueJson> values) {

        static RemarkJson of(Remark remark) {
            Map<String, ValueJson> values = new LinkedHashMap<>();
            remark.values().forEach((name, value) -> values.put(name, ValueJson.of(value)));
            return new RemarkJson(
                    remark.code().code(),
                    remark.weight().code(),
                    remark.at(),
                    remark.rule(),
                    RemarkSentences.vi(remark.code()),
                    RemarkSentences.en(remark.code()),
                    values);
        }
    }

    /** One of the three: a text or number, several, or words by facts. */
    @Serdeable
    @Schema(name = "RuleRemarkValue")
    record ValueJson(
            @Nullable String text,
            @Nullable List<String> several,
            @Nullable Map<String, String> combination) {

        static ValueJson of(Object value) {
            return switch (value) {
                case List<?> several ->
                    new ValueJson(null, several.stream().map(String::valueOf).toList(), null);
                case Map<?, ?> words -> {
                    Map<String, String> combination = new LinkedHashMap<>();
                    words.forEach((fact, word) -> combination.put(String.valueOf(fact), String.valueOf(word)));
                    yield new ValueJson(null, null, combination);
                }
                default -> new ValueJson(String.valueOf(value), null, null);
            };
        }
    }

    /**
     * @param readable whether it is a rule set at all; if not nothing was tested
     * @param remarks in the order of the text, then what holds of the whole
     * @param unreached rows and alerts that speak in no test case
     */
    @Serdeable
    @Schema(name = "RuleReview")
    record ReviewJson(boolean readable, List<RemarkJson> remarks, List<TestResultJson> tests, List<String> unreached) {

        static ReviewJson unreadable(Review review) {
            return new ReviewJson(
                    false, review.remarks().stream().map(RemarkJson::of).toList(), List.of(), List.of());
        }

        static ReviewJson of(Review review, List<Remark> properties, Tested tested) {
            return new ReviewJson(
                    true,
                    Stream.concat(review.remarks().stream(), properties.stream())
                            .map(RemarkJson::of)
                            .toList(),
                    tested.results().stream().map(TestResultJson::of).toList(),
                    tested.unreached());
        }
    }

    /** @param found null where the case itself cannot be; the remarks say why */
    @Serdeable
    @Schema(name = "RuleTestResult")
    record TestResultJson(
            String id, boolean passed, @Nullable FoundJson found, List<RemarkJson> remarks) {

        static TestResultJson of(Tested.Result result) {
            Tested.Found found = result.found();
            return new TestResultJson(
                    result.id(),
                    result.passed(),
                    found == null ? null : new FoundJson(found.facts(), found.rating(), found.flags(), found.fired()),
                    result.remarks().stream().map(RemarkJson::of).toList());
        }
    }

    /** @param fired rows and alerts that spoke */
    @Serdeable
    @Schema(name = "RuleTestFound")
    record FoundJson(
            Map<String, String> facts,

            @Schema(
                    allowableValues = {
                        "exceeded",
                        "met",
                        "nearly-met",
                        "missed",
                        "on-track",
                        "behind",
                        "at-risk",
                        "insufficient-data"
                    })
            String rating,

            List<String> flags,
            List<String> fired) {}

    /**
     * @param targets how many the plan has
     * @param before of all of them, by rating, under the rules in force
     * @param after likewise under the text
     */
    @Serdeable
    @Schema(name = "RuleTrialResult")
    record TrialJson(
            UUID plan,
            LocalDate asOf,
            int targets,
            Map<String, Integer> before,
            Map<String, Integer> after,
            List<FlipJson> flips) {

        static TrialJson of(TryRules.Tried tried) {
            return new TrialJson(
                    tried.before().plan().id(),
                    tried.before().asOf(),
                    tried.before().targets().size(),
                    counts(tried.before().counts()),
                    counts(tried.after().counts()),
                    tried.flips().stream().map(FlipJson::of).toList());
        }

        private static Map<String, Integer> counts(Map<Rating, Integer> counts) {
            Map<String, Integer> byCode = new LinkedHashMap<>();
            for (Rating rating : Rating.values()) {
                byCode.put(rating.code(), counts.getOrDefault(rating, 0));
            }
            return byCode;
        }
    }

    /**
     * A target that would be rated, flagged or valued otherwise.
     *
     * @param unit that the target is assigned to; null for the province's own
     */
    @Serdeable
    @Schema(name = "RuleFlip")
    record FlipJson(
            UUID target,
            String indicator,
            String indicatorEn,
            String place,
            @Nullable String unit,
            SideJson before,
            SideJson after) {

        static FlipJson of(TryRules.Flip flip) {
            Explanation after = flip.after();
            return new FlipJson(
                    after.id(),
                    after.indicator().name(),
                    after.indicator().nameEn(),
                    after.area().name(),
                    after.assignedTo() == null ? null : after.assignedTo().name(),
                    SideJson.of(flip.before()),
                    SideJson.of(after));
        }
    }

    /** @param says the sentences of the rules that spoke */
    @Serdeable
    @Schema(name = "RuleFlipSide")
    record SideJson(
            @Schema(
                    allowableValues = {
                        "exceeded",
                        "met",
                        "nearly-met",
                        "missed",
                        "on-track",
                        "behind",
                        "at-risk",
                        "insufficient-data"
                    })
            String rating,

            @Nullable BigDecimal score,
            List<String> flags,
            List<SaidJson> says) {

        static SideJson of(Explanation record) {
            return new SideJson(
                    record.rating(),
                    record.score(),
                    record.flags().stream().map(Explanation.Raised::code).toList(),
                    record.reasons().stream()
                            .map(reason -> new SaidJson(reason.rule(), reason.vi(), reason.en()))
                            .toList());
        }
    }

    @Serdeable
    @Schema(name = "RuleSaid")
    record SaidJson(String rule, String vi, String en) {}

    @Serdeable
    @Schema(name = "EmittedRules")
    record EmittedJson(List<LineJson> lines) {

        static EmittedJson of(List<EmittedLine> lines) {
            return new EmittedJson(lines.stream()
                    .map(line -> new LineJson(line.number(), line.text(), line.rule()))
                    .toList());
        }
    }

    /** @param rule the row or the alert that it comes from; null for the frame */
    @Serdeable
    @Schema(name = "EmittedLine")
    record LineJson(int number, String text, @Nullable String rule) {}

    @Serdeable
    @Schema(name = "RuleComparison")
    record ComparisonJson(
            List<ThingJson> removed, List<ThingJson> added, List<MovedJson> moved, List<ChangedJson> changed) {

        static ComparisonJson of(Comparison comparison) {
            return new ComparisonJson(
                    comparison.removed().stream().map(ThingJson::of).toList(),
                    comparison.added().stream().map(ThingJson::of).toList(),
                    comparison.moved().stream()
                            .map(moved -> new MovedJson(moved.part().code(), moved.id(), moved.from(), moved.to()))
                            .toList(),
                    comparison.changed().stream().map(ChangedJson::of).toList());
        }
    }

    /** @param place in its list, from 0 */
    @Serdeable
    @Schema(name = "RulePart")
    record ThingJson(String part, String id, int place) {

        static ThingJson of(Comparison.Thing thing) {
            return new ThingJson(thing.part().code(), thing.id(), thing.place());
        }
    }

    @Serdeable
    @Schema(name = "RuleMoved")
    record MovedJson(String part, String id, int from, int to) {}

    @Serdeable
    @Schema(name = "RuleCell")
    record CellJson(String part, @Nullable String thing, String field) {

        static CellJson of(Cell cell) {
            return new CellJson(cell.part().code(), cell.thing(), cell.field());
        }
    }

    @Serdeable
    @Schema(name = "RuleChanged")
    record ChangedJson(
            CellJson cell,
            @Nullable String before,
            @Nullable String after) {

        static ChangedJson of(Comparison.Changed changed) {
            return new ChangedJson(CellJson.of(changed.cell()), changed.before(), changed.after());
        }
    }

    @Serdeable
    @Schema(name = "MergedRules")
    record MergedJson(String model, List<TestCaseJson> cases, List<ConflictJson> conflicts) {

        static MergedJson of(Merged merged) {
            return new MergedJson(
                    merged.model(),
                    merged.cases().stream().map(TestCaseJson::of).toList(),
                    merged.conflicts().stream()
                            .map(conflict -> new ConflictJson(
                                    CellJson.of(conflict.cell()),
                                    conflict.base(),
                                    conflict.mine(),
                                    conflict.theirs(),
                                    conflict.edits().stream()
                                            .map(ChangedJson::of)
                                            .toList()))
                            .toList());
        }
    }

    /** @param edits what one side made of a thing that the other one removed */
    @Serdeable
    @Schema(name = "RuleConflict")
    record ConflictJson(
            CellJson cell,
            @Nullable String base,
            @Nullable String mine,
            @Nullable String theirs,
            List<ChangedJson> edits) {}

    /** @param model null if anything in the file could not be converted */
    @Serdeable
    @Schema(name = "ConvertedRules")
    record ConvertedJson(@Nullable String model, List<RemarkJson> remarks) {

        static ConvertedJson of(Converted converted) {
            return new ConvertedJson(
                    converted.model(),
                    converted.remarks().stream().map(RemarkJson::of).toList());
        }
    }
}
