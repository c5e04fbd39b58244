package vn.cotmoc.core.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.cotmoc.core.house.Story.END_OF_2023;

import io.micronaut.context.ApplicationContext;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.cotmoc.core.house.House;
import vn.cotmoc.core.house.Story;
import vn.cotmoc.core.plans.Plan;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.replay.Replay.Outcome;
import vn.cotmoc.core.replay.Replay.Rules;
import vn.cotmoc.core.scoring.Aims;
import vn.cotmoc.core.scoring.AssessPlan;
import vn.cotmoc.core.scoring.Rating;
import vn.cotmoc.core.scoring.ScorePlan;
import vn.cotmoc.core.scoring.Scorecard;
import vn.cotmoc.core.scoring.ScorecardView;
import vn.cotmoc.core.targets.AmendTarget;
import vn.cotmoc.core.targets.Target;
import vn.cotmoc.core.tenancy.TenantId;
import vn.cotmoc.core.tenancy.TenantScope;
import vn.cotmoc.core.thresholds.SetThreshold;

class ReplayIT {

    private TenantId province;
    private Plan plan;
    private Target growth;

    @BeforeEach
    void aPlanWithFigures() {
        province = House.province();
        plan = House.in(province, () -> Story.plan("2023"));
        growth = House.in(province, () -> Story.target(plan, "GRDP_GROWTH", "%", "8"));
        House.in(province, () -> Story.target(plan, "NTM_COMMUNES", "xã", "62"));
        House.in(province, () -> Story.figure("GRDP_GROWTH", "%", "2023", "8.4"));
    }

    @Test
    void aRunComesOutLetterByLetterFromItsFactsAndFromItsFigures() {
        Replay replay = replay(score().id());
        assertThat(replay.rules()).isEqualTo(Rules.KEPT);
        assertThat(replay.same()).isEqualTo(2);
        assertThat(replay.others()).isEmpty();
        assertThat(replay.recomputed()).isEmpty();
    }

    @Test
    void aRunIsMadeAgainByItsOwnRulesAfterTheHouseCameToScoreByOthers() {
        UUID run = score().id();
        Replay replay = withOtherRules(run);
        assertThat(replay.rules()).isEqualTo(Rules.KEPT);
        assertThat(replay.same()).isEqualTo(2);
        assertThat(replay.recomputed()).isEmpty();
    }

    @Test
    void withoutTheRulesNothingIsSaid() {
        UUID run = score().id();
        House.asSuperuser("delete from rule_set where tenant_id = '%s'".formatted(province));
        Replay lost = withOtherRules(run);
        assertThat(lost.rules()).isEqualTo(Rules.LOST);
        assertThat(lost.engine()).isNull();
        assertThat(lost.same()).isZero();
        assertThat(lost.recomputed()).isNull();
        assertThat(replay(run).rules()).isEqualTo(Rules.IN_FORCE);
    }

    @Test
    void rulesThatAreNotWhatTheirHashSaysAreNotUsed() {
        UUID run = score().id();
        House.asSuperuser("update rule_set set model = '{ }' where tenant_id = '%s'".formatted(province));
        Replay replay = replay(run);
        assertThat(replay.rules()).isEqualTo(Rules.ALTERED);
        assertThat(replay.same()).isZero();
    }

    @Test
    void aRunKeepsItsRulesOnce() {
        score();
        score();
        assertThat(House.asSuperuser("select model from rule_set where tenant_id = '%s'".formatted(province)))
                .containsExactly("{}");
        assertThat(House.asSuperuser("select became from change where tenant_id = '%s' and subject = 'rule_set'"
                        .formatted(province)))
                .hasSize(1);
    }

    @Test
    void aRatingThatWasChangedInTheDatabaseIsFound() {
        UUID run = score().id();
        rewrite(run, "\"rating\":\"met\"", "\"rating\":\"missed\"");
        Replay replay = replay(run);
        assertThat(replay.same()).isEqualTo(1);
        assertThat(replay.others()).singleElement().satisfies(again -> {
            assertThat(again.outcome()).isEqualTo(Outcome.DIFFERS);
            assertThat(again.where()).containsExactly("rating");
        });
    }

