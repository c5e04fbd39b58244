package vn.cotmoc.core.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static vn.cotmoc.core.house.Story.END_OF_2023;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.cotmoc.core.house.AtOnce;
import vn.cotmoc.core.house.House;
import vn.cotmoc.core.house.Story;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.targets.AmendTarget;
import vn.cotmoc.core.targets.Revision;
import vn.cotmoc.core.targets.SetTarget;
import vn.cotmoc.core.targets.Target;
import vn.cotmoc.core.targets.WithdrawTarget;
import vn.cotmoc.core.tenancy.TenantId;

class PlanLifeIT {

    private static final Map<String, String> UNITS = Map.of(
            "POVERTY_RATE", "%",
            "GRDP_GROWTH", "%",
            "BUDGET_REVENUE", "tỷ đồng",
            "EXPORTS", "triệu USD",
            "NTM_COMMUNES", "xã");

    private TenantId province;
    private Plan plan;
    private UUID resolution;

    @BeforeEach
    void aDraft() {
        province = House.province();
        plan = in(() -> Story.draft("2023"));
        resolution = in(() -> Story.instrument("17/NQ-HĐND").id());
    }

    @Test
    void aPlanIsAdoptedAssignedAmendedAgainAndAgainAndClosed() {
        advance(1, PlanStatus.ADOPTED, resolution, END_OF_2023.minusDays(3));
        advance(2, PlanStatus.ASSIGNED, resolution, END_OF_2023.minusDays(2));
        advance(3, PlanStatus.AMENDED, resolution, END_OF_2023.minusDays(2));
        advance(4, PlanStatus.AMENDED, resolution, END_OF_2023);
        Plan closed = advance(5, PlanStatus.CLOSED, null, END_OF_2023);
        assertThat(closed.status()).isEqualTo(PlanStatus.CLOSED);
        assertThat(closed.version()).isEqualTo(6);
        assertThat(steps())
                .extracting(PlanStep::status)
                .containsExactly(
                        PlanStatus.ADOPTED,
                        PlanStatus.ASSIGNED,
                        PlanStatus.AMENDED,
                        PlanStatus.AMENDED,
                        PlanStatus.CLOSED);
        assertThat(steps()).extracting(PlanStep::number).containsExactly(1, 2, 3, 4, 5);
        assertThat(steps().getFirst().instrument()).isEqualTo(resolution);
        assertThat(in(() -> House.get(PlanView.class).require(plan.id())).status())
                .isEqualTo(PlanStatus.CLOSED);
    }

    @Test
    void everyOtherMoveIsRefusedWithTheOnesThatAreAllowed() {
        for (PlanStatus from : EnumSet.complementOf(EnumSet.of(PlanStatus.AMENDED))) {
            Plan begun = in(() -> drawUp(2010 + from.ordinal(), from));
            for (PlanStatus to : PlanStatus.values()) {
                if (!from.next().contains(to)) {
                    assertThat(refusal(() -> advance(begun.id(), 1, to, resolution, END_OF_2023)))
                            .isEqualTo(from == PlanStatus.CLOSED ? "plan-closed" : "plan-move");
                }
            }
        }
        assertThat(PlanStatus.DRAFT.next()).containsExactly(PlanStatus.ADOPTED);
        assertThat(PlanStatus.ADOPTED.next())
                .containsExactlyInAnyOrder(PlanStatus.ASSIGNED, PlanStatus.AMENDED, PlanStatus.CLOSED);
        assertThat(PlanStatus.ASSIGNED.next()).containsExactlyInAnyOrder(PlanStatus.AMENDED, PlanStatus.CLOSED);
    }

    @Test
    void aPlanBeginsNeitherAsAmendedNorAsClosedBeforeItsPeriodIsOver() {
        assertThat(refusal(() -> drawUp(2022, PlanStatus.AMENDED))).isEqualTo("plan-amended");
        assertThat(refusal(() -> drawUp(2199, PlanStatus.CLOSED))).isEqualTo("step-early");
        assertThat(in(() -> drawUp(2022, PlanStatus.CLOSED)).status()).isEqualTo(PlanStatus.CLOSED);
        assertThat(in(() -> drawUp(2199, PlanStatus.ADOPTED)).status()).isEqualTo(PlanStatus.ADOPTED);
    }

