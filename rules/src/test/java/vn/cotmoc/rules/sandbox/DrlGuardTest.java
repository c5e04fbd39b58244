package vn.cotmoc.rules.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Collections;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.cotmoc.rules.Tables;
import vn.cotmoc.rules.decisiontables.Fact;
import vn.cotmoc.rules.decisiontables.RuleModel;
import vn.cotmoc.rules.rulesets.ShippedRuleSets;

class DrlGuardTest {

    private static final String GOOD = """
            package vn.cotmoc.emitted;

            import vn.cotmoc.core.scoring.EndBand;
            import vn.cotmoc.core.scoring.Evidence;
            import vn.cotmoc.core.scoring.Fulfilment;
            import vn.cotmoc.core.scoring.PaceBand;
            import vn.cotmoc.core.scoring.Phase;
            import vn.cotmoc.core.scoring.ReachBand;
            import vn.cotmoc.core.scoring.TargetFacts;
            import vn.cotmoc.core.signals.Age;
            import vn.cotmoc.core.signals.Agreement;
            import vn.cotmoc.core.signals.Change;
            import vn.cotmoc.core.signals.ForecastBand;

            global vn.cotmoc.rules.drools.Matches matches;

            rule "r_001"
            when
                $target : TargetFacts( phase == Phase.ENDED, endBand == EndBand.FULL || endBand == EndBand.NEARLY )
            then
                matches.add($target, 1);
            end
            """;

    @Test
    void theShippedRulesAreAdmitted() {
        Drl emitted = Drl.of(ShippedRuleSets.nationalDefault().model());

        assertThat(DrlGuard.admit(emitted.text())).isEqualTo(emitted);
    }

    @Test
    void thisTestsRuleIsAdmitted() {
        assertThat(DrlGuard.admit(GOOD).rules()).hasSize(1);
    }

