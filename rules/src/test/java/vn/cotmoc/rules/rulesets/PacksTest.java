package vn.cotmoc.rules.rulesets;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.cotmoc.core.scoring.EndBand.BELOW;
import static vn.cotmoc.core.scoring.EndBand.NEARLY;
import static vn.cotmoc.core.scoring.EndBand.NO_RATIO;
import static vn.cotmoc.core.scoring.Evidence.INCOMPARABLE;
import static vn.cotmoc.core.scoring.Evidence.NONE;
import static vn.cotmoc.core.scoring.Evidence.PARTIAL;
import static vn.cotmoc.core.scoring.Fulfilment.MET;
import static vn.cotmoc.core.scoring.Fulfilment.NOT_MET;
import static vn.cotmoc.core.scoring.Fulfilment.UNDECIDED;
import static vn.cotmoc.core.scoring.PaceBand.AT_RISK;
import static vn.cotmoc.core.scoring.PaceBand.BEHIND;
import static vn.cotmoc.core.scoring.PaceBand.NO_PACE;
import static vn.cotmoc.core.scoring.PaceBand.ON_TRACK;
import static vn.cotmoc.core.scoring.Phase.ENDED;
import static vn.cotmoc.core.scoring.Phase.RUNNING;
import static vn.cotmoc.rules.Targets.target;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.cotmoc.core.scoring.EndBand;
import vn.cotmoc.core.scoring.Evidence;
import vn.cotmoc.core.scoring.PaceBand;
import vn.cotmoc.core.scoring.Phase;
import vn.cotmoc.core.scoring.Points;
import vn.cotmoc.core.scoring.Rating;
import vn.cotmoc.core.scoring.RollUpRule;
import vn.cotmoc.core.scoring.RuleSet;
import vn.cotmoc.core.scoring.TargetFacts;
import vn.cotmoc.core.scoring.Verdict;
import vn.cotmoc.core.signals.ForecastBand;
import vn.cotmoc.rules.Targets;
import vn.cotmoc.rules.Targets.Warned;
import vn.cotmoc.rules.decisiontables.RuleModelJson;
import vn.cotmoc.rules.drools.Engines;
import vn.cotmoc.rules.interpreter.InterpreterEngine;

/** The rule sets that ship beside the national default; one test for each rule that is their own. */
class PacksTest {

    private static final RuleSet BANDS = pack("attainment-bands");
    private static final RuleSet LIGHT = pack("traffic-light");

    static Stream<RuleSet> packs() {
        return new ShippedRuleSets().all().stream();
    }

    @Test
    void thereAreSeven() {
        assertThat(packs())
                .extracting(RuleSet::id)
                .containsExactly(
                        "national-default",
                        "attainment-bands",
                        "traffic-light",
                        "emulation",
                        "worst-wins",
                        "regulation-366",
                        "all-criteria");
    }

    @ParameterizedTest
    @MethodSource("packs")
    void everyPackSaysWhatItIsAndWhereItComesFrom(RuleSet pack) {
        RuleSet.About about = Objects.requireNonNull(pack.about());
        if (pack.id().equals("regulation-366")) {
            assertThat(about.source().vi()).contains("366-QĐ/TW", "Điều 11", "thiết kế riêng");
        } else {
            assertThat(about.source().vi()).startsWith("Thiết kế riêng");
            assertThat(about.source().en()).startsWith("Own design");
        }
    }

    @ParameterizedTest
    @MethodSource("packs")
    void everyPackIsReadBackAsItIsWritten(RuleSet pack) {
        assertThat(SealedModel.seal(RuleModelJson.read(pack.model())).ruleSet()).isEqualTo(pack);
    }

    @ParameterizedTest
    @MethodSource("packs")
    void everyCombinationIsDecidedAlikeByBothEnginesAndEveryRuleDecidesSome(RuleSet pack) {
        List<TargetFacts> every = new ArrayList<>(Targets.every(new Random(1)));
        every.addAll(Targets.everyWarned(new Random(1)));
        List<Verdict> verdicts = Engines.drools().score(pack, every);
        assertThat(new InterpreterEngine().score(pack, every)).isEqualTo(verdicts);
        Set<String> fired = new HashSet<>();
        verdicts.forEach(verdict -> fired.addAll(verdict.fired()));
        assertThat(fired).isEqualTo(pack.sentences().keySet());
    }

    @ParameterizedTest
    @MethodSource("packs")
    void missingDataIsNeverASuccess(RuleSet pack) {
        List<TargetFacts> every = Targets.every(new Random(2));
        List<Verdict> verdicts = new InterpreterEngine().score(pack, every);
        for (int i = 0; i < every.size(); i++) {
            if (every.get(i).evidence() == NONE || every.get(i).phase() == Phase.AHEAD) {
                assertThat(verdicts.get(i).rating()).isEqualTo(Rating.INSUFFICIENT_DATA);
            }
        }
    }

    @Test
    void attainmentBandsWaitForTheWholePeriod() {
        expect(
                BANDS,
                target(RUNNING, PARTIAL, NOT_MET, BELOW, AT_RISK),
                "not-rated-on-the-way",
                Rating.INSUFFICIENT_DATA);
        expect(BANDS, target(RUNNING, NONE, UNDECIDED, NO_RATIO, NO_PACE), "no-figure-yet", Rating.INSUFFICIENT_DATA);
        expect(
                BANDS,
                target(RUNNING, INCOMPARABLE, UNDECIDED, NO_RATIO, NO_PACE),
                "says-nothing-of-the-whole",
                Rating.INSUFFICIENT_DATA);
    }

