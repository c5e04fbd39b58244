package vn.cotmoc.core.rescoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.cotmoc.core.audit.Trail;
import vn.cotmoc.core.house.House;
import vn.cotmoc.core.house.Story;
import vn.cotmoc.core.house.Wait;
import vn.cotmoc.core.measure.Identifiers;
import vn.cotmoc.core.plans.Plan;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.rulesets.ChooseRules;
import vn.cotmoc.core.scoring.Rating;
import vn.cotmoc.core.scoring.ScorecardView;
import vn.cotmoc.core.targets.AmendTarget;
import vn.cotmoc.core.targets.Target;
import vn.cotmoc.core.tenancy.TenantId;
import vn.cotmoc.core.tenancy.TenantScope;
import vn.cotmoc.core.thresholds.SetThreshold;

/** Plans are scored again by themselves, by whichever node comes first, and never twice for the same. */
class RescoringIT {

    /** Jobs are looked for every ten minutes only, so whatever is done sooner was woken. */
    private static final Map<String, Object> BRISK = Map.ofEntries(
            Map.entry("cotmoc.scoring.automatic", "true"),
            Map.entry("cotmoc.scoring.quiet", "PT0.2S"),
            Map.entry("cotmoc.scoring.following", "PT0.2S"),
            Map.entry("cotmoc.scoring.following-apart", "PT0.2S"),
            Map.entry("cotmoc.scoring.apart", "PT0.3S"),
            Map.entry("cotmoc.scoring.step-apart", "PT0.3S"),
            Map.entry("cotmoc.scoring.back-off", "PT0.1S"),
            Map.entry("cotmoc.scoring.first-look", "24h"),
            Map.entry("cotmoc.scoring.told", "PT0S"),
            Map.entry("cotmoc.jobs.beat", "PT1S"),
            Map.entry("cotmoc.jobs.looking", "PT10M"),
            Map.entry("cotmoc.as-of", "2023-12-31"));

    private TenantId province;
    private Plan plan;
    private Target growth;

    @BeforeEach
    void aPlan() {
        province = House.province();
        plan = House.in(province, () -> Story.plan("2023"));
        growth = House.in(province, () -> Story.target(plan, "GRDP_GROWTH", "%", "8"));
    }

    @Test
    void aFigureIsInAStoredScorecardSoonAfter() {
        try (ApplicationContext node = node()) {
            figure("7");
            Rescoring done = done();
            assertThat(done.cause()).isEqualTo(Cause.FIGURES);
            assertThat(done.targets()).isOne();
            assertThat(done.failure()).isNull();
            ScorecardView.Line run = runs().getLast();
            assertThat(run.id()).isEqualTo(done.scorecard());
            assertThat(run.cause()).isEqualTo("figures");
            assertThat(run.asOf()).isEqualTo(Story.END_OF_2023);
            assertThat(says(run.id())).contains("\"amount\":\"7\"");
            assertThat(node.isRunning()).isTrue();
        }
    }

    @Test
    void amendmentsThresholdsAndChoicesOfRulesAskToo() {
        figure("8.2");
        try (ApplicationContext node = node()) {
            House.in(province, () -> House.get(AmendTarget.class).amend(Story.amendment(growth.id(), 1, "9")));
            Wait.until("the amendment is scored", () -> says(newest()).contains("\"revision\":2"));
            assertThat(runs().getLast().cause()).isEqualTo("targets");
            House.in(province, () -> House.get(SetThreshold.class).set(Story.threshold("GRDP_GROWTH", 0, "1.2")));
            Wait.until(
                    "the threshold is scored",
                    () -> Objects.equals(runs().getLast().cause(), "thresholds"));
            House.in(
                    province,
                    () -> House.get(ChooseRules.class)
                            .choose(new ChooseRules.Command(
                                    null, 0, "other", false, null, Story.END_OF_2023, "Để kiểm thử")));
            Wait.until(
                    "the choice of rules is scored",
                    () -> Objects.equals(runs().getLast().cause(), "rules"));
            assertThat(node.isRunning()).isTrue();
        }
    }

