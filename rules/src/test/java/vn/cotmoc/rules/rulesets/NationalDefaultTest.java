package vn.cotmoc.rules.rulesets;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.cotmoc.core.scoring.EndBand.BELOW;
import static vn.cotmoc.core.scoring.EndBand.EXCEEDED;
import static vn.cotmoc.core.scoring.EndBand.NEARLY;
import static vn.cotmoc.core.scoring.EndBand.NO_RATIO;
import static vn.cotmoc.core.scoring.Evidence.INCOMPARABLE;
import static vn.cotmoc.core.scoring.Evidence.NONE;
import static vn.cotmoc.core.scoring.Evidence.PARTIAL;
import static vn.cotmoc.core.scoring.Fulfilment.MET;
import static vn.cotmoc.core.scoring.Fulfilment.NOT_MET;
import static vn.cotmoc.core.scoring.Fulfilment.UNDECIDED;
import static vn.cotmoc.core.scoring.PaceBand.NO_PACE;
import static vn.cotmoc.core.scoring.PaceBand.ON_TRACK;
import static vn.cotmoc.core.scoring.Phase.AHEAD;
import static vn.cotmoc.core.scoring.Phase.ENDED;
import static vn.cotmoc.core.scoring.Phase.RUNNING;
import static vn.cotmoc.rules.Targets.target;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.cotmoc.core.scoring.EndBand;
import vn.cotmoc.core.scoring.Evidence;
import vn.cotmoc.core.scoring.Flag;
import vn.cotmoc.core.scoring.PaceBand;
import vn.cotmoc.core.scoring.Phase;
import vn.cotmoc.core.scoring.Rating;
import vn.cotmoc.core.scoring.ReachBand;
import vn.cotmoc.core.scoring.RuleSet;
import vn.cotmoc.core.scoring.ScoringEngine;
import vn.cotmoc.core.scoring.Severity;
import vn.cotmoc.core.scoring.TargetFacts;
import vn.cotmoc.core.scoring.Verdict;
import vn.cotmoc.core.signals.Age;
import vn.cotmoc.core.signals.Agreement;
import vn.cotmoc.core.signals.Change;
import vn.cotmoc.core.signals.ForecastBand;
import vn.cotmoc.rules.Targets;
import vn.cotmoc.rules.Targets.Warned;
import vn.cotmoc.rules.drools.Engines;

/** One test a rule, named by what the rule means. */
class NationalDefaultTest {

    private static final RuleSet NATIONAL = new ShippedRuleSets().byDefault();
    private static final ScoringEngine DROOLS = Engines.drools();
    private static final Warned NOTHING = Warned.OF_NOTHING;

    @Test
    void aPeriodThatHasNotBegunIsNotRated() {
        expect(target(AHEAD, NONE, UNDECIDED, NO_RATIO, NO_PACE), "not-begun", Rating.INSUFFICIENT_DATA);
        expect(target(AHEAD, Evidence.FULL, MET, EXCEEDED, ON_TRACK), "not-begun", Rating.INSUFFICIENT_DATA);
    }

    @Test
    void atTheEndAMetTargetInTheExceededBandIsExceeded() {
        expect(target(ENDED, Evidence.FULL, MET, EXCEEDED, NO_PACE), "exceeded", Rating.EXCEEDED);
    }

    @Test
    void atTheEndAMetConditionIsMetWithoutAnyRatio() {
        expect(target(ENDED, Evidence.FULL, MET, NO_RATIO, NO_PACE), "condition-met", Rating.MET);
    }

    @Test
    void atTheEndATargetIsMetWhenItsComparatorHoldsWhateverTheRatio() {
        expect(target(ENDED, Evidence.FULL, MET, EndBand.FULL, NO_PACE), "met", Rating.MET);
        expect(target(ENDED, Evidence.FULL, MET, NEARLY, NO_PACE), "met", Rating.MET);
        expect(target(ENDED, Evidence.FULL, MET, BELOW, NO_PACE), "met", Rating.MET);
    }

