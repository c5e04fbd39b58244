package vn.cotmoc.rules.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Without any layer, in a process of its own: the attacks are attacks. What Drools itself refuses is said so. */
class CanaryTest {

    static Stream<Attack> attacks() {
        return DrlAttacks.all().filter(attack -> !attack.say("alone").equals("not tried"));
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void itDoesWhatTheCorpusSays(Attack attack) {
        Victims.Outcome outcome = Victims.of(attack);

        // Whether memory or patience ends first is the machine's affair.
        List<String> said =
                attack.say("alone").equals("exhausts") ? List.of("exhausts", "hangs") : List.of(attack.say("alone"));
        assertThat(outcome.alone()).as(outcome.why()).isIn(said);
    }
}
