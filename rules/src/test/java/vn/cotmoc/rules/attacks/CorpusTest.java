package vn.cotmoc.rules.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The corpus itself: large enough, each attack once, each said to be stopped. */
class CorpusTest {

    private static final List<List<Attack>> KINDS = List.of(
            DrlAttacks.all().toList(),
            Attack.of("models/models.txt"),
            Attack.of("classes/classes.txt"),
            Attack.of("kjars/kjars.txt"),
            Attack.of("imports/imports.txt"));

    private static final Set<String> OF_CLASSES = Set.of("package", "names", "course", "network");
    private static final Set<String> LAYERS = Set.of("words", "guard", "package", "names", "course", "network");
    private static final Set<String> HARM = Set.of("runs", "hangs", "exhausts", "ends");

    @Test
    void eachAttackHasANameOfItsOwnAmongItsKind() {
        assertThat(KINDS.stream().mapToInt(List::size).sum()).isGreaterThan(400);
        assertThat(KINDS)
                .allSatisfy(kind -> assertThat(kind).extracting(Attack::id).doesNotHaveDuplicates());
    }

    @Test
    void whatIsSaidToStopOneIsALayer() {
        assertThat(Stream.concat(DrlAttacks.all(), Attack.of("classes/classes.txt").stream()))
                .allSatisfy(attack -> assertThat(LAYERS).containsAll(attack.words("stopped by")));
    }

    @Test
    void theGuardStopsAllThatIsWrittenInDrl() {
        assertThat(DrlAttacks.all())
                .allSatisfy(attack -> assertThat(attack.words("stopped by")).contains("guard"));
    }

    @Test
    void whatDoesHarmIsStoppedByALayerOfClassesTooUnlessAnHonestRuleCouldDoIt() {
        assertThat(DrlAttacks.all()
                        .filter(attack -> HARM.contains(attack.say("alone")))
                        .filter(attack -> attack.words("stopped by").stream().noneMatch(OF_CLASSES::contains)))
                .extracting(Attack::id)
                .containsExactly("another-row", "two-rows");
        assertThat(DrlAttacks.all().filter(attack -> HARM.contains(attack.say("alone"))))
                .hasSizeGreaterThan(100);
    }

    @Test
    void theFilesOfTheListAreThere() throws IOException {
        for (Attack attack : Attack.of("imports/imports.txt")) {
            assertThat(ImportContract.bytes(attack.say("file"))).as(attack.id()).isNotEmpty();
        }
    }
}
