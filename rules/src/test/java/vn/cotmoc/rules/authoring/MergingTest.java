package vn.cotmoc.rules.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.cotmoc.rules.authoring.Drafts.WORKSHOP;
import static vn.cotmoc.rules.authoring.Drafts.merge;
import static vn.cotmoc.rules.authoring.Drafts.model;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.cotmoc.core.authoring.Cell;
import vn.cotmoc.core.authoring.Comparison;
import vn.cotmoc.core.authoring.Merged;
import vn.cotmoc.core.authoring.Merged.Conflict;
import vn.cotmoc.core.authoring.RuleWorkshop;
import vn.cotmoc.core.authoring.TestCase;
import vn.cotmoc.core.scoring.RuleSet.Sentence;
import vn.cotmoc.rules.decisiontables.Row;
import vn.cotmoc.rules.decisiontables.RuleModelJson;

class MergingTest {

    private static final String BASE =
            model("first", "phase evidence", "a: ahead -: met", "b: running -: behind", "c: - -: missed");

    @Property(tries = 200)
    void whereOnlyOneChangedAnythingItIsAsThatOneMadeIt(@ForAll("models") String base, @ForAll("models") String other) {
        assertThat(merge(base, other, base)).isEqualTo(new Merged(other, List.of(), List.of()));
        assertThat(merge(base, base, other)).isEqualTo(new Merged(other, List.of(), List.of()));
        assertThat(merge(base, other, other)).isEqualTo(new Merged(other, List.of(), List.of()));
    }

    @Property(tries = 200)
    void whoseChangesComeFirstMakesNoDifferenceButInConflicts(
            @ForAll("models") String base, @ForAll("models") String one, @ForAll("models") String other) {
        Merged merged = merge(base, one, other);
        Merged turned = merge(base, other, one);

        assertThat(cells(turned)).isEqualTo(cells(merged));
        assertThat(Set.copyOf(turned.conflicts()))
                .isEqualTo(merged.conflicts().stream()
                        .map(conflict -> new Conflict(
                                conflict.cell(), conflict.base(), conflict.theirs(), conflict.mine(), conflict.edits()))
                        .collect(Collectors.toSet()));
        if (merged.conflicts().isEmpty()) {
            assertThat(turned.model()).isEqualTo(merged.model());
        }
    }

    private static Conflict torn(Cell cell, @Nullable String base, String mine, String theirs) {
        return new Conflict(cell, base, mine, theirs, List.of());
    }

    private static Set<Cell> cells(Merged merged) {
        return merged.conflicts().stream().map(Conflict::cell).collect(Collectors.toSet());
    }

    @Provide
    static Arbitrary<String> models() {
        return TableReviewTest.tables().map(RuleModelJson::write);
    }

    @Test
    void changesOfDifferentCellsAreBothThere() {
        String mine = BASE.replace("\"running\",\"-\"", "\"running\",\"full\"");
        String theirs =
                BASE.replace("\"rating\":\"behind\"", "\"rating\":\"at-risk\"").replace("Câu c.", "Câu khác.");

        Merged merged = merge(BASE, mine, theirs);

        assertThat(merged.conflicts()).isEmpty();
        assertThat(merged.model()).contains("\"running\",\"full\"", "at-risk", "Câu khác.");
    }

    @Test
    void aCellThatBothChangedIsAConflictAndMineStays() {
        Merged merged = merge(
                BASE,
                BASE.replace("\"rating\":\"behind\"", "\"rating\":\"at-risk\""),
                BASE.replace("\"rating\":\"behind\"", "\"rating\":\"on-track\""));

        assertThat(merged.conflicts())
                .containsExactly(torn(new Cell(Cell.Part.ROW, "b", "rating"), "behind", "at-risk", "on-track"));
        assertThat(merged.model()).contains("at-risk").doesNotContain("on-track");
    }

    @Test
    void ofARowOfWhichBothChangedWhatItSaysAllThatDiffersIsAskedAndAllOfMineStays() {
        String theirs =
                BASE.replace("\"rating\":\"behind\"", "\"rating\":\"missed\"").replace("Câu b.", "Trễ hẳn.");

        Merged merged = merge(BASE, BASE.replace("\"rating\":\"behind\"", "\"rating\":\"on-track\""), theirs);

        assertThat(merged.conflicts())
                .containsExactlyInAnyOrder(
                        torn(new Cell(Cell.Part.ROW, "b", "rating"), "behind", "on-track", "missed"),
                        torn(new Cell(Cell.Part.ROW, "b", "vi"), "Câu b.", "Câu b.", "Trễ hẳn."));
        assertThat(merged.model()).contains("on-track", "Câu b.");
        assertThat(merge(BASE, BASE.replace("Words b.", "Half of b."), theirs).conflicts())
                .extracting(conflict -> conflict.cell().field())
                .as("the other language, too, says what the row decides")
                .containsExactlyInAnyOrder("rating", "vi", "en");
    }

