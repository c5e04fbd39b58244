package vn.cotmoc.core.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.cotmoc.core.areas.Area;
import vn.cotmoc.core.areas.AreaLevel;
import vn.cotmoc.core.areas.AreaView;
import vn.cotmoc.core.areas.CorrectArea;
import vn.cotmoc.core.house.AtOnce;
import vn.cotmoc.core.house.House;
import vn.cotmoc.core.house.Story;
import vn.cotmoc.core.instruments.AddInstrument;
import vn.cotmoc.core.instruments.CorrectInstrument;
import vn.cotmoc.core.instruments.Instrument;
import vn.cotmoc.core.instruments.InstrumentView;
import vn.cotmoc.core.observations.WithdrawObservation;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.plans.AdvancePlan;
import vn.cotmoc.core.plans.CorrectTitle;
import vn.cotmoc.core.plans.DrawUpPlan;
import vn.cotmoc.core.plans.Plan;
import vn.cotmoc.core.plans.PlanStatus;
import vn.cotmoc.core.plans.PlanStep;
import vn.cotmoc.core.plans.PlanView;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.statements.CorrectStatement;
import vn.cotmoc.core.statements.QuoteStatement;
import vn.cotmoc.core.statements.Statement;
import vn.cotmoc.core.statements.StatementView;
import vn.cotmoc.core.targets.AmendTarget;
import vn.cotmoc.core.targets.Revision;
import vn.cotmoc.core.targets.Target;
import vn.cotmoc.core.targets.TargetView;
import vn.cotmoc.core.targets.WithdrawTarget;
import vn.cotmoc.core.targets.Withdrawn;
import vn.cotmoc.core.tenancy.TenantId;

/** What was written down wrongly is mended by whoever has seen it as it is, and the trail keeps what stood there and why it went. */
class CorrectionsIT {

    private static final LocalDate ISSUED = LocalDate.of(2022, 12, 9);

    private TenantId province;
    private Instrument paper;
    private Area commune;
    private Plan plan;

    @BeforeEach
    void aProvince() {
        province = House.province();
        paper = in(() -> Story.instrument("15/NQ-HĐND"));
        commune = in(() -> Story.area("Xã Bảng Nhai", AreaLevel.COMMUNE, "N1"));
        plan = in(() -> Story.plan("2023"));
    }

    @Test
    void anInstrumentsNumberAndDay() {
        Instrument corrected = in(() -> numbered(1, "51/NQ-HĐND", LocalDate.of(2022, 12, 6)));
        assertThat(corrected.version()).isEqualTo(2);
        assertThat(in(() -> House.get(InstrumentView.class).require(paper.id())))
                .isEqualTo(corrected);
        Change change = newest("instrument", paper.id());
        assertThat(change.act()).isEqualTo(Act.CHANGED);
        assertThat(change.was()).isEqualTo(Map.of("number", "15/NQ-HĐND", "issuedOn", "2022-12-09"));
        assertThat(change.became())
                .isEqualTo(Map.of("number", "51/NQ-HĐND", "issuedOn", "2022-12-06", "reason", "chép nhầm"));
    }

