package vn.cotmoc.rules.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cotmoc.rules.sandbox.Fences;

/** A layer that is switched off is noticed by the corpus, and each stops something that no other of its kind does. */
class WeakenedLayersTest {

    /** What stops an attack, by those layers that are on. */
    private record Stopped(Attack attack, Set<String> declared, Set<String> by) {

        Stopped without(String layer) {
            Set<String> others = new HashSet<>(by);
            others.remove(layer);
            return new Stopped(attack, declared, others);
        }
    }

    private static final List<Stopped> CORPUS = Stream.concat(
                    DrlAttacks.all().map(attack -> stopped(attack, Stopping.written(attack))),
                    Attack.of("classes/classes.txt").stream().map(attack -> stopped(attack, Stopping.forged(attack))))
            .toList();

    @Test
    void withAllLayersTheCorpusIsAsItSays() {
        assertThat(CORPUS).allSatisfy(one -> assertThat(one.by()).isEqualTo(one.declared()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"words", "guard", "package", "names", "course", "network"})
    void withoutOneTheCorpusFails(String layer) {
        assertThat(CORPUS.stream().map(one -> one.without(layer)))
                .anyMatch(one -> !one.by().equals(one.declared()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"guard", "course", "network"})
    void withoutOneSomethingGetsThrough(String layer) {
        Set<String> ofItsKind =
                layer.equals("guard") ? Fences.OF_TEXTS.keySet() : Set.of("package", "names", "course", "network");

        assertThat(CORPUS.stream().filter(one -> one.by().contains(layer)).map(one -> one.without(layer)))
                .anyMatch(one -> one.by().stream().noneMatch(ofItsKind::contains));
    }

    private static Stopped stopped(Attack attack, Set<String> by) {
        return new Stopped(attack, attack.words("stopped by"), by);
    }
}