    @Test
    void attainmentBandsRateTheEnd() {
        expect(BANDS, target(ENDED, Evidence.FULL, MET, EndBand.EXCEEDED, NO_PACE), "exceeded", Rating.EXCEEDED);
        expect(BANDS, target(ENDED, Evidence.FULL, MET, EndBand.FULL, NO_PACE), "met", Rating.MET);
        expect(BANDS, target(ENDED, Evidence.FULL, NOT_MET, NEARLY, NO_PACE), "nearly-met", Rating.NEARLY_MET);
        expect(BANDS, target(ENDED, Evidence.FULL, NOT_MET, BELOW, NO_PACE), "missed", Rating.MISSED);
    }

    @Test
    void aLikelyForecastIsGreenWhateverThePace() {
        expect(LIGHT, onTheWay(AT_RISK, ForecastBand.LIKELY), "green-by-forecast", Rating.ON_TRACK);
    }

    @Test
    void anOpenForecastIsAmber() {
        expect(LIGHT, onTheWay(ON_TRACK, ForecastBand.OPEN), "amber-by-forecast", Rating.BEHIND);
    }

    @Test
    void anUnlikelyForecastIsRed() {
        TargetFacts facts = onTheWay(ON_TRACK, ForecastBand.UNLIKELY);
        Verdict verdict = Engines.drools().score(LIGHT, List.of(facts)).getFirst();
        assertThat(verdict.rating()).isEqualTo(Rating.AT_RISK);
        assertThat(verdict.fired()).containsExactly("red-by-forecast", "will-miss");
    }

    @Test
    void withoutAForecastThePaceIsTheLight() {
        expect(LIGHT, onTheWay(ON_TRACK, ForecastBand.NO_FORECAST), "green-by-pace", Rating.ON_TRACK);
        expect(LIGHT, onTheWay(BEHIND, ForecastBand.NO_FORECAST), "amber-by-pace", Rating.BEHIND);
        expect(LIGHT, onTheWay(AT_RISK, ForecastBand.NO_FORECAST), "red-by-pace", Rating.AT_RISK);
        expect(LIGHT, onTheWay(NO_PACE, ForecastBand.NO_FORECAST), "no-expectation", Rating.INSUFFICIENT_DATA);
    }

    @Test
    void noSentenceNamesAForecastThatThereIsNot() {
        List<TargetFacts> every = Targets.everyWarned(new Random(3));
        List<Verdict> verdicts = new InterpreterEngine().score(LIGHT, every);
        for (int i = 0; i < every.size(); i++) {
            if (every.get(i).forecastBand() == ForecastBand.NO_FORECAST) {
                RuleSet.Sentence says = Objects.requireNonNull(
                        LIGHT.sentences().get(verdicts.get(i).fired().getFirst()));
                assertThat(says.vi() + says.en()).doesNotContain("{forecast}", "{probability}", "{low}");
            }
        }
    }

    @Test
    void emulationHasCapBonusPenaltyAndFloor() {
        assertThat(pack("emulation").points())
                .isEqualTo(new Points.OfAttainment(
                        new BigDecimal("1"),
                        new BigDecimal("120"),
                        new BigDecimal("0.7"),
                        new BigDecimal("0.5"),
                        new BigDecimal("0")));
    }

    @Test
    void worstWinsAndAllCriteriaRateTargetsAsTheDefaultDoes() {
        RuleSet national = pack("national-default");
        assertThat(pack("worst-wins").rollUp()).isEqualTo(new RollUpRule.Worst());
        assertThat(pack("all-criteria").rollUp()).isEqualTo(new RollUpRule.All());
        assertThat(pack("worst-wins").sentences()).isEqualTo(national.sentences());
        assertThat(pack("all-criteria").sentences()).isEqualTo(national.sentences());
    }

    @Test
    void excellentIsNinetyPointsAllOnTimeAndThirtyPerCentExceeded() {
        asks(0, "excellent", "90", "1", "0.3", null);
    }

    @Test
    void goodIsSeventyPointsAndAllOnTime() {
        asks(1, "good", "70", "1", null, null);
    }

    @Test
    void doneIsFiftyPointsAndTwentyPerCentLateAtMost() {
        asks(2, "done", "50", null, null, "0.2");
    }

    @Test
    void whateverElseThereIsIsNotDone() {
        asks(3, "not-done", null, null, null, null);
    }

    private static void asks(
            int place,
            String code,
            @Nullable String points,
            @Nullable String onTime,
            @Nullable String exceeded,
            @Nullable String late) {
        RollUpRule.Grades grades = (RollUpRule.Grades) pack("regulation-366").rollUp();
        assertThat(grades.grades()).hasSize(4);
        assertThat(grades.grades().get(place)).satisfies(grade -> {
            assertThat(grade.code()).isEqualTo(code);
            assertThat(grade.pointsFrom()).isEqualTo(number(points));
            assertThat(grade.onTimeFrom()).isEqualTo(number(onTime));
            assertThat(grade.exceededFrom()).isEqualTo(number(exceeded));
            assertThat(grade.lateUpTo()).isEqualTo(number(late));
        });
    }

    private static @Nullable BigDecimal number(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }

    private static TargetFacts onTheWay(PaceBand pace, ForecastBand forecast) {
        return target(RUNNING, PARTIAL, NOT_MET, BELOW, pace, Warned.OF_NOTHING.with(forecast));
    }

    private static void expect(RuleSet pack, TargetFacts facts, String rule, Rating rating) {
        Verdict verdict = Engines.drools().score(pack, List.of(facts)).getFirst();
        assertThat(verdict.rating()).isEqualTo(rating);
        assertThat(verdict.fired()).containsExactly(rule);
    }

    private static RuleSet pack(String id) {
        return packs().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    }
}
