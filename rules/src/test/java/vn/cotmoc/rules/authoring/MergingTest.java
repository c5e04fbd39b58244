package vn.cotmoc.rules.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.cotmoc.rules.authoring.Drafts.WORKSHOP;
import static vn.cotmoc.rules.authoring.Drafts.model;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import vn.cotmoc.core.authoring.Cell;
import vn.cotmoc.core.authoring.Merged;
import vn.cotmoc.core.authoring.Merged.Conflict;
import vn.cotmoc.rules.decisiontables.RuleModelJson;

class MergingTest {

    private static final String BASE =
            model("first", "phase evidence", "a: ahead -: met", "b: running -: behind", "c: - -: missed");

    @Property(tries = 200)
    void whereOnlyOneChangedAnythingItIsAsThatOneMadeIt(@ForAll("models") String base, @ForAll("models") String other) {
        assertThat(WORKSHOP.merge(base, other, base)).isEqualTo(new Merged(other, List.of()));
        assertThat(WORKSHOP.merge(base, base, other)).isEqualTo(new Merged(other, List.of()));
        assertThat(WORKSHOP.merge(base, other, other)).isEqualTo(new Merged(other, List.of()));
    }

    @Property(tries = 200)
    void whoseChangesComeFirstMakesNoDifferenceButInConflicts(
            @ForAll("models") String base, @ForAll("models") String one, @ForAll("models") String other) {
        Merged merged = WORKSHOP.merge(base, one, other);
        Merged turned = WORKSHOP.merge(base, other, one);

        assertThat(cells(turned)).isEqualTo(cells(merged));
        assertThat(Set.copyOf(turned.conflicts()))
                .isEqualTo(merged.conflicts().stream()
                        .map(conflict ->
                                new Conflict(conflict.cell(), conflict.base(), conflict.theirs(), conflict.mine()))
                        .collect(Collectors.toSet()));
        if (merged.conflicts().isEmpty()) {
            assertThat(turned.model()).isEqualTo(merged.model());
        }
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

        Merged merged = WORKSHOP.merge(BASE, mine, theirs);

        assertThat(merged.conflicts()).isEmpty();
        assertThat(merged.model()).contains("\"running\",\"full\"", "at-risk", "Câu khác.");
    }

    @Test
    void aCellThatBothChangedIsAConflictAndMineStays() {
        Merged merged = WORKSHOP.merge(
                BASE,
                BASE.replace("\"rating\":\"behind\"", "\"rating\":\"at-risk\""),
                BASE.replace("\"rating\":\"behind\"", "\"rating\":\"on-track\""));

        assertThat(merged.conflicts())
                .containsExactly(new Conflict(new Cell(Cell.Part.ROW, "b", "rating"), "behind", "at-risk", "on-track"));
        assertThat(merged.model()).contains("at-risk").doesNotContain("on-track");
    }

    @Test
    void aRowThatOneRemovedAndTheOtherChangedStaysAndIsAConflict() {
        String without = model("first", "phase evidence", "a: ahead -: met", "c: - -: missed");
        String changed = BASE.replace("\"rating\":\"behind\"", "\"rating\":\"at-risk\"");

        Merged merged = WORKSHOP.merge(BASE, without, changed);

        assertThat(merged.conflicts()).containsExactly(new Conflict(new Cell(Cell.Part.ROW, "b", ""), "b", null, "b"));
        assertThat(merged.model()).contains("at-risk");
        assertThat(WORKSHOP.merge(BASE, without, BASE.replace("Câu a", "Câu mới")))
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

        Merged merged = WORKSHOP.merge(BASE, mine, theirs);

        assertThat(merged.conflicts()).isEmpty();
        assertThat(RuleModelJson.read(merged.model()).rows())
                .extracting(row -> row.rule())
                .containsExactly("x", "a", "b", "y", "c");
    }

    @Test
    void aDraftThatIsNotFinishedIsMergedAsItIs() {
        Merged merged = WORKSHOP.merge("{\"id\":\"x\"}", "{\"id\":\"x\",\"version\":\"1\"}", "{\"id\":\"y\"}");

        assertThat(merged.model()).isEqualTo("{\"id\":\"y\",\"version\":\"1\"}");
    }
}