    @Test
    void theDaysOfDecisionsThatWereTakenFromItAreMendedToo() {
        Target amended = in(() -> Story.target(plan, "POVERTY_RATE", "%", "5"));
        Target withdrawn = in(() -> Story.target(plan, "GRDP_GROWTH", "%", "8"));
        in(() -> amend(amended, 1, null));
        in(() -> amend(amended, 2, ISSUED.plusDays(60)));
        in(() -> {
            House.get(WithdrawTarget.class)
                    .withdraw(new WithdrawTarget.Command(withdrawn.id(), 1, "giao lại", null, paper.id()));
            return "";
        });
        LocalDate right = ISSUED.plusDays(30);
        in(() -> numbered(1, "15/NQ-HĐND", right));
        TargetView.Line seen = in(() -> House.get(TargetView.class).require(amended.id()));
        assertThat(seen.revisions()).extracting(Revision::decidedOn).containsExactly(null, right, ISSUED.plusDays(60));
        assertThat(in(() -> House.get(TargetView.class).require(withdrawn.id()))
                        .target()
                        .withdrawn())
                .isNotNull()
                .extracting(Withdrawn::on)
                .isEqualTo(right);
        assertThat(in(() -> House.get(PlanView.class).steps(plan.id())))
                .filteredOn(step -> paper.id().equals(step.instrument()))
                .extracting(PlanStep::decidedOn)
                .contains(right)
                .doesNotContain(ISSUED);
        Change change = newest("target_revision", amended.id() + "/2");
        assertThat(change.was()).containsEntry("decidedOn", "2022-12-09");
        assertThat(change.became()).containsEntry("decidedOn", "2023-01-08").containsEntry("reason", "chép nhầm");
        assertThat(refused(() -> numbered(2, "15/NQ-HĐND", ISSUED.plusDays(61))))
                .as("the amendment after it would come before it")
                .startsWith("redated-before {indicator=POVERTY_RATE");
        assertThat(in(() -> House.get(InstrumentView.class).require(paper.id())).issuedOn())
                .as("all or nothing")
                .isEqualTo(right);
    }

    @Test
    void anInstrumentStaysTheOnlyOneOfItsNumberAndDay() {
        in(() -> Story.instrument("16/NQ-HĐND"));
        assertThat(refused(() -> numbered(1, "16/NQ-HĐND", ISSUED)))
                .isEqualTo("instrument-exists {number=16/NQ-HĐND, issuedOn=2022-12-09, issuer=" + paper.issuer() + "}");
        assertThat(refused(() -> numbered(1, "15/NQ-HĐND", LocalDate.MAX))).startsWith("instrument-ahead");
        assertThat(refused(() -> numbered(1, "15/NQ-HĐND", ISSUED))).isEqualTo("correction-none {}");
        assertThat(refused(() -> numbered(2, "17/NQ-HĐND", ISSUED))).isEqualTo("instrument-changed {version=1}");
    }

    @Test
    void ofTwoAtOnceOneIsTold() {
        assertThat(AtOnce.refused(province, () -> numbered(1, "17/NQ-HĐND", ISSUED))
                        .code())
                .isEqualTo("instrument-changed");
    }

    @Test
    void ofTwoThatBecomeOneNumberAtOnceOneIsTold() {
        Instrument other = in(() -> Story.instrument("16/NQ-HĐND"));
        assertThat(AtOnce.refused(
                                province,
                                () -> numbered(1, "17/NQ-HĐND", ISSUED),
                                () -> numbered(other, 1, "17/NQ-HĐND", ISSUED))
                        .code())
                .isEqualTo("instrument-exists");
    }

    @Test
    void theSpellingOfAnArea() {
        Area corrected = in(() -> House.get(CorrectArea.class)
                .correct(new CorrectArea.Command(commune.id(), 1, "Xã Bản Nhai", "N2", commune.source(), "chép nhầm")));
        assertThat(in(() -> House.get(AreaView.class).require(commune.id()))).isEqualTo(corrected);
        Change change = newest("area", commune.id());
        assertThat(change.was()).isEqualTo(Map.of("name", "Xã Bảng Nhai", "code", "N1"));
        assertThat(change.became()).isEqualTo(Map.of("name", "Xã Bản Nhai", "code", "N2", "reason", "chép nhầm"));
    }

    @Test
    void theProvinceIsNotCalledOtherwiseByACorrection() {
        in(() -> Story.area("Xã Khác", AreaLevel.COMMUNE, "N3"));
        UUID itself = in(() -> House.get(AreaView.class).resolve(null, ""));
        assertThat(refused(() -> spelled(itself, 1, "N9"))).startsWith("area-province");
        assertThat(refused(() -> spelled(commune.id(), 1, "N3"))).startsWith("area-code-taken");
        assertThat(refused(() -> spelled(commune.id(), 1, "n 3"))).startsWith("area-code");
        assertThat(refused(() -> spelled(commune.id(), 3, "N4"))).isEqualTo("area-changed {version=1}");
        assertThat(refused(() -> spelled(UUID.randomUUID(), 1, "N4"))).startsWith("unknown-area");
    }

