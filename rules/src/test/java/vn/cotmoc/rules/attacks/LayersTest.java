package vn.cotmoc.rules.attacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.cotmoc.rules.sandbox.AllowListLoader;

/** Each layer, asked alone, stops exactly what the corpus says it stops; of classes the guard never saw the text. */
class LayersTest {

    static Stream<Attack> written() {
        return DrlAttacks.all();
    }

    static Stream<Attack> forged() {
        return Attack.of("classes/classes.txt").stream();
    }

    @ParameterizedTest
    @MethodSource("written")
    void eachStopsOfWhatIsWrittenInDrlWhatTheCorpusSays(Attack attack) {
        assertThat(Stopping.written(attack)).isEqualTo(attack.words("stopped by"));
    }

    @ParameterizedTest
    @MethodSource("forged")
    void eachStopsOfWhatNoRuleBecomesWhatTheCorpusSays(Attack attack) {
        assertThat(Stopping.forged(attack)).isEqualTo(attack.words("stopped by"));
    }

    @ParameterizedTest
    @MethodSource("forged")
    void theLoaderRefusesWhatNoRuleBecomes(Attack attack) {
        assertThatExceptionOfType(LinkageError.class).isThrownBy(() -> new AllowListLoader(Forged.classes(attack)));
    }
}