    @Test
    void atTheEndAConditionThatDoesNotHoldIsMissed() {
        expect(
                target(ENDED, Evidence.FULL, NOT_MET, NO_RATIO, NO_PACE),
                "condition-missed",
                Rating.MISSED,
                new Flag("missed", Severity.HIGH));
    }

    @Test
    void atTheEndAnUnmetTargetInTheNearlyBandIsNearlyMet() {
        expect(target(ENDED, Evidence.FULL, NOT_MET, NEARLY, NO_PACE), "nearly-met", Rating.NEARLY_MET);
    }

    @Test
    void reachingExactlyWhatHadToBeExceededIsNearlyMet() {
        expect(target(ENDED, Evidence.FULL, NOT_MET, EndBand.FULL, NO_PACE), "nearly-met", Rating.NEARLY_MET);
        // A province may call 100 % exceeded; "more than X" is then in that band while it is not met.
        expect(target(ENDED, Evidence.FULL, NOT_MET, EXCEEDED, NO_PACE), "nearly-met", Rating.NEARLY_MET);
    }

    @Test
    void atTheEndAnyOtherUnmetTargetIsMissed() {
        Flag missed = new Flag("missed", Severity.HIGH);
        expect(target(ENDED, Evidence.FULL, NOT_MET, BELOW, NO_PACE), "missed", Rating.MISSED, missed);
    }

    @Test
    void aFigureThatCannotBeComparedWithTheTargetIsNotRated() {
        expect(target(ENDED, Evidence.FULL, UNDECIDED, NO_RATIO, NO_PACE), "undecided", Rating.INSUFFICIENT_DATA);
    }

    @Test
    void aFinalFigureKnownBeforeTheEndIsRatedAsAtTheEnd() {
        expect(target(RUNNING, Evidence.FULL, MET, EXCEEDED, ON_TRACK), "exceeded", Rating.EXCEEDED);
        expect(target(RUNNING, Evidence.FULL, NOT_MET, NEARLY, PaceBand.BEHIND), "nearly-met", Rating.NEARLY_MET);
    }

    @Test
    void afterTheEndAMissingFigureIsSaidToBeMissing() {
        expect(
                target(ENDED, NONE, UNDECIDED, NO_RATIO, NO_PACE),
                "ended-without-figure",
                Rating.INSUFFICIENT_DATA,
                new Flag("missing", Severity.MEDIUM));
    }

    @Test
    void afterTheEndAFigureForAPartIsNotEnough() {
        expect(
                target(ENDED, PARTIAL, MET, EXCEEDED, ON_TRACK),
                "ended-with-part",
                Rating.INSUFFICIENT_DATA,
                new Flag("missing", Severity.MEDIUM));
    }

    @Test
    void afterTheEndAFigureThatSaysNothingOfTheWholeIsNotEnough() {
        expect(
                target(ENDED, INCOMPARABLE, UNDECIDED, NO_RATIO, NO_PACE),
                "ended-incomparable",
                Rating.INSUFFICIENT_DATA,
                new Flag("missing", Severity.MEDIUM));
    }

    @Test
    void onTheWayAGoodPaceIsOnTrack() {
        expect(target(RUNNING, PARTIAL, NOT_MET, BELOW, ON_TRACK), "on-track", Rating.ON_TRACK);
    }

    @Test
    void onTheWayASlowPaceIsBehind() {
        expect(
                target(RUNNING, PARTIAL, NOT_MET, BELOW, PaceBand.BEHIND),
                "behind-pace",
                Rating.BEHIND,
                new Flag("behind-pace", Severity.MEDIUM));
    }

    @Test
    void onTheWayAVerySlowPaceIsAtRisk() {
        expect(
                target(RUNNING, PARTIAL, NOT_MET, BELOW, PaceBand.AT_RISK),
                "at-risk",
                Rating.AT_RISK,
                new Flag("behind-pace", Severity.HIGH));
    }