    @Test
    void aPlansTitleUntilItIsClosed() {
        Plan corrected = in(() -> titled(1, "Kế hoạch năm 2023"));
        assertThat(in(() -> House.get(PlanView.class).require(plan.id())).title())
                .isEqualTo("Kế hoạch năm 2023");
        assertThat(newest("plan", plan.id()).was()).isEqualTo(Map.of("title", plan.title()));
        assertThat(refused(() -> titled(1, "Kế hoạch"))).isEqualTo("plan-changed {version=2}");
        assertThat(refused(() -> titled(2, "Kế hoạch năm 2023"))).isEqualTo("correction-none {}");
        in(() -> House.get(AdvancePlan.class)
                .advance(new AdvancePlan.Command(
                        plan.id(), corrected.version(), PlanStatus.CLOSED, null, Story.END_OF_2023, null)));
        assertThat(refused(() -> titled(3, "Kế hoạch"))).startsWith("plan-closed");
    }

    @Test
    void aPlansTitleStaysItsOwn() {
        in(() -> House.get(DrawUpPlan.class)
                .drawUp(Story.begun(Period.ofYear(2023), "Kế hoạch thu", PlanStatus.ASSIGNED)));
        assertThat(refused(() -> titled(1, "KẾ HOẠCH  THU"))).startsWith("plan-exists");
    }

    @Test
    void aStatementsWordsAndWhatItIsTiedTo() {
        UUID one = in(() -> Story.figure("GRDP_GROWTH", "%", "2021", "7")).id();
        UUID two = in(() -> Story.figure("GRDP_GROWTH", "%", "2022", "8")).id();
        Statement kept = in(() -> House.get(QuoteStatement.class).quote(said("trên 10%", 1, null, one, two)));
        Statement corrected = in(() -> correct(said("trên 10 %", 1, plan.id(), two, one)));
        assertThat(corrected.version()).isEqualTo(2);
        assertThat(in(() -> House.get(StatementView.class).find("L01"))).contains(corrected);
        Change change = newest("statement", "L01");
        assertThat(change.was())
                .isEqualTo(Map.of(
                        "quote", "trên 10%", "observationId", one.toString(), "observationId 2", two.toString()));
        assertThat(change.became())
                .containsEntry("quote", "trên 10 %")
                .containsEntry("planId", plan.id().toString())
                .containsEntry("observationId 2", one.toString())
                .containsEntry("reason", "chép nhầm");
        assertThat(in(() -> correct(said("trên 10 %", 2, plan.id()))).observations())
                .isEmpty();
        assertThat(refused(() -> correct(kept))).isEqualTo("statement-changed {version=3}");
        assertThat(refused(() -> correct(said("trên 10 %", 3, plan.id())))).isEqualTo("correction-none {}");
        assertThat(refused(() -> correct(said("trên 10 %", 3, UUID.randomUUID()))))
                .startsWith("unknown-plan");
        assertThat(refused(() -> correct(Story.statement("L02", null, null, null))))
                .isEqualTo("unknown-statement {statement=L02}");
    }

    @Test
    void aPlansStatementsAreThoseOfItsTargetsToo() {
        Target target = in(() -> Story.target(plan, "GRDP_GROWTH", "%", "8"));
        Statement ofTarget = in(() -> quote(tied(null, target.id(), "2023")));
        assertThat(in(() -> House.get(StatementView.class).list(plan.id(), null, null, 5)))
                .containsExactly(ofTarget);
        Plan other = in(() -> Story.plan("2024"));
        assertThat(in(() -> House.get(StatementView.class).list(other.id(), null, null, 5)))
                .isEmpty();
    }