    @Test
    void aRowThatOneRemovedAndTheOtherChangedStaysAndIsAConflict() {
        String without = model("first", "phase evidence", "a: ahead -: met", "c: - -: missed");
        String changed = BASE.replace("\"rating\":\"behind\"", "\"rating\":\"at-risk\"");

        Merged merged = merge(BASE, without, changed);

        assertThat(merged.conflicts())
                .containsExactly(new Conflict(
                        new Cell(Cell.Part.ROW, "b", ""),
                        "b",
                        null,
                        "b",
                        List.of(new Comparison.Changed(new Cell(Cell.Part.ROW, "b", "rating"), "behind", "at-risk"))));
        assertThat(merged.model()).contains("at-risk");
        assertThat(merge(BASE, without, BASE.replace("Câu a", "Câu mới")))
                .satisfies(other -> assertThat(other.conflicts()).isEmpty())
                .satisfies(
                        other -> assertThat(other.model()).contains("Câu mới").doesNotContain("\"b\""));
    }

    @Test
    void rowsAddedAtDifferentPlacesStandWhereTheyWerePut() {
        String mine = model(
                "first",
                "phase evidence",
                "x: ahead full: met",
                "a: ahead -: met",
                "b: running -: behind",
                "c: - -: missed");
        String theirs = model(
                "first",
                "phase evidence",
                "a: ahead -: met",
                "b: running -: behind",
                "y: ended full: met",
                "c: - -: missed");

        Merged merged = merge(BASE, mine, theirs);

        assertThat(merged.conflicts()).isEmpty();
        assertThat(RuleModelJson.read(merged.model()).rows())
                .extracting(row -> row.rule())
                .containsExactly("x", "a", "b", "y", "c");
    }

    @Test
    void rowsThatBothAddBehindOneRowAreBothThereAndWhichComesFirstIsAsked() {
        String mine = model(
                "first",
                "phase evidence",
                "a: ahead -: met",
                "m: running full: met",
                "b: running -: behind",
                "c: - -: missed");
        String theirs = model(
                "first",
                "phase evidence",
                "a: ahead -: met",
                "t: ended full: met",
                "b: running -: behind",
                "c: - -: missed");

        Merged merged = merge(BASE, mine, theirs);

        assertThat(rules(merged)).containsExactly("a", "m", "t", "b", "c");
        assertThat(merged.conflicts())
                .containsExactly(torn(new Cell(Cell.Part.ORDER, null, "rows"), "a", "a, m, t", "a, t, m"));
    }

    @Test
    void whatTheTwoMoveApartMovesWithoutAQuestionAndWhatBothMoveIsAskedForItsStretchAlone() {
        String base = rows("a", "b", "c", "d", "e", "f");

        Merged apart = merge(base, rows("b", "a", "c", "d", "e", "f"), rows("a", "b", "c", "d", "f", "e"));
        assertThat(rules(apart)).containsExactly("b", "a", "c", "d", "f", "e");
        assertThat(apart.conflicts()).isEmpty();

        Merged both = merge(base, rows("b", "c", "a", "d", "f", "e"), rows("b", "a", "c", "d", "e", "f"));
        assertThat(rules(both)).containsExactly("b", "c", "a", "d", "f", "e");
        assertThat(both.conflicts())
                .containsExactly(torn(new Cell(Cell.Part.ORDER, null, "rows"), "a, b, c", "b, c, a", "b, a, c"));
    }

    @Test
    void aRowFollowsTheRowThatItWasPutBehindWhereverThatGoes() {
        Merged merged = merge(rows("a", "b", "c"), rows("a", "new", "b", "c"), rows("b", "c", "a"));

        assertThat(rules(merged)).containsExactly("b", "c", "a", "new");
        assertThat(merged.conflicts()).isEmpty();
    }

    @Test
    void aRowWithoutAnIdIsNotLost() {
        Merged merged = merge(
                "{\"rows\":[{\"rule\":\"\"}]}",
                "{\"rows\":[{\"rule\":\"\"},{\"rule\":\"b\"}]}",
                "{\"rows\":[{\"rule\":\"\"}]}");

        assertThat(merged.model()).isEqualTo("{\"rows\":[{\"rule\":\"\"},{\"rule\":\"b\"}]}");
    }