    @Test
    void whatStandsBesideARecordIsHeldAgainstIt() {
        UUID run = score().id();
        House.asSuperuser(
                "update finding set rating = 'missed' where scorecard_id = '%s' and rating = 'met'".formatted(run));
        House.asSuperuser("update finding set flags = 'damaged' where scorecard_id = '%s'".formatted(run));
        Replay replay = replay(run);
        assertThat(replay.same()).isZero();
        assertThat(replay.miscounted()).isEmpty();
        assertThat(replay.others())
                .extracting(Replay.Again::where)
                .containsExactlyInAnyOrder(List.of("beside.rating", "beside.flags"), List.of("beside.flags"));
    }

    @Test
    void aFindingThatWasTakenAwayIsCounted() {
        UUID run = score().id();
        House.asSuperuser("delete from finding where scorecard_id = '%s' and rating = 'met'".formatted(run));
        assertThat(replay(run).miscounted()).containsExactly(new Replay.Miscount(Rating.MET, 1, 0));
    }

    @Test
    void whatCannotBeReadIsRefusedInSoManyWords() {
        UUID run = score().id();
        House.asSuperuser("update finding set record = '{' where scorecard_id = '%s'".formatted(run));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> replay(run))
                .withMessage("scorecard-damaged {stored={}");
        House.asSuperuser("update finding set flags = 'at-risk:soon' where scorecard_id = '%s'".formatted(run));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() ->
                        House.in(province, () -> House.get(ScorecardView.class).newest(plan.id(), null, 10)))
                .withMessageStartingWith("scorecard-damaged");
    }

    @Test
    void aRecordThatIsSpelledOtherwiseIsFound() {
        UUID run = score().id();
        rewrite(run, "{\"id\":", "{ \"id\":");
        assertThat(replay(run).others())
                .hasSize(2)
                .allSatisfy(again -> assertThat(again.where()).containsExactly("record"));
    }

    @Test
    void aFigureRecordedSinceForADayBeforeChangesWhatIsComputedButNotTheRun() {
        UUID run = score().id();
        House.in(province, () -> Story.figure("GRDP_GROWTH", "%", "2023", "7.1"));
        Replay replay = replay(run);
        assertThat(replay.same()).isEqualTo(2);
        assertThat(replay.recomputed()).singleElement().satisfies(difference -> {
            assertThat(difference.target()).isEqualTo(growth.id());
            assertThat(difference.before())
                    .isNotNull()
                    .extracting(Difference.Rated::rating)
                    .isEqualTo("met");
            assertThat(difference.after())
                    .isNotNull()
                    .extracting(Difference.Rated::rating)
                    .isEqualTo("missed");
            assertThat(sources(difference)).contains(Source.FIGURE).doesNotContain(Source.OTHER, Source.DAY);
        });
    }

    @Test
    void otherCodeIsNamed() {
        UUID run = score().id();
        rewrite(run, "\"features\":%d}".formatted(AssessPlan.FEATURE_CODE), "\"features\":9}");
        assertThat(replay(run).recomputed())
                .hasSize(2)
                .allSatisfy(difference -> assertThat(difference.why())
                        .containsExactly(
                                new Difference.Why(Source.FEATURES, "9", Integer.toString(AssessPlan.FEATURE_CODE))));
    }

    @Test
    void aRecordFromBeforeInputsWereKeptIsComparedByItsVerdict() {
        UUID run = score().id();
        House.asSuperuser("""
                update finding set record = regexp_replace(regexp_replace(record, ',"score":.*$', '}'), ',"matched":[{][^}]*[}]', '')
                where scorecard_id = '%s'""".formatted(run));
        Replay replay = replay(run);
        assertThat(replay.same()).isZero();
        assertThat(replay.others())
                .hasSize(2)
                .allSatisfy(again -> assertThat(again.outcome()).isEqualTo(Outcome.SAME_VERDICT));
        assertThat(replay.recomputed()).isEmpty();
        rewrite(run, "\"rating\":\"met\"", "\"rating\":\"missed\"");
        assertThat(replay(run).others()).extracting(Replay.Again::outcome).contains(Outcome.DIFFERS);
    }

    @Test
    void aRecordFromBeforeAllFactsWereKeptIsTooOld() {
        UUID run = score().id();
        rewrite(run, ",\"forecastBand\":\"no-forecast\"", "");
        assertThat(replay(run).others())
                .hasSize(2)
                .allSatisfy(again -> assertThat(again.outcome()).isEqualTo(Outcome.TOO_OLD));
    }

    @Test
    void whatChangedBetweenTwoRunsIsNamedWithWhy() {
        Scorecard before = score();
        House.in(province, () -> Story.figure("GRDP_GROWTH", "%", "2023", "8.9"));
        House.in(province, () -> House.get(AmendTarget.class).amend(Story.amendment(growth.id(), 1, "9")));
        House.in(province, () -> House.get(SetThreshold.class).set(Story.threshold(null, 0, "1.01")));
        House.in(province, () -> Story.target(plan, "NTM_COMMUNE_SHARE", "%", "57.5"));
        Scorecard after = score();
        List<Difference> differences = compare(before.id(), after.id()).differences();
        assertThat(differences).hasSize(2);
        Difference changed = differences.getFirst();
        assertThat(sources(changed))
                .contains(Source.FIGURE, Source.TARGET, Source.THRESHOLD)
                .doesNotContain(Source.RULES);
        assertThat(changed.why().getFirst().from()).startsWith("8.4 · 2023");
        assertThat(changed.why().getFirst().to()).startsWith("8.9 · 2023");
        assertThat(differences.getLast().before()).isNull();
        assertThat(differences.getLast().why()).isEmpty();
        assertThat(compare(after.id(), before.id()).differences().getLast().after())
                .isNull();
    }

    @Test
    void aTargetWithAnotherFigureIsNamedThoughItIsRatedAlike() {
        Scorecard before = score();
        House.in(province, () -> Story.figure("GRDP_GROWTH", "%", "2023", "8.41"));
        Difference difference = compare(before.id(), score().id()).differences().getFirst();
        assertThat(difference.after()).isEqualTo(difference.before());
        assertThat(difference.why().getFirst().source()).isEqualTo(Source.FIGURE);
        assertThat(difference.why().getFirst().to()).startsWith("8.41 · 2023");
    }

    @Test
    void whereTheDayIsAnotherTheDayIsNamed() {
        Scorecard before = House.in(
                province, () -> House.get(ScorePlan.class).score(plan.id(), END_OF_2023.minusYears(1), Aims.CURRENT));
        Scorecard after = score();
        Difference difference = compare(before.id(), after.id()).differences().getFirst();
        assertThat(sources(difference)).contains(Source.DAY, Source.FIGURE);
    }

    @Test
    void runsOfTwoPlansAreNotCompared() {
        Plan other = House.in(province, () -> Story.plan("2022"));
        Scorecard one = score();
        Scorecard two =
                House.in(province, () -> House.get(ScorePlan.class).score(other.id(), END_OF_2023, Aims.CURRENT));
        refused("runs-of-two-plans", () -> compare(one.id(), two.id()));
    }

    @Test
    void anotherProvinceNeitherReplaysNorCompares() {
        UUID run = score().id();
        TenantId stranger = House.province();
        refused(
                "unknown-scorecard",
                () -> House.in(stranger, () -> House.get(ReplayRun.class).replay(run)));
        refused(
                "unknown-scorecard",
                () -> House.in(stranger, () -> House.get(CompareRuns.class).compare(run, run)));
    }

    private static void refused(String code, Supplier<?> work) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(work::get).withMessageStartingWith(code);
    }

    private static List<Source> sources(Difference difference) {
        return difference.why().stream().map(Difference.Why::source).toList();
    }

    private Scorecard score() {
        return House.in(province, () -> House.get(ScorePlan.class).score(plan.id(), END_OF_2023, Aims.CURRENT));
    }

    private Replay replay(UUID run) {
        return House.in(province, () -> House.get(ReplayRun.class).replay(run));
    }

    private CompareRuns.Compared compare(UUID before, UUID after) {
        return House.in(province, () -> House.get(CompareRuns.class).compare(before, after));
    }

    /** By a node of the house that ships another rule set. */
    private Replay withOtherRules(UUID run) {
        try (ApplicationContext node = House.node(Map.of(House.MODEL, "others"))) {
            return node.getBean(TenantScope.class)
                    .within(province, () -> node.getBean(ReplayRun.class).replay(run));
        }
    }

    private static void rewrite(UUID run, String from, String to) {
        House.asSuperuser("update finding set record = replace(record, '%s', '%s') where scorecard_id = '%s'"
                .formatted(from, to, run));
    }
}
