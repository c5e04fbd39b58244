package vn.cotmoc.rules.attacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.cotmoc.rules.sandbox.AllowListLoader;
import vn.cotmoc.rules.sandbox.Fences;

/** The layers that read classes, each alone, and the loader that has all; the guard is off. */
class LoaderLayersTest {

    static Stream<Attack> compiled() {
        return CanaryTest.attacks().filter(attack -> !attack.say("alone").equals("refused"));
    }

    static Stream<Attack> forged() {
        return Attack.of("classes/classes.txt").stream();
    }

    @ParameterizedTest
    @MethodSource("compiled")
    void eachStopsOfWhatDroolsCompiledWhatTheCorpusSays(Attack attack) {
        Victims.Outcome outcome = Victims.of(attack);
        Set<String> declared = attack.words("stopped by");

        Fences.OF_CLASSES.forEach((name, fence) ->
                assertThat(stops(fence, outcome.classes())).as(name).isEqualTo(declared.contains(name)));
        assertThat(!outcome.flat()).as("network").isEqualTo(declared.contains("network"));
    }

    @ParameterizedTest
    @MethodSource("forged")
    void eachStopsOfWhatNoRuleBecomesWhatTheCorpusSays(Attack attack) {
        Map<String, byte[]> classes = Forged.classes(attack);
        Set<String> declared = attack.words("stopped by");

        Fences.OF_CLASSES.forEach(
                (name, fence) -> assertThat(stops(fence, classes)).as(name).isEqualTo(declared.contains(name)));
        assertThatExceptionOfType(LinkageError.class).isThrownBy(() -> new AllowListLoader(classes));
    }

    static boolean stops(Consumer<Map<String, byte[]>> fence, Map<String, byte[]> classes) {
        try {
            fence.accept(classes);
            return false;
        } catch (LinkageError refused) {
            return true;
        }
    }
}