    @Test
    void whatChangesNothingIsNotStoredAgain() {
        try (ApplicationContext node = node()) {
            figure("7");
            UUID first = Objects.requireNonNull(done().scorecard());
            House.in(province, () -> Story.figure("GRDP_GROWTH", "%", "2001", "9")); // longer ago than is looked back
            Wait.until("it was asked for again", () -> asked() >= 2);
            assertThat(done().scorecard()).isEqualTo(first);
            assertThat(runs()).hasSize(1);
            assertThat(node.isRunning()).isTrue();
        }
    }

    /** They stand on the trail by the report they came with, which is no figure. */
    @Test
    void figuresThatAreTracedTogetherAreNotTakenForNone() {
        figure("7");
        try (ApplicationContext node = node()) {
            done();
            House.asSuperuser("""
                    insert into observation (tenant_id, observation_id, indicator_code, area_id, subgroup, period, period_ends, calendar,
                        status, amount, known_on, known_on_stated, source, recorded_at, recorded_by)
                    select tenant_id, '%s', indicator_code, area_id, subgroup, period, period_ends, calendar,
                        status, 6.5, known_on, known_on_stated, source, now(), recorded_by
                    from observation where tenant_id = '%s'""".formatted(UUID.randomUUID(), province));
            House.in(
                    province,
                    () -> House.transaction(() -> {
                        House.get(Trail.class).added("observation", UUID.randomUUID(), Map.of("figures", "1000"));
                        return province;
                    }));
            Wait.until("they are scored", () -> says(newest()).contains("\"amount\":\"6.5\""));
            assertThat(node.isRunning()).isTrue();
        }
    }

    /** Nobody is to take it later for a change that was missed. */
    @Test
    void whatAPlanDoesNotDependOnPassesByWithoutARun() {
        try (ApplicationContext node = node()) {
            figure("7");
            Rescoring first = done();
            int asked = asked();
            House.in(province, () -> Story.figure("BUDGET_REVENUE", "tỷ đồng", "2023", "900"));
            Wait.until(
                    "it was heard",
                    () -> Objects.requireNonNull(rescoring()).askedAt().isAfter(first.askedAt()));
            assertThat(asked()).isEqualTo(asked);
            node.getBean(RescoringJobs.class).lookAround();
            assertThat(asked()).as("after somebody looked around").isEqualTo(asked);
        }
    }

    /** A figure and a threshold are each a step, which keeps only what is otherwise; cases follow all the same. */
    @Test
    void figuresAndThresholdsAreStepsFromTheLastRun() {
        House.in(province, () -> Story.target(plan, "BUDGET_REVENUE", "tỷ đồng", "1000"));
        House.in(province, () -> Story.figure("BUDGET_REVENUE", "tỷ đồng", "2023", "900"));
        try (ApplicationContext node = node()) {
            figure("8.3");
            done();
            figure("7");
            Wait.until("the figure is a step", () -> steps().equals(List.of("0 2", "1 1")));
            House.in(province, () -> House.get(SetThreshold.class).set(Story.threshold(null, 0, "1.2")));
            Wait.until("the threshold is a step", () -> steps().size() == 3);
            assertThat(runs().getLast().counts()).containsEntry(Rating.MISSED, 2);
            Wait.until(
                    "cases have followed",
                    () -> House.asSuperuser(
                                    "select (followed_id = scorecard_id)::text from rescoring where plan_id = '%s'"
                                            .formatted(plan.id()))
                            .equals(List.of("true")));
            assertThat(House.asSuperuser("select flag from flag_case where tenant_id = '%s'".formatted(province)))
                    .as("what the fake rules say of a target that is missed, of both")
                    .hasSize(2);
            assertThat(node.isRunning()).isTrue();
        }
    }

    @Test
    void aStormOfChangesOnTwoNodesIsFewRunsAndTheLastOneSaysAll() {
        try (ApplicationContext one = node();
                ApplicationContext other = node()) {
            for (int figure = 1; figure <= 60; figure++) {
                figure(figure + ".5");
            }
            Wait.until(
                    "the last figure is scored",
                    () -> !runs().isEmpty() && says(newest()).contains("\"amount\":\"60.5\""));
            assertThat(runs()).as("few runs for 60 figures").hasSizeLessThan(20);
            assertThat(sameTwice()).as("runs that say what the one before says").isEmpty();
            assertThat(one.isRunning()).isTrue();
            assertThat(other.isRunning()).isTrue();
        }
    }

