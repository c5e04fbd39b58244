package vn.cotmoc.core.engines;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.cotmoc.core.scoring.Flag;
import vn.cotmoc.core.scoring.Rating;
import vn.cotmoc.core.scoring.Severity;
import vn.cotmoc.core.scoring.TargetFacts;
import vn.cotmoc.core.scoring.Verdict;

class AnswersTest {

    private static final List<TargetFacts> TWO = Asked.targets(2);
    private static final Verdict FIRST = Asked.missed(TWO.getFirst());
    private static final Verdict SECOND = Asked.missed(TWO.getLast());

    @Test
    void oneVerdictForEachInTheirOrderIsAnAnswer() {
        assertThat(Answers.fault(Asked.ruleSet("any"), TWO, List.of(FIRST, SECOND)))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void nonsenseIsNamed(String named, @Nullable List<@Nullable Verdict> answered) {
        assertThat(Answers.fault(Asked.ruleSet("any"), TWO, answered))
                .hasValueSatisfying(fault -> assertThat(fault).contains(named));
    }

    static List<Arguments> nonsenseIsNamed() {
        UUID second = SECOND.target();
        List<String> missed = List.of("missed");
        return List.of(
                Arguments.of("answered nothing", null),
                Arguments.of("gave 1 verdicts on 2 targets", List.of(FIRST)),
                Arguments.of("gave 3 verdicts on 2 targets", List.of(FIRST, SECOND, SECOND)),
                Arguments.of("did not answer on 00000000-0000-0000-0000-000000000000", List.of(SECOND, FIRST)),
                Arguments.of("did not answer on 00000000-0000-0000-0000-000000000001", Arrays.asList(FIRST, null)),
                Arguments.of("no rating", after(new Verdict(second, noRating(), List.of(), missed))),
                Arguments.of("raised", after(raising(new Flag("missed", Severity.LOW)))),
                Arguments.of("raised", after(raising(new Flag("unheard-of", Severity.HIGH)))),
                Arguments.of("raised", after(raising(Asked.MISSED, Asked.MISSED))),
                Arguments.of("named the rules []", after(naming())),
                Arguments.of("named the rules [unheard-of]", after(naming("unheard-of"))),
                Arguments.of("named the rules [met, met]", after(naming("met", "met"))));
    }

    private static List<Verdict> after(Verdict second) {
        return List.of(FIRST, second);
    }

    private static Verdict raising(Flag... flags) {
        return new Verdict(SECOND.target(), Rating.MISSED, List.of(flags), List.of("missed"));
    }

    private static Verdict naming(String... rules) {
        return new Verdict(SECOND.target(), Rating.MISSED, List.of(), List.of(rules));
    }

    /** As code that was compiled without our checks can hand it over. */
    @SuppressWarnings("NullAway")
    private static Rating noRating() {
        return null;
    }
}