    @Test
    void aPlanThatBeginsPastADraftNamesItsPaperOrSaysWhyThereIsNone() {
        for (PlanStatus status : List.of(PlanStatus.ADOPTED, PlanStatus.ASSIGNED, PlanStatus.CLOSED)) {
            assertThat(refusal(() -> drawUp(status, null, null, null))).isEqualTo("step-reason");
        }
        assertThat(refusal(() -> drawUp(PlanStatus.ADOPTED, null, LocalDate.of(2199, 1, 1), "mất")))
                .isEqualTo("step-ahead");
        assertThat(in(() -> drawUp(PlanStatus.DRAFT, null, null, null)).status())
                .isEqualTo(PlanStatus.DRAFT);
        assertThat(steps(in(() -> drawUp(PlanStatus.ADOPTED, resolution, null, null))))
                .singleElement()
                .satisfies(step -> {
                    assertThat(step.instrument()).isEqualTo(resolution);
                    assertThat(step.decidedOn()).isEqualTo(LocalDate.of(2022, 12, 9));
                });
        assertThat(steps(in(() -> drawUp(PlanStatus.ASSIGNED, null, null, "văn bản thất lạc"))))
                .singleElement()
                .satisfies(step -> {
                    assertThat(step.status()).isEqualTo(PlanStatus.ASSIGNED);
                    assertThat(step.reason()).isEqualTo("văn bản thất lạc");
                    assertThat(step.decidedOn()).isEqualTo(LocalDate.of(2022, 1, 1));
                });
    }

    /** The day that stands in was never decided on. */
    @Test
    void whatFollowsABeginningWithoutAPaperMayBeDecidedBeforeTheDayThatStandsIn() {
        Plan begun = in(() -> drawUp(PlanStatus.ADOPTED, null, null, "văn bản thất lạc"));
        in(() -> House.get(AdvancePlan.class)
                .advance(command(begun.id(), 1, PlanStatus.ASSIGNED, resolution, LocalDate.of(2021, 12, 20))));
        assertThat(steps(begun)).extracting(PlanStep::number).containsExactly(1, 2);
    }

    private static Plan drawUp(
            PlanStatus status, @Nullable UUID instrument, @Nullable LocalDate decidedOn, @Nullable String reason) {
        return House.get(DrawUpPlan.class)
                .drawUp(new DrawUpPlan.Command(
                        Period.ofYear(2022), "Kế hoạch " + status, status, instrument, decidedOn, reason));
    }

    private List<PlanStep> steps(Plan begun) {
        return in(() -> House.get(PlanView.class).steps(begun.id()));
    }

    private static Plan drawUp(int year, PlanStatus status) {
        return House.get(DrawUpPlan.class).drawUp(Story.begun(Period.ofYear(year), "Kế hoạch", status));
    }

    @Test
    void whatIsAdoptedAssignedOrAmendedNeedsAPaperOfTheProvince() {
        assertThat(refusal(() -> advance(1, PlanStatus.ADOPTED, null, END_OF_2023)))
                .isEqualTo("step-instrument");
        UUID foreign =
                House.in(House.province(), () -> Story.instrument("17/NQ-HĐND").id());
        assertThat(refusal(() -> advance(1, PlanStatus.ADOPTED, foreign, END_OF_2023)))
                .isEqualTo("unknown-instrument");
        assertThat(steps()).isEmpty();
    }

    @Test
    void anAmendmentSaysWhy() {
        advance(1, PlanStatus.ADOPTED, resolution, END_OF_2023);
        assertThat(refusal(() -> House.get(AdvancePlan.class)
                        .advance(new AdvancePlan.Command(
                                plan.id(), 2, PlanStatus.AMENDED, resolution, END_OF_2023, null))))
                .isEqualTo("missing-field");
        assertThat(steps()).hasSize(1);
    }

