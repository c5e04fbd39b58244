package vn.cotmoc.rules.attacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.cotmoc.rules.sandbox.Drl;
import vn.cotmoc.rules.sandbox.DrlGuard;
import vn.cotmoc.rules.sandbox.DrlRefused;
import vn.cotmoc.rules.sandbox.Fences;

/** The layers that read DRL, each alone, and the guard that has both. */
class TextLayersTest {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    static Stream<Attack> attacks() {
        return DrlAttacks.all();
    }

    /** The first text that is parsed pays for loading the parser. */
    @BeforeAll
    static void theParserIsLoaded() {
        assertThat(DrlGuard.admit(Drl.of(DrlAttacks.GOOD).text()).rules()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void theGuardRefusesIt(Attack attack) {
        String drl = DrlAttacks.drl(attack);

        Assertions.assertTimeoutPreemptively(
                PATIENCE, () -> assertThatExceptionOfType(DrlRefused.class).isThrownBy(() -> DrlGuard.admit(drl)));
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void eachStopsWhatTheCorpusSays(Attack attack) {
        String drl = DrlAttacks.drl(attack);
        Set<String> declared = attack.words("stopped by");

        Fences.OF_TEXTS.forEach(
                (name, fence) -> assertThat(stops(fence, drl)).as(name).isEqualTo(declared.contains(name)));
    }

    static boolean stops(Consumer<String> fence, String drl) {
        try {
            fence.accept(drl);
            return false;
        } catch (DrlRefused refused) {
            return true;
        }
    }
}