    @Test
    void onTheWayATargetMetAlreadyIsOnTrackWithoutAPace() {
        expect(target(RUNNING, PARTIAL, MET, NO_RATIO, NO_PACE), "already-met", Rating.ON_TRACK);
    }

    @Test
    void onTheWayAFigureWithoutAnExpectationIsNotRated() {
        expect(target(RUNNING, PARTIAL, NOT_MET, BELOW, NO_PACE), "no-expectation", Rating.INSUFFICIENT_DATA);
    }

    @Test
    void onTheWayNothingIsRatedBeforeTheFirstFigure() {
        expect(target(RUNNING, NONE, UNDECIDED, NO_RATIO, NO_PACE), "no-figure-yet", Rating.INSUFFICIENT_DATA);
    }

    @Test
    void onTheWayAQuartersGrowthRateSaysNothingOfTheYear() {
        expect(
                target(RUNNING, INCOMPARABLE, UNDECIDED, NO_RATIO, NO_PACE),
                "says-nothing-of-the-whole",
                Rating.INSUFFICIENT_DATA);
    }

    @Test
    void onTheWayWhatIsUnlikelyToBeAttainedWillMiss() {
        warns(RUNNING, NOTHING.with(ForecastBand.UNLIKELY), "will-miss", new Flag("will-miss", Severity.HIGH));
        silent(RUNNING, NOTHING.with(ForecastBand.OPEN));
        silent(RUNNING, NOTHING.with(ForecastBand.LIKELY));
        silent(ENDED, NOTHING.with(ForecastBand.UNLIKELY));
        silent(AHEAD, NOTHING.with(ForecastBand.UNLIKELY));
    }

    @Test
    void onTheWayALimitThatIsPassedCannotBeMadeGood() {
        warns(RUNNING, NOTHING.with(ReachBand.LOST), "limit-passed", new Flag("not-reachable", Severity.HIGH));
        silent(ENDED, NOTHING.with(ReachBand.LOST));
    }

    @Test
    void onTheWayARequiredPaceAboveTheBestEverIsNotReachable() {
        warns(RUNNING, NOTHING.with(ReachBand.BEYOND), "above-best-pace", new Flag("not-reachable", Severity.HIGH));
        silent(RUNNING, NOTHING.with(ReachBand.WITHIN));
    }

    @Test
    void onTheWayOldFiguresAreSaidToBeOld() {
        warns(RUNNING, NOTHING.with(Age.STALE), "stale-figures", new Flag("stale", Severity.MEDIUM));
        silent(RUNNING, NOTHING.with(Age.NO_FIGURE));
        silent(ENDED, NOTHING.with(Age.STALE));
    }

    @Test
    void aFigureFarFromHistoryIsAJumpUntilSomebodyChecksIt() {
        Flag jump = new Flag("jump", Severity.LOW);
        warns(RUNNING, NOTHING.with(Change.JUMP), "jump-against-history", jump);
        warns(ENDED, NOTHING.with(Change.JUMP), "jump-against-history", jump);
        silent(AHEAD, NOTHING.with(Change.JUMP));
    }

    @Test
    void authoritiesThatCannotBothBeFollowedContradictEachOther() {
        Flag high = new Flag("contradicted", Severity.HIGH);
        warns(RUNNING, NOTHING.with(Agreement.CONTRADICTED), "cannot-both-be-met", high);
        warns(AHEAD, NOTHING.with(Agreement.CONTRADICTED), "cannot-both-be-met", high);
        silent(ENDED, NOTHING.with(Agreement.CONTRADICTED));
    }

    @Test
    void authoritiesThatAskDifferentlyAreNamed() {
        warns(RUNNING, NOTHING.with(Agreement.DIFFERENT), "set-differently", new Flag("contradicted", Severity.LOW));
        silent(ENDED, NOTHING.with(Agreement.DIFFERENT));
    }