    @Test
    void aStepIsDecidedNeitherInTheFutureNorBeforeTheLastOne() {
        assertThat(refusal(() -> advance(1, PlanStatus.ADOPTED, resolution, LocalDate.of(2199, 1, 1))))
                .isEqualTo("step-ahead");
        advance(1, PlanStatus.ADOPTED, resolution, END_OF_2023);
        assertThat(refusal(() -> advance(2, PlanStatus.ASSIGNED, resolution, END_OF_2023.minusDays(1))))
                .isEqualTo("step-before");
    }

    @Test
    void aPlanIsClosedAfterItsPeriodOrByAnInstrument() {
        advance(1, PlanStatus.ADOPTED, resolution, LocalDate.of(2022, 12, 9));
        assertThat(refusal(() -> advance(2, PlanStatus.CLOSED, null, END_OF_2023.minusDays(1))))
                .isEqualTo("step-early");
        assertThat(advance(2, PlanStatus.CLOSED, resolution, LocalDate.of(2023, 6, 30))
                        .status())
                .isEqualTo(PlanStatus.CLOSED);
    }

    @Test
    void ofTwoStepsAtOnceExactlyOneIsTakenAndTheOtherIsTold() {
        Refusal told = AtOnce.refused(
                province,
                () -> House.get(AdvancePlan.class)
                        .advance(command(plan.id(), 1, PlanStatus.ADOPTED, resolution, END_OF_2023)));
        assertThat(told.kind()).isEqualTo(Refusal.Kind.STALE);
        assertThat(told.getMessage()).isEqualTo("plan-changed {version=2}");
        assertThat(steps()).hasSize(1);
    }

    @Test
    void whoHasNotSeenTheNewestVersionIsTold() {
        advance(1, PlanStatus.ADOPTED, resolution, END_OF_2023);
        assertThat(refusal(() -> advance(1, PlanStatus.ASSIGNED, resolution, END_OF_2023)))
                .isEqualTo("plan-changed");
    }

    @Test
    void aClosedPlanTakesNoTargetsAndNoAmendments() {
        Target target = in(() -> Story.target(plan, "GRDP_GROWTH", "%", "8"));
        advance(1, PlanStatus.ADOPTED, resolution, END_OF_2023);
        advance(2, PlanStatus.CLOSED, null, END_OF_2023);
        assertThat(refusal(() -> Story.target(plan, "POVERTY_RATE", "%", "5"))).isEqualTo("plan-closed");
        assertThat(refusal(() -> House.get(AmendTarget.class).amend(Story.amendment(target.id(), 1, "9"))))
                .isEqualTo("plan-closed");
    }

    @Test
    void onlyAPaperAmendsAnAdoptedPlanAndItsLifeShowsIt() {
        UUID target = in(() -> Story.target(plan, "POVERTY_RATE", "%", "5")).id();
        in(() -> amend(target, 1, "6", null, null));
        assertThat(in(() -> House.get(PlanView.class).require(plan.id())).status())
                .as("a draft is no plan yet")
                .isEqualTo(PlanStatus.DRAFT);
        advance(1, PlanStatus.ADOPTED, resolution, END_OF_2023.minusDays(3));
        assertThat(refusal(() -> amend(target, 2, "7", END_OF_2023, null))).isEqualTo("amendment-instrument");
        assertThat(in(() -> amend(target, 2, "7", null, resolution)).decidedOn())
                .as("the day of the paper stands in")
                .isEqualTo(LocalDate.of(2022, 12, 9));
        assertThat(steps()).as("it was decided before the plan was adopted").hasSize(1);

        UUID second = in(() -> Story.instrument("30/NQ-HĐND").id());
        in(() -> amend(target, 3, "8", END_OF_2023.minusDays(1), second));
        in(() -> amend(target, 4, "9", END_OF_2023.minusDays(1), second));
        assertThat(steps()).extracting(PlanStep::status).containsExactly(PlanStatus.ADOPTED, PlanStatus.AMENDED);
        assertThat(steps().getLast().instrument()).isEqualTo(second);
        assertThat(steps().getLast().decidedOn()).isEqualTo(END_OF_2023.minusDays(1));
        PlanView.Line amended = in(() -> House.get(PlanView.class).require(plan.id()));
        assertThat(amended.status()).isEqualTo(PlanStatus.AMENDED);
        assertThat(amended.version()).isEqualTo(3);
        UUID third = in(() -> Story.instrument("31/NQ-HĐND").id());
        in(() -> amend(target, 5, "10", END_OF_2023, third));
        assertThat(steps()).hasSize(3);
    }

