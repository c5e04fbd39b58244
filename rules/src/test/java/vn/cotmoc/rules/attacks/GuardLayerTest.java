package vn.cotmoc.rules.attacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.cotmoc.rules.sandbox.Drl;
import vn.cotmoc.rules.sandbox.DrlGuard;
import vn.cotmoc.rules.sandbox.DrlRefused;

/** The guard, which has both layers that read DRL, refuses every attack and takes no time. */
class GuardLayerTest {

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
}