    @Test
    void warningsStandBesideTheRatingAndItsOwnFlag() {
        Warned warned = NOTHING.with(Age.STALE).with(ForecastBand.UNLIKELY);
        TargetFacts facts = target(RUNNING, PARTIAL, NOT_MET, BELOW, PaceBand.AT_RISK, warned);
        assertThat(DROOLS.score(NATIONAL, List.of(facts)))
                .containsExactly(new Verdict(
                        facts.target(),
                        Rating.AT_RISK,
                        List.of(
                                new Flag("behind-pace", Severity.HIGH),
                                new Flag("will-miss", Severity.HIGH),
                                new Flag("stale", Severity.MEDIUM)),
                        List.of("at-risk", "will-miss", "stale-figures")));
    }

    @Test
    void noWarningChangesARating() {
        List<TargetFacts> every = Targets.everyWarned(new Random(4));
        List<TargetFacts> quiet = every.stream()
                .map(facts ->
                        target(facts.phase(), facts.evidence(), facts.fulfilment(), facts.endBand(), facts.paceBand()))
                .toList();
        assertThat(DROOLS.score(NATIONAL, every).stream().map(Verdict::rating))
                .isEqualTo(DROOLS.score(NATIONAL, quiet).stream()
                        .map(Verdict::rating)
                        .toList());
    }

    @Test
    void everyCombinationOfFactsIsDecidedAndEveryRuleDecidesSome() {
        List<TargetFacts> facts = new ArrayList<>(Targets.every(new Random(1)));
        facts.addAll(Targets.everyWarned(new Random(1)));
        List<Verdict> verdicts = DROOLS.score(NATIONAL, facts);

        assertThat(verdicts.stream()
                        .flatMap(verdict -> verdict.fired().stream())
                        .collect(Collectors.toSet()))
                .isEqualTo(NATIONAL.sentences().keySet());
    }

    @Test
    void missingDataIsNeverASuccess() {
        List<TargetFacts> every = Targets.every(new Random(2));
        List<Verdict> verdicts = DROOLS.score(NATIONAL, every);

        for (int i = 0; i < every.size(); i++) {
            if (every.get(i).evidence() == NONE || every.get(i).phase() == Phase.AHEAD) {
                assertThat(verdicts.get(i).rating()).isEqualTo(Rating.INSUFFICIENT_DATA);
            }
        }
    }

    @Test
    void noSentenceAsksForWhatTheFactsDoNotHave() {
        List<TargetFacts> every = Targets.every(new Random(3));
        List<Verdict> verdicts = DROOLS.score(NATIONAL, every);

        for (int i = 0; i < every.size(); i++) {
            TargetFacts facts = every.get(i);
            RuleSet.Sentence says = Objects.requireNonNull(
                    NATIONAL.sentences().get(verdicts.get(i).fired().getFirst()));
            if (facts.evidence() == NONE || facts.phase() == Phase.AHEAD) {
                assertThat(says.vi() + says.en()).doesNotContain("{");
            }
            if (facts.evidence() == Evidence.FULL && facts.endBand() == NO_RATIO) {
                assertThat(says.vi() + says.en()).doesNotContain("{attainment}", "{compared}");
            }
        }
    }

    private static void warns(Phase phase, Warned warned, String rule, Flag flag) {
        Verdict verdict = verdict(phase, warned);
        assertThat(verdict.fired()).hasSize(2).endsWith(rule);
        assertThat(verdict.flags()).endsWith(flag);
    }

    private static void silent(Phase phase, Warned warned) {
        assertThat(verdict(phase, warned).fired()).hasSize(1);
    }

    private static Verdict verdict(Phase phase, Warned warned) {
        return DROOLS.score(NATIONAL, List.of(target(phase, PARTIAL, NOT_MET, BELOW, ON_TRACK, warned)))
                .getFirst();
    }

    private static void expect(TargetFacts facts, String rule, Rating rating, Flag... flags) {
        assertThat(DROOLS.score(NATIONAL, List.of(facts)))
                .containsExactly(new Verdict(facts.target(), rating, List.of(flags), List.of(rule)));
    }
}