    @Test
    void aStatementSpeaksOfItsOwnPlanAndYearsAndOfFiguresThatCount() {
        Target target = in(() -> Story.target(plan, "GRDP_GROWTH", "%", "8"));
        Plan other = in(() -> Story.plan("2024"));
        assertThat(refused(() -> quote(tied(other.id(), target.id(), "2023"))))
                .startsWith("statement-plan {indicator=GRDP_GROWTH");
        assertThat(refused(() -> quote(tied(null, target.id(), "2024")))).startsWith("statement-period");
        UUID taken = in(() -> Story.figure("GRDP_GROWTH", "%", "2021", "7")).id();
        in(() -> quote(Story.statement("L03", null, null, taken)));
        in(() -> {
            House.get(WithdrawObservation.class).withdraw(new WithdrawObservation.Command(taken, "nhầm", false));
            return "";
        });
        assertThat(refused(() -> quote(Story.statement("L04", null, null, taken))))
                .startsWith("observation-withdrawn");
        Statement kept = in(() -> House.get(StatementView.class).find("L03")).orElseThrow();
        assertThat(in(() -> correct(new Statement(
                                kept.code(),
                                kept.kind(),
                                "trên 10 %",
                                kept.source(),
                                null,
                                kept.period(),
                                plan.id(),
                                target.id(),
                                null,
                                1,
                                kept.observations())))
                        .observations())
                .as("what it was tied to before stays")
                .containsExactly(taken);
    }

    private static Statement tied(@Nullable UUID plan, UUID target, String period) {
        Statement told = Story.statement("L01", plan, target, null);
        return new Statement(
                told.code(),
                told.kind(),
                told.quote(),
                told.source(),
                null,
                Period.parse(period),
                plan,
                target,
                null,
                1,
                List.of());
    }

    private static Statement quote(Statement statement) {
        return House.get(QuoteStatement.class).quote(statement);
    }

    private Revision amend(Target target, int seen, @Nullable LocalDate decidedOn) {
        AmendTarget.Command asked = Story.amendment(target.id(), seen, "6");
        return House.get(AmendTarget.class)
                .amend(new AmendTarget.Command(
                        target.id(),
                        seen,
                        asked.aim(),
                        asked.wording(),
                        asked.source(),
                        asked.reason(),
                        decidedOn,
                        paper.id()));
    }

    private static Statement said(String quote, int version, @Nullable UUID plan, UUID... figures) {
        Statement told = Story.statement("L01", plan, null, null);
        return new Statement(
                told.code(),
                told.kind(),
                quote,
                told.source(),
                told.note(),
                told.period(),
                plan,
                null,
                null,
                version,
                List.of(figures));
    }

    private static Statement correct(Statement right) {
        return House.get(CorrectStatement.class).correct(new CorrectStatement.Command(right, "chép nhầm"));
    }

    private Instrument numbered(int seen, String number, LocalDate issuedOn) {
        return numbered(paper, seen, number, issuedOn);
    }

    private static Instrument numbered(Instrument paper, int seen, String number, LocalDate issuedOn) {
        return House.get(CorrectInstrument.class)
                .correct(new CorrectInstrument.Command(
                        paper.id(),
                        seen,
                        new AddInstrument.Command(
                                paper.kind(), number, issuedOn, paper.issuer(), paper.title(), paper.link()),
                        "chép nhầm"));
    }

    private static Area spelled(UUID area, int seen, String code) {
        return House.get(CorrectArea.class)
                .correct(new CorrectArea.Command(area, seen, "Xã Bản Nhai", code, null, "chép nhầm"));
    }

    private Plan titled(int seen, String title) {
        return House.get(CorrectTitle.class).correct(new CorrectTitle.Command(plan.id(), seen, title, "chép nhầm"));
    }

    private Change newest(String subject, Object key) {
        return in(() -> House.get(ChangeView.class)
                        .list(new ChangeView.Query(subject, key.toString(), null, null, null, null, null, 1)))
                .getFirst();
    }

    private String refused(Supplier<?> work) {
        return String.valueOf(
                catchThrowableOfType(Refusal.class, () -> in(work)).getMessage());
    }

    private <T> T in(Supplier<T> work) {
        return House.in(province, work);
    }
}