    @RepeatedTest(10)
    void whateverTheEmitterWritesIsReadBackAsItWasMeant() {
        RuleModel model = Tables.random(new Random(), 40);

        assertThat(DrlGuard.admit(Drl.of(model).text())).isEqualTo(Drl.of(model));
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "package vn.cotmoc.emitted;    ~ package vn.cotmoc.rules.drools;                       ~ The package must be",
                "import vn.cotmoc.core.scoring.Phase; ~ import java.lang.Runtime;                      ~ The imports must be",
                "import vn.cotmoc.core.scoring.Phase; ~ import vn.cotmoc.core.scoring.*;               ~ The imports must be",
                "global                        ~ import function java.lang.Math.abs; global            ~ imports of functions are refused",
                "global                        ~ import accumulate java.util.List sum; global          ~ accumulate functions are refused",
                "global vn                     ~ global java.util.List other; global vn                ~ The globals",
                "rule \"r                      ~ dialect \"mvel\" rule \"r                             ~ attributes of the package are refused",
                "rule \"r                      ~ function void f() { System.exit(1); } rule \"r        ~ functions are refused",
                "rule \"r                      ~ declare X extends Thread end rule \"r                 ~ types are refused",
                "rule \"r                      ~ declare enum X A(1); n : int end rule \"r             ~ enums are refused",
                "rule \"r                      ~ query q() TargetFacts() end rule \"r                  ~ queries are refused",
                "rule \"r                      ~ unit X; rule \"r                                      ~ ``",
                "\"r_001\"                     ~ \"r_001 \\\" + x\"                                    ~ ``",
                "\"r_001\"                     ~ \"r_002\"                                             ~ the rule must be r_001",
                "\"r_001\"                     ~ \"r_001\" extends \"r_000\"                           ~ parents are refused",
                "\"r_001\"                     ~ \"r_001\" salience (System.exit(1))                   ~ attributes are refused",
                "\"r_001\"                     ~ \"r_001\" no-loop true                                ~ attributes are refused",
                "\"r_001\"                     ~ \"r_001\" @Watch(*)                                   ~ annotations are refused",
                "$target : TargetFacts         ~ $target : Object                                      ~ the pattern must be",
                "$target : TargetFacts         ~ $target : vn.cotmoc.core.scoring.TargetFacts          ~ the pattern must be",
                "$target : TargetFacts         ~ not TargetFacts                                       ~ exactly one plain pattern",
                "$target : TargetFacts         ~ TargetFacts() $target : TargetFacts                   ~ exactly one plain pattern",
                "$target : TargetFacts         ~ eval(true) $target : TargetFacts                      ~ exactly one plain pattern",
                "NEARLY )                      ~ NEARLY ) from matches                                 ~ the pattern must be",
                "NEARLY )                      ~ NEARLY ) over window:length(1)                        ~ windows are refused",
                "phase == Phase.ENDED          ~ phase matches \"(a+)+b\"                              ~ the test \"phase matches",
                "phase == Phase.ENDED          ~ phase != Phase.ENDED                                  ~ the test \"phase != Phase.ENDED\" is refused",
                "phase == Phase.ENDED          ~ phase == Phase.OVER                                   ~ the test \"phase == Phase.OVER\" is refused",
                "phase == Phase.ENDED          ~ phase == EndBand.FULL                                 ~ the test \"phase == EndBand.FULL\" is refused",
                "phase == Phase.ENDED          ~ phase == Phase.valueOf(\"ENDED\")                     ~ is refused",
                "phase == Phase.ENDED          ~ attainmentMicros > \"1 + f()\"                        ~ is refused",
                "phase == Phase.ENDED          ~ eval(System.getenv() != null)                         ~ is refused",
                "phase == Phase.ENDED          ~ $p : phase == Phase.ENDED                             ~ is refused",
                "phase == Phase.ENDED          ~ target.toString() == Phase.ENDED                      ~ is refused",
                "phase == Phase.ENDED          ~ phase == Phase.ENDED || endBand == EndBand.FULL       ~ is refused",
                "phase == Phase.ENDED          ~ phase == Phase.ENDED || phase == Phase.ENDED          ~ names each word once",
                "phase == Phase.ENDED          ~ phase == Phase.ENDED, phase == Phase.RUNNING          ~ phase is asked twice",
                "phase == Phase.ENDED          ~ phase == Phase.ENDED /* and more */                   ~ ``",
                "EndBand.FULL || endBand == EndBand.NEARLY ~ EndBand.NEARLY || endBand == EndBand.FULL ~ ``",
                "add($target, 1);              ~ add($target, 2);                                      ~ the consequence must be",
                "add($target, 1);              ~ add($target, 1); while (true) {}                      ~ the consequence must be",
                "add($target, 1);              ~ add($target, 1); // later                             ~ the consequence must be",
                "matches.add($target, 1);      ~ insert(new Object());                                 ~ the consequence must be",
                "matches.add($target, 1);      ~ matches.add($target, 1); then[other] matches.add($target, 1); ~ are refused",
                "matches.add($target, 1);      ~ modify($target) {};                                   ~ the consequence must be",
            })
    void whatTheEmitterNeverWritesIsRefused(String good, String bad, String reason) {
        assertThat(GOOD).contains(good);

        assertThatExceptionOfType(DrlRefused.class)
                .isThrownBy(() -> DrlGuard.understand(GOOD.replace(good, bad)))
                .withMessageContaining(reason);
    }

    @Test
    void nothingIsParsedThatIsTooLong() {
        assertThatExceptionOfType(DrlRefused.class)
                .isThrownBy(() -> DrlGuard.admit("(".repeat(1_000_000)))
                .withMessageContaining("1000000 characters");
    }

    @Test
    void theLongestThatCanBeEmittedIsAdmitted() {
        Drl.Rule everything = new Drl.Rule(Stream.of(Fact.values())
                .map(fact -> new Drl.Test(fact, fact.words()))
                .toList());
        Drl longest = new Drl(Collections.nCopies(Vocabulary.MOST_RULES, everything));

        assertThat(longest.text()).hasSize(Vocabulary.LONGEST);
        assertThat(DrlGuard.admit(longest.text())).isEqualTo(longest);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "phase == Phase.ENDED ~ eval(true)            ~ says \"eval\", which no emitted rule does",
                "phase == Phase.ENDED ~ (phase == Phase.ENDED) ~ nests deeper than any emitted rule",
                "NEARLY )             ~ NEARLY                ~ nests deeper than any emitted rule",
                "phase == Phase.ENDED ~ phase != Phase.ENDED  ~ holds what no emitted rule does (U+0021)",
                "phase == Phase.ENDED ~ phase == 'x'          ~ holds what no emitted rule does (U+0027)",
                "r_001                ~ r_1                   ~ holds what no emitted rule does (U+0022)",
            })
    void noOtherWordReachesTheParser(String good, String bad, String reason) {
        assertThatExceptionOfType(DrlRefused.class)
                .isThrownBy(() -> Vocabulary.check(GOOD.replace(good, bad)))
                .withMessageContaining(reason);
    }

    @Test
    void moreRulesThanATableHasNeverReachTheParser() {
        assertThatExceptionOfType(DrlRefused.class)
                .isThrownBy(() -> Vocabulary.check("rule ".repeat(Vocabulary.MOST_RULES + 1)))
                .withMessage("There are more than 250 rules.");
    }

    @Test
    void aDeepNestingIsRefusedAndNotACrash() {
        String deep = "(".repeat(20_000) + "phase" + ")".repeat(20_000);

        assertThatExceptionOfType(DrlRefused.class)
                .isThrownBy(() -> DrlGuard.understand(GOOD.replace("phase == Phase.ENDED", deep)));
    }
}
