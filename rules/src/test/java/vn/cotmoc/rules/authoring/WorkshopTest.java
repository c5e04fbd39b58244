package vn.cotmoc.rules.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static vn.cotmoc.rules.authoring.Drafts.GOOD;
import static vn.cotmoc.rules.authoring.Drafts.NATIONAL;
import static vn.cotmoc.rules.authoring.Drafts.WORKSHOP;
import static vn.cotmoc.rules.authoring.Drafts.model;
import static vn.cotmoc.rules.authoring.Drafts.said;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.cotmoc.core.authoring.Cell;
import vn.cotmoc.core.authoring.Comparison;
import vn.cotmoc.core.authoring.EmittedLine;
import vn.cotmoc.core.authoring.Remark;
import vn.cotmoc.core.authoring.Remark.Code;
import vn.cotmoc.core.authoring.TestCase;
import vn.cotmoc.core.authoring.Tested;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.rules.decisiontables.RuleModelJson;
import vn.cotmoc.rules.sandbox.Drl;

/** What is emitted, what differs, what cases find, what must hold. */
class WorkshopTest {

    @Test
    void eachLineOfWhatIsEmittedNamesItsRuleOrNone() {
        List<EmittedLine> lines = WORKSHOP.emitted(GOOD);

        assertThat(lines.stream().map(EmittedLine::text).collect(Collectors.joining("\n", "", "\n")))
                .isEqualTo(Drl.of(RuleModelJson.read(GOOD)).text());
        assertThat(lines.stream()
                        .map(EmittedLine::rule)
                        .filter(Objects::nonNull)
                        .distinct())
                .containsExactly("begun", "silent", "partly", "short", "wholly", "old");
        assertThat(lines).filteredOn(line -> "partly".equals(line.rule())).hasSize(6);
        assertThat(lines.getFirst()).isEqualTo(new EmittedLine(1, "package vn.cotmoc.emitted;", null));
    }