    @Test
    void whatIsAskedForWhileNobodyWorksIsDoneByWhoComes() {
        try (ApplicationContext node = node()) {
            figure("7");
            done();
            assertThat(node.isRunning()).isTrue();
        }
        figure("9");
        try (ApplicationContext node = node()) {
            node.getBean(RescoringJobs.class).lookAround();
            Wait.until("it is scored", () -> says(newest()).contains("\"amount\":\"9\""));
        }
    }

    /** Else every look at a busy province would make whole runs of what are steps. */
    @Test
    void whatChangedJustNowIsLeftToWhoIsBeingTold() {
        figure("7");
        assertThat(House.in(province, () -> House.get(AskForRescoring.class).lookAround()))
                .isEmpty();
        House.asSuperuser(
                """
                insert into outbox (tenant_id, event_id, kind, subject, recorded_at)
                values ('%s', '%s', 'observation', null, now() - interval '2 minutes')
                """.formatted(province, Identifiers.firstOf(Instant.now().minusSeconds(120))));
        assertThat(House.in(province, () -> House.get(AskForRescoring.class).lookAround()))
                .extracting(AskForRescoring.Asked::plan)
                .containsExactly(plan.id());
    }

    /** As a node leaves it that is killed in the middle: its job is taken and its row says that it runs. */
    @Test
    void aJobOfADeadNodeIsDoneByAnotherOnce() {
        figure("7");
        House.asSuperuser("""
                insert into rescoring (tenant_id, plan_id, status, cause, asked, known, asked_at, begun_at, targets, tries)
                values ('%1$s', '%2$s', 'running', 'figures', 1, 1, now(), now(), 1, 0);
                insert into scheduled_tasks (task_name, task_instance, execution_time, picked, picked_by, last_heartbeat, version)
                values ('rescore', '%1$s/%2$s', now() - interval '1 minute', true, 'node-dead', now() - interval '1 minute', 1)
                """.formatted(province, plan.id()));
        try (ApplicationContext one = node();
                ApplicationContext other = node()) {
            assertThat(done().failure()).isNull();
            assertThat(runs()).hasSize(1);
            assertThat(one.isRunning()).isTrue();
            assertThat(other.isRunning()).isTrue();
        }
    }

    @Test
    void whatTheDomainRefusesFailsAtOnceAndSaysWhy() {
        try (ApplicationContext node = node(Map.of("cotmoc.as-of", "1999-01-01"))) {
            figure("7");
            Wait.until("it failed", () -> status() == RescoringStatus.FAILED);
            Rescoring failed = Objects.requireNonNull(rescoring());
            assertThat(failed.failure()).isEqualTo("no-threshold");
            assertThat(failed.tries()).isOne();
            assertThat(jobs()).isEmpty();
            assertThat(runs()).isEmpty();
            assertThat(node.isRunning()).isTrue();
        }
    }

    @Test
    void whatBreaksIsTriedFiveTimesThenFailsVisiblyAndHurtsNobodyElse() {
        House.asSuperuser(
                "update target_revision set comparator = 'broken' where tenant_id = '%s'".formatted(province));
        try (ApplicationContext node = node()) {
            figure("7");
            Wait.until("it failed", () -> status() == RescoringStatus.FAILED);
            assertThat(Objects.requireNonNull(rescoring()))
                    .extracting(Rescoring::failure, Rescoring::tries)
                    .containsExactly("unexpected", 5);
            assertThat(jobs()).isEmpty();
            House.asSuperuser(
                    "update target_revision set comparator = 'at-least' where tenant_id = '%s'".formatted(province));
            figure("8");
            assertThat(done())
                    .as("the next change tries anew")
                    .extracting(Rescoring::failure, Rescoring::tries)
                    .containsExactly(null, 0);
            assertThat(node.isRunning()).isTrue();
        }
    }

    @Test
    void aDraftAndAClosedPlanAreLeftAlone() {
        House.asSuperuser("update plan set status = 'closed' where tenant_id = '%s'".formatted(province));
        try (ApplicationContext node = node()) {
            figure("7");
            Wait.pause(Duration.ofSeconds(1));
            assertThat(rescoring()).isNull();
            assertThat(node.isRunning()).isTrue();
        }
    }