    @Test
    void nothingDecidedBeforeThePlanWasAdoptedChangesWhatWasAdopted() {
        UUID target = in(() -> Story.target(plan, "POVERTY_RATE", "%", "5")).id();
        advance(1, PlanStatus.ADOPTED, resolution, END_OF_2023.minusDays(3));
        LocalDate before = END_OF_2023.minusDays(4);
        UUID older = in(() -> Story.instrument("29/NQ-HĐND").id());
        assertThat(refusal(() -> amend(target, 1, "6", before, older))).isEqualTo("decided-before-adoption");
        assertThat(refusal(() -> {
                    House.get(WithdrawTarget.class)
                            .withdraw(new WithdrawTarget.Command(target, 1, "nhầm", before, older));
                    return target;
                }))
                .isEqualTo("decided-before-adoption");
        assertThat(in(() -> amend(target, 1, "6", before.plusDays(1), older)).number())
                .isEqualTo(2);
    }

    @Test
    void aPaperOfAnEarlierDayThanTheNewestStepIsStillInThePlansLife() {
        UUID early = in(() -> Story.target(plan, "POVERTY_RATE", "%", "5")).id();
        UUID late = in(() -> Story.target(plan, "GRDP_GROWTH", "%", "8")).id();
        advance(1, PlanStatus.ADOPTED, resolution, LocalDate.of(2022, 12, 10));
        UUID november = in(() -> Story.instrument("31/NQ-HĐND").id());
        UUID july = in(() -> Story.instrument("30/NQ-HĐND").id());
        in(() -> amend(late, 1, "9", LocalDate.of(2023, 11, 5), november));
        in(() -> amend(early, 1, "6", LocalDate.of(2023, 7, 5), july));
        assertThat(steps())
                .extracting(PlanStep::instrument, PlanStep::decidedOn)
                .containsExactly(
                        tuple(resolution, LocalDate.of(2022, 12, 10)),
                        tuple(july, LocalDate.of(2023, 7, 5)),
                        tuple(november, LocalDate.of(2023, 11, 5)));
        in(() -> amend(early, 2, "7", LocalDate.of(2023, 12, 5), july));
        assertThat(steps()).as("the same paper, decided about once more").hasSize(4);
        in(() -> advance(plan.id(), 5, PlanStatus.AMENDED, resolution, LocalDate.of(2023, 8, 1)));
        assertThat(steps()).hasSize(5);
        assertThat(refusal(() -> advance(plan.id(), 6, PlanStatus.AMENDED, resolution, LocalDate.of(2022, 12, 9))))
                .as("nothing amends what is not adopted yet")
                .isEqualTo("step-before");
        assertThat(refusal(() -> advance(plan.id(), 6, PlanStatus.CLOSED, resolution, LocalDate.of(2023, 12, 4))))
                .isEqualTo("step-before");
    }