    @Test
    void whatCannotBeReadIsNeitherEmittedNorTested() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> WORKSHOP.emitted(GOOD.replace("ahead", "before")))
                .matches(refusal -> refusal.code().equals("rules-unreadable"));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> WORKSHOP.compare(GOOD, "nonsense"))
                .matches(refusal -> refusal.code().equals("rules-no-json") && "/after".equals(refusal.at()));
    }

    @Test
    void aModelIsAsItWasHoweverItIsSpelled() {
        assertThat(WORKSHOP.compare(NATIONAL, NATIONAL).changed()).isEmpty();
        assertThat(WORKSHOP.compare(GOOD, GOOD.replace("[\"running\",\"ended\"]", "[\"ended\",\"running\"]")))
                .isEqualTo(new Comparison(List.of(), List.of(), List.of(), List.of()));
    }

    @Test
    void whatDiffersIsToldCellByCell() {
        String before = model("first", "phase evidence", "a: ahead -: met", "b: running full: met", "c: - -: missed");
        String after = model(
                "collect",
                "evidence phase age",
                "c: - - -: missed: lost",
                "a: - ahead|running fresh: met",
                "d: - - -: met");

        Comparison comparison = WORKSHOP.compare(before, after);

        assertThat(comparison.removed()).containsExactly(new Comparison.Thing(Cell.Part.ROW, "b", 1));
        assertThat(comparison.added()).containsExactly(new Comparison.Thing(Cell.Part.ROW, "d", 2));
        assertThat(comparison.moved()).hasSize(1);
        assertThat(comparison.changed())
                .containsExactlyInAnyOrder(
                        new Comparison.Changed(new Cell(Cell.Part.MODEL, null, "hit"), "first", "collect"),
                        new Comparison.Changed(
                                new Cell(Cell.Part.MODEL, null, "columns"), "phase, evidence", "evidence, phase, age"),
                        new Comparison.Changed(new Cell(Cell.Part.ROW, "c", "flags"), "", "lost (low)"),
                        new Comparison.Changed(new Cell(Cell.Part.ROW, "a", "when/phase"), "ahead", "ahead, running"),
                        new Comparison.Changed(new Cell(Cell.Part.ROW, "a", "when/age"), null, "fresh"),
                        new Comparison.Changed(new Cell(Cell.Part.ROW, "d", "rating"), null, "met"),
                        new Comparison.Changed(new Cell(Cell.Part.ROW, "d", "flags"), null, ""),
                        new Comparison.Changed(new Cell(Cell.Part.ROW, "d", "vi"), null, "Câu d."),
                        new Comparison.Changed(new Cell(Cell.Part.ROW, "d", "en"), null, "Words d."),
                        new Comparison.Changed(new Cell(Cell.Part.ROW, "b", "when/phase"), "running", null),
                        new Comparison.Changed(new Cell(Cell.Part.ROW, "b", "when/evidence"), "full", null),
                        new Comparison.Changed(new Cell(Cell.Part.ROW, "b", "rating"), "met", null),
                        new Comparison.Changed(new Cell(Cell.Part.ROW, "b", "flags"), "", null),
                        new Comparison.Changed(new Cell(Cell.Part.ROW, "b", "vi"), "Câu b.", null),
                        new Comparison.Changed(new Cell(Cell.Part.ROW, "b", "en"), "Words b.", null));
    }

    /** As many rows as a text can hold, all of them under other ids: nothing explodes. */
    @Test
    void hugeDraftsAreComparedAndMergedInGoodTime() {
        String many = "{\"rows\":[%s]}".formatted(Drafts.repeated(6_000, "{\"rule\":\"r%d\"}"));
        String turned = "{\"rows\":[%s]}"
                .formatted(Drafts.repeated(6_000, "{\"rule\":\"r%d\"}").replaceAll("r(\\d+)", "x$1"));

        assertTimeout(Duration.ofSeconds(2), () -> WORKSHOP.compare(many, turned));
        assertTimeout(Duration.ofSeconds(2), () -> Drafts.merge(many, turned, many));
    }

    @Test
    void aSentencePointsAndGradesAreCellsToo() {
        String after = GOOD.replace("Cũ: {newest}.", "Số cũ: {newest}.")
                .replace("\"hit\"", "\"rollUp\":{\"by\":\"worst\"},\"hit\"");

        assertThat(WORKSHOP.compare(GOOD, after).changed())
                .containsExactlyInAnyOrder(
                        new Comparison.Changed(
                                new Cell(Cell.Part.ALERT, "old", "vi"), "Cũ: {newest}.", "Số cũ: {newest}."),
                        new Comparison.Changed(new Cell(Cell.Part.MODEL, null, "rollUp/by"), null, "worst"));
    }

    @Test
    void aCasePassesWhenRatingFlagsAndRowAreAsExpected() {
        Tested tested = WORKSHOP.test(
                GOOD,
                List.of(
                        new TestCase("usual", null, Map.of(), "on-track", List.of(), "partly"),
                        new TestCase("old", null, Map.of("age", "stale"), "on-track", List.of("stale"), null),
                        new TestCase("none", null, Map.of("age", "no-figure"), "insufficient-data", List.of(), null),
                        new TestCase("wrong", null, Map.of("evidence", "full"), "missed", List.of(), "wholly"),
                        new TestCase("row", null, Map.of("evidence", "full"), "met", List.of(), "partly")));

        assertThat(tested.results()).extracting(Tested.Result::passed).containsExactly(true, true, true, false, false);
        assertThat(tested.passed()).isFalse();
        assertThat(tested.unreached()).containsExactly("begun", "short");
        assertThat(tested.results().get(3).found()).satisfies(found -> {
            assertThat(found.rating()).isEqualTo("met");
            assertThat(found.fired()).containsExactly("wholly");
            assertThat(found.facts()).containsEntry("pace-band", "no-pace").containsEntry("phase", "running");
        });
    }

    @Test
    void aCaseThatCannotBeReadOrCanNeverBeSaysWhy() {
        Tested tested = WORKSHOP.test(
                GOOD,
                List.of(
                        new TestCase("word", null, Map.of("age", "full"), "superb", List.of(), "nobody"),
                        new TestCase(
                                "never",
                                null,
                                Map.of("evidence", "none", "end-band", "full"),
                                "met",
                                List.of(),
                                null)));

        assertThat(said(tested.results().get(0).remarks()))
                .containsExactly("word-of-another-fact /given/age", "word-unknown /rating", "word-unknown /row");
        assertThat(said(tested.results().get(1).remarks())).containsExactly("case-impossible /given");
        assertThat(tested.unreached()).hasSize(6);
    }

    @Test
    void moreAttainmentThatScoresLessIsShownByAPair() {
        String odd = model("first", "end-band", "a: nearly: met", "b: full: behind", "c: -: insufficient-data");
        List<Remark> remarks = WORKSHOP.properties(odd);

        assertThat(remarks.getFirst().values())
                .containsEntry("fact", "end-band")
                .containsEntry("less", "nearly")
                .containsEntry("more", "full")
                .containsEntry("rules", List.of("a", "b"))
                .containsEntry("ratings", List.of("met", "behind"));
        assertThat(WORKSHOP.properties(odd.replace("\"hit\"", "\"allows\":[\"more-scores-less\"],\"hit\"")))
                .isEmpty();
    }

    @Test
    void missingDataThatCountsAsSuccessIsNamed() {
        assertThat(WORKSHOP.properties(model("first", "phase", "a: ended: met", "b: -: behind")))
                .singleElement()
                .satisfies(remark -> {
                    assertThat(remark.code()).isEqualTo(Code.SUCCESS_WITHOUT_DATA);
                    assertThat(remark.rule()).isEqualTo("a");
                });
        assertThat(WORKSHOP.properties(
                        model("collect", "evidence", "a: -: met", "b: none|incomparable: insufficient-data")))
                .as("the worst holds")
                .isEmpty();
    }
}
