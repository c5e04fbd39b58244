package vn.cotmoc.rules.drools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.cotmoc.core.measure.Coded;
import vn.cotmoc.core.scoring.ScoringEngine;
import vn.cotmoc.rules.Tables;
import vn.cotmoc.rules.contract.SameVerdicts;
import vn.cotmoc.rules.decisiontables.Fact;
import vn.cotmoc.rules.interpreter.InterpreterEngine;
import vn.cotmoc.rules.rulesets.SealedModel;
import vn.cotmoc.rules.sandbox.Drl;

/** An emitter with a fault: each place of the emitted DRL is spoilt once, and the differential test notices each. */
class EmitterMutantsTest {

    private static final SealedModel EXACT = SealedModel.seal(Tables.exact());
    private static final Drl DRL = Drl.of(EXACT.model());
    private static final ScoringEngine NATIVE = new InterpreterEngine();

    private static final Pattern TEST = Pattern.compile("(\\w+) == (\\w+)\\.(\\w+)");
    private static final Pattern NUMBER = Pattern.compile("\\$target, (\\d+)");
    private static final Pattern RULE = Pattern.compile("(?s)\nrule .*?\nend\n");

    @Test
    void theDrlAsItIsAgrees() {
        assertThatCode(() -> SameVerdicts.give(emitting(DRL.text()), NATIVE, EXACT.ruleSet(), new Random(1)))
                .doesNotThrowAnyException();
    }

    @Test
    void anotherWordInATestIsCaught() {
        caught(12, TEST, test -> "%s == %s.%s".formatted(test.group(1), test.group(2), next(test)));
    }

    @Test
    void aWrongNumberIsCaught() {
        caught(7, NUMBER, number -> "$target, " + (Integer.parseInt(number.group(1)) + 1));
    }

    @Test
    void aLostRuleIsNotEvenLoaded() {
        assertThat(notices(7, RULE, rule -> "\n"))
                .allSatisfy(notice -> assertThat(notice).hasMessageContaining("The network's rules are"));
    }

    private static void caught(int places, Pattern place, Function<MatchResult, String> spoilt) {
        assertThat(notices(places, place, spoilt))
                .allSatisfy(notice ->
                        assertThat(notice.toString()).as("it ran").doesNotContain("do not load", "Drools failed"));
    }

    /** What the differential test says of each mutant; it says something of all. */
    private static List<Throwable> notices(int places, Pattern place, Function<MatchResult, String> spoilt) {
        List<MatchResult> found = place.matcher(DRL.text()).results().toList();
        assertThat(found).hasSize(places);
        List<Throwable> notices = new ArrayList<>();
        for (MatchResult one : found) {
            String mutant = DRL.text().substring(0, one.start())
                    + spoilt.apply(one)
                    + DRL.text().substring(one.end());
            ScoringEngine engine = emitting(mutant);
            Throwable notice = catchThrowable(() -> SameVerdicts.give(engine, NATIVE, EXACT.ruleSet(), new Random(1)));
            assertThat(notice).as(mutant).isNotNull();
            notices.add(notice);
        }
        return notices;
    }

    /** The word after it, the first after the last. */
    private static String next(MatchResult test) {
        Fact fact = Stream.of(Fact.values())
                .filter(candidate -> candidate.component().equals(test.group(1)))
                .findFirst()
                .orElseThrow();
        List<String> words = fact.words().stream().map(Coded::name).toList();
        return words.get((words.indexOf(test.group(3)) + 1) % words.size());
    }

    /** Drools, made to believe that the exact table was emitted as this text. */
    private static ScoringEngine emitting(String drl) {
        Map<String, byte[]> classes = RuleCompiler.build(drl);
        Kjar kjar = new Kjar(EXACT.sha256(), Kjar.sourceOf(DRL), RuleCompiler.modelClass(classes.keySet()), classes);
        return Engines.with(new ShippedKjars() {
            @Override
            Optional<Kjar> find(String sha256) {
                return Optional.of(kjar);
            }
        });
    }
}