    @Test
    void aNewDayIsScoredWhileThePlansPeriodRuns() {
        Plan past = House.in(province, () -> Story.plan("2022"));
        try (ApplicationContext node = node()) {
            AskForRescoring ask = node.getBean(AskForRescoring.class);
            assertThat(node.getBean(TenantScope.class).within(province, ask::onSchedule))
                    .extracting(AskForRescoring.Asked::plan)
                    .containsExactly(plan.id())
                    .doesNotContain(past.id());
        }
    }

    @Test
    void otherRulesAskToo() {
        try (ApplicationContext node = node()) {
            figure("7");
            done();
            House.asSuperuser(
                    "update rescoring set rule_set_sha256 = 'older' where tenant_id = '%s'".formatted(province));
            node.getBean(RescoringJobs.class).lookAround();
            Wait.until(
                    "the rules asked", () -> Objects.requireNonNull(rescoring()).cause() == Cause.RULES);
            assertThat(done().failure()).isNull();
        }
    }

    /** It may still be at work when another has begun in its place, and what it knows is older. */
    @Test
    void aNodeThatWasThoughtDeadDoesNotSpeakAnyMore() {
        House.in(province, () -> {
            RescoringStore store = House.get(RescoringStore.class);
            store.ask(plan.id(), Cause.FIGURES, null);
            RescoringStore.Begun slow = store.begin(plan.id(), () -> 1);
            RescoringStore.Begun other = store.begin(plan.id(), () -> 1);
            assertThat(store.isNewest(plan.id(), slow)).isFalse();
            assertThat(store.isNewest(plan.id(), other)).isTrue();
            return plan;
        });
    }

    @Test
    void anotherProvincesPlanIsUnknown() {
        figure("7");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> House.in(
                        House.province(), () -> House.get(RescoringView.class).of(plan.id())))
                .matches(refusal -> refusal.code().equals("unknown-plan"));
    }

    private static ApplicationContext node() {
        return node(Map.of());
    }

    private static ApplicationContext node(Map<String, Object> more) {
        Map<String, Object> properties = new HashMap<>(BRISK);
        properties.putAll(more);
        return House.node(properties);
    }

    private void figure(String amount) {
        House.in(province, () -> Story.figure("GRDP_GROWTH", "%", "2023", amount));
    }

    private @Nullable Rescoring rescoring() {
        return House.in(province, () -> House.get(RescoringView.class).of(plan.id()))
                .orElse(null);
    }

    private @Nullable RescoringStatus status() {
        Rescoring now = rescoring();
        return now == null ? null : now.status();
    }

    private Rescoring done() {
        Wait.until("it is done", () -> status() == RescoringStatus.DONE);
        return Objects.requireNonNull(rescoring());
    }

    private List<ScorecardView.Line> runs() {
        return House.in(province, () -> House.get(ScorecardView.class).list(plan.id(), null, 200));
    }

    private UUID newest() {
        return runs().isEmpty() ? new UUID(0, 0) : runs().getLast().id();
    }

    private String says(UUID scorecard) {
        return String.join(
                "\n", House.asSuperuser("select record from finding where scorecard_id = '%s'".formatted(scorecard)));
    }

    private int asked() {
        return Integer.parseInt(
                House.asSuperuser("select asked::text from rescoring where plan_id = '%s'".formatted(plan.id()))
                        .getFirst());
    }

    /** Of each run which step it is and how many findings it keeps. */
    private List<String> steps() {
        return House.asSuperuser("""
                select s.step || ' ' || count(f.target_id) from scorecard s
                left join finding f on f.tenant_id = s.tenant_id and f.scorecard_id = s.scorecard_id
                where s.plan_id = '%s' group by s.scorecard_id, s.step order by s.scorecard_id
                """.formatted(plan.id()));
    }

    private List<String> jobs() {
        return House.asSuperuser("select task_instance from scheduled_tasks where task_instance = '%s/%s'"
                .formatted(province, plan.id()));
    }

    private List<String> sameTwice() {
        return House.asSuperuser("""
                select said from (
                    select record as said, lag(record) over (order by scorecard_id) as before
                    from finding where target_id = '%s') runs
                where said = before
                """.formatted(growth.id()));
    }
}