    @Test
    void whoPutsATargetIntoAnAdoptedPlanNamesThePaperOrSaysWhyAndItsLifeShowsIt() {
        advance(1, PlanStatus.ADOPTED, resolution, END_OF_2023.minusDays(3));
        assertThat(refusal(() -> set("POVERTY_RATE", null, null, null))).isEqualTo("target-instrument");
        in(() -> set("POVERTY_RATE", null, resolution, null));
        assertThat(steps()).as("it stands in the paper that adopted the plan").hasSize(1);
        UUID second = in(() -> Story.instrument("30/NQ-HĐND").id());
        in(() -> set("GRDP_GROWTH", END_OF_2023.minusDays(1), second, null));
        in(() -> set("BUDGET_REVENUE", END_OF_2023.minusDays(1), second, null));
        assertThat(steps()).extracting(PlanStep::status).containsExactly(PlanStatus.ADOPTED, PlanStatus.AMENDED);
        assertThat(steps().getLast().instrument()).isEqualTo(second);
        in(() -> set("EXPORTS", null, null, "văn bản lưu ở sở"));
        in(() -> set("NTM_COMMUNES", null, null, "văn bản lưu ở sở"));
        assertThat(steps()).as("for one reason one step").hasSize(3);
        assertThat(steps().getLast().instrument()).isNull();
        assertThat(steps().getLast().reason()).isEqualTo("văn bản lưu ở sở");
        assertThat(in(() -> House.get(PlanView.class).require(plan.id())).status())
                .isEqualTo(PlanStatus.AMENDED);
    }

    private Target set(
            String indicator, @Nullable LocalDate decidedOn, @Nullable UUID instrument, @Nullable String reason) {
        return House.get(SetTarget.class)
                .set(Story.added(
                        plan, indicator, Objects.requireNonNull(UNITS.get(indicator)), decidedOn, instrument, reason));
    }

    private static Revision amend(
            UUID target, int seen, String amount, @Nullable LocalDate decidedOn, @Nullable UUID instrument) {
        AmendTarget.Command asked = Story.amendment(target, seen, amount);
        return House.get(AmendTarget.class)
                .amend(new AmendTarget.Command(
                        target, seen, asked.aim(), "điều chỉnh", "Nghị quyết", "vì bão", decidedOn, instrument));
    }

    @Test
    void whoSetsATargetWhileThePlanIsBeingClosedWaitsAndIsTold() {
        advance(1, PlanStatus.ADOPTED, resolution, END_OF_2023);
        Supplier<Object> closeOrSet = new Supplier<>() {
            private boolean closes = true;

            @Override
            public synchronized Object get() {
                boolean first = closes;
                closes = false;
                return first
                        ? House.get(AdvancePlan.class)
                                .advance(command(plan.id(), 2, PlanStatus.CLOSED, null, END_OF_2023))
                        : Story.target(plan, "POVERTY_RATE", "%", "5");
            }
        };
        assertThat(AtOnce.refused(province, closeOrSet).code()).isEqualTo("plan-closed");
    }

    @Test
    void anotherProvincesPlanIsUnknownLikeOneThatNeverWas() {
        TenantId other = House.province();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> House.in(
                        other,
                        () -> House.get(AdvancePlan.class)
                                .advance(command(plan.id(), 1, PlanStatus.ADOPTED, resolution, END_OF_2023))))
                .withMessageStartingWith("unknown-plan");
    }

    private Plan advance(int version, PlanStatus status, @Nullable UUID instrument, LocalDate day) {
        return in(() -> advance(plan.id(), version, status, instrument, day));
    }

    private static Plan advance(UUID plan, int version, PlanStatus status, @Nullable UUID instrument, LocalDate day) {
        return House.get(AdvancePlan.class).advance(command(plan, version, status, instrument, day));
    }

    private static AdvancePlan.Command command(
            UUID plan, int version, PlanStatus status, @Nullable UUID instrument, LocalDate day) {
        return new AdvancePlan.Command(
                plan, version, status, instrument, day, status == PlanStatus.AMENDED ? "vì bão" : null);
    }

    private List<PlanStep> steps() {
        return in(() -> House.get(PlanView.class).steps(plan.id()));
    }

    private String refusal(Supplier<?> work) {
        try {
            in(work::get);
            return "";
        } catch (Refusal refused) {
            return refused.code();
        }
    }

    private <T> T in(Supplier<T> work) {
        return House.in(province, work);
    }
}