    @Test
    void casesThatBothAddAreBothThere() {
        Merged merged = cases(List.of(), List.of(test("m", "met")), List.of(test("t", "missed")));

        assertThat(merged.cases()).containsExactly(test("m", "met"), test("t", "missed"));
        assertThat(merged.conflicts())
                .containsExactly(torn(new Cell(Cell.Part.ORDER, null, "cases"), null, "m, t", "t, m"));
    }

    @Test
    void ofACaseThatBothChangedWhatDiffersIsAskedAndTheRestIsTakenFromBoth() {
        TestCase base = test("a", "met");
        TestCase mine =
                new TestCase("a", new Sentence("Tên", "Name"), Map.of("phase", "ended"), "missed", List.of(), null);
        TestCase theirs =
                new TestCase("a", null, Map.of("phase", "ended", "age", "stale"), "behind", List.of("stale"), "x");

        Merged merged = cases(List.of(base), List.of(mine), List.of(theirs));

        assertThat(merged.cases())
                .containsExactly(new TestCase(
                        "a",
                        new Sentence("Tên", "Name"),
                        Map.of("phase", "ended", "age", "stale"),
                        "missed",
                        List.of("stale"),
                        "x"));
        assertThat(merged.conflicts())
                .containsExactly(torn(new Cell(Cell.Part.CASE, "a", "rating"), "met", "missed", "behind"));
    }

    @Test
    void aCaseThatOneRemovedAndTheOtherChangedStaysAndIsAsked() {
        Merged merged = cases(List.of(test("a", "met")), List.of(), List.of(test("a", "missed")));

        assertThat(merged.cases()).containsExactly(test("a", "missed"));
        assertThat(merged.conflicts())
                .containsExactly(new Conflict(
                        new Cell(Cell.Part.CASE, "a", ""),
                        "a",
                        null,
                        "a",
                        List.of(new Comparison.Changed(new Cell(Cell.Part.CASE, "a", "rating"), "met", "missed"))));
        assertThat(cases(List.of(test("a", "met")), List.of(), List.of(test("a", "met"))))
                .isEqualTo(new Merged(BASE, List.of(), List.of()));
    }

    @Property(tries = 200)
    void noCaseOfEitherSideGoesUnlessTheOtherRemovedIt(
            @ForAll("tests") List<TestCase> base,
            @ForAll("tests") List<TestCase> one,
            @ForAll("tests") List<TestCase> other) {
        Merged merged = cases(base, one, other);

        assertThat(cases(base, one, base)).isEqualTo(new Merged(BASE, one, List.of()));
        assertThat(cases(base, base, other)).isEqualTo(new Merged(BASE, other, List.of()));
        assertThat(ids(merged.cases())).doesNotHaveDuplicates();
        for (String id : ids(Stream.concat(one.stream(), other.stream()).toList())) {
            boolean removed =
                    base.stream().anyMatch(was -> was.id().equals(id) && (one.contains(was) || other.contains(was)))
                            && !(ids(one).contains(id) && ids(other).contains(id));
            assertThat(ids(merged.cases()).contains(id)).isEqualTo(!removed);
        }
        assertThat(cells(cases(base, other, one))).isEqualTo(cells(merged));
    }

    @Provide
    static Arbitrary<List<TestCase>> tests() {
        return Arbitraries.of("met", "missed")
                .flatMap(rating -> Arbitraries.of("a", "b", "c", "d", "e").map(id -> test(id, rating)))
                .list()
                .uniqueElements(TestCase::id)
                .ofMaxSize(5);
    }

    private static List<String> ids(List<TestCase> cases) {
        return cases.stream().map(TestCase::id).toList();
    }

    private static TestCase test(String id, String rating) {
        return new TestCase(id, null, Map.of("phase", "ended"), rating, List.of(), null);
    }

    private static Merged cases(List<TestCase> base, List<TestCase> mine, List<TestCase> theirs) {
        return WORKSHOP.merge(
                new RuleWorkshop.Text(BASE, base),
                new RuleWorkshop.Text(BASE, mine),
                new RuleWorkshop.Text(BASE, theirs));
    }

    private static String rows(String... rules) {
        return model(
                "first",
                "phase evidence",
                Stream.of(rules).map("%s: running -: met"::formatted).toArray(String[]::new));
    }

    private static List<String> rules(Merged merged) {
        return RuleModelJson.read(merged.model()).rows().stream().map(Row::rule).toList();
    }

    @Test
    void aDraftThatIsNotFinishedIsMergedAsItIs() {
        Merged merged = merge("{\"id\":\"x\"}", "{\"id\":\"x\",\"version\":\"1\"}", "{\"id\":\"y\"}");

        assertThat(merged.model()).isEqualTo("{\"id\":\"y\",\"version\":\"1\"}");
    }
}
