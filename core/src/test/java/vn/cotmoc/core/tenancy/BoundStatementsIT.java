package vn.cotmoc.core.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.cotmoc.core.house.Story.END_OF_2023;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.cotmoc.core.archive.ExportProvince;
import vn.cotmoc.core.archive.ImportProvince;
import vn.cotmoc.core.areas.Area;
import vn.cotmoc.core.areas.AreaLevel;
import vn.cotmoc.core.areas.AreaView;
import vn.cotmoc.core.areas.CorrectArea;
import vn.cotmoc.core.areas.RecordProvinceSuccession;
import vn.cotmoc.core.areas.RecordSuccession;
import vn.cotmoc.core.areas.SuccessionKind;
import vn.cotmoc.core.audit.ChangeView;
import vn.cotmoc.core.authoring.Authoring;
import vn.cotmoc.core.cases.Case;
import vn.cotmoc.core.cases.CaseAct;
import vn.cotmoc.core.cases.CaseStatus;
import vn.cotmoc.core.cases.CaseView;
import vn.cotmoc.core.cases.DecideCase;
import vn.cotmoc.core.cases.ExplainCase;
import vn.cotmoc.core.cases.WatchCases;
import vn.cotmoc.core.charges.ChargeView;
import vn.cotmoc.core.charges.PutInCharge;
import vn.cotmoc.core.checks.Limits;
import vn.cotmoc.core.checks.SetChecks;
import vn.cotmoc.core.coherence.CoherenceView;
import vn.cotmoc.core.evidence.About;
import vn.cotmoc.core.evidence.AttachEvidence;
import vn.cotmoc.core.evidence.Evidence;
import vn.cotmoc.core.evidence.EvidenceView;
import vn.cotmoc.core.evidence.OpenEvidence;
import vn.cotmoc.core.forms.Form;
import vn.cotmoc.core.forms.Frequency;
import vn.cotmoc.core.forms.SetUpForm;
import vn.cotmoc.core.house.House;
import vn.cotmoc.core.house.Measures;
import vn.cotmoc.core.house.Recorded;
import vn.cotmoc.core.house.Story;
import vn.cotmoc.core.impacts.Nation;
import vn.cotmoc.core.indicators.AddIndicator;
import vn.cotmoc.core.indicators.Cadence;
import vn.cotmoc.core.indicators.CatalogueView;
import vn.cotmoc.core.indicators.CorrectIndicator;
import vn.cotmoc.core.indicators.Direction;
import vn.cotmoc.core.indicators.Indicator;
import vn.cotmoc.core.indicators.IndicatorStore;
import vn.cotmoc.core.indicators.IndicatorView;
import vn.cotmoc.core.indicators.LeadUnits;
import vn.cotmoc.core.indicators.MeasureKind;
import vn.cotmoc.core.instruments.AddInstrument;
import vn.cotmoc.core.instruments.CorrectInstrument;
import vn.cotmoc.core.instruments.Instrument;
import vn.cotmoc.core.instruments.InstrumentView;
import vn.cotmoc.core.measure.Amount;
import vn.cotmoc.core.names.NameView;
import vn.cotmoc.core.notifications.Notice;
import vn.cotmoc.core.notifications.NotificationView;
import vn.cotmoc.core.notifications.ReadNotifications;
import vn.cotmoc.core.observations.CourseView;
import vn.cotmoc.core.observations.FigureView;
import vn.cotmoc.core.observations.FiguresOf;
import vn.cotmoc.core.observations.Observation;
import vn.cotmoc.core.observations.ObservationStatus;
import vn.cotmoc.core.observations.ObservationView;
import vn.cotmoc.core.observations.RecordObservation;
import vn.cotmoc.core.observations.RecordObservations;
import vn.cotmoc.core.observations.RemarkView;
import vn.cotmoc.core.observations.WithdrawObservation;
import vn.cotmoc.core.pace.OutlookView;
import vn.cotmoc.core.periods.Calendar;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.plans.AdvancePlan;
import vn.cotmoc.core.plans.CorrectTitle;
import vn.cotmoc.core.plans.Plan;
import vn.cotmoc.core.plans.PlanStatus;
import vn.cotmoc.core.plans.PlanStore;
import vn.cotmoc.core.plans.PlanView;
import vn.cotmoc.core.provinces.Beginning;
import vn.cotmoc.core.provinces.Opening;
import vn.cotmoc.core.provinces.OpeningStep;
import vn.cotmoc.core.provinces.OpeningStore;
import vn.cotmoc.core.provinces.ProvinceStore;
import vn.cotmoc.core.provinces.ProvinceView;
import vn.cotmoc.core.proxies.ProxyView;
import vn.cotmoc.core.publications.OverviewView;
import vn.cotmoc.core.publications.PublishFigures;
import vn.cotmoc.core.readiness.ReadinessCheck;
import vn.cotmoc.core.reconciliation.ReconciliationView;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.replay.CompareRuns;
import vn.cotmoc.core.replay.ReplayRun;
import vn.cotmoc.core.replies.AnswerOnce;
import vn.cotmoc.core.replies.Reply;
import vn.cotmoc.core.rescoring.Rescorings;
import vn.cotmoc.core.rollups.RollUpProvince;
import vn.cotmoc.core.rulesets.ChooseRules;
import vn.cotmoc.core.rulesets.RuleChoice;
import vn.cotmoc.core.rulesets.RuleChoiceView;
import vn.cotmoc.core.scoring.Aims;
import vn.cotmoc.core.scoring.ScorePlan;
import vn.cotmoc.core.scoring.Scorecard;
import vn.cotmoc.core.scoring.ScorecardView;
import vn.cotmoc.core.scoring.ScoringEngine.EngineFailure;
import vn.cotmoc.core.scoring.Severity;
import vn.cotmoc.core.scoring.Steps;
import vn.cotmoc.core.sheets.ConfirmImport;
import vn.cotmoc.core.sheets.Import;
import vn.cotmoc.core.sheets.ImportView;
import vn.cotmoc.core.sheets.Uploads;
import vn.cotmoc.core.statements.CorrectStatement;
import vn.cotmoc.core.statements.QuoteStatement;
import vn.cotmoc.core.statements.Statement;
import vn.cotmoc.core.statements.StatementKind;
import vn.cotmoc.core.statements.StatementView;
import vn.cotmoc.core.subgroups.SubgroupView;
import vn.cotmoc.core.submissions.BeginSubmission;
import vn.cotmoc.core.submissions.DecideReport;
import vn.cotmoc.core.submissions.DutyView;
import vn.cotmoc.core.submissions.EnterFigures;
import vn.cotmoc.core.submissions.RemindUnits;
import vn.cotmoc.core.submissions.Submission;
import vn.cotmoc.core.submissions.SubmissionStatus;
import vn.cotmoc.core.submissions.SubmissionView;
import vn.cotmoc.core.submissions.SubmitReport;
import vn.cotmoc.core.tables.DefaultSchema;
import vn.cotmoc.core.tables.Tables;
import vn.cotmoc.core.targets.AmendTarget;
import vn.cotmoc.core.targets.Authority;
import vn.cotmoc.core.targets.Basis;
import vn.cotmoc.core.targets.Named;
import vn.cotmoc.core.targets.SetTarget;
import vn.cotmoc.core.targets.Strictness;
import vn.cotmoc.core.targets.Target;
import vn.cotmoc.core.targets.TargetView;
import vn.cotmoc.core.targets.WithdrawTarget;
import vn.cotmoc.core.tasks.AddTask;
import vn.cotmoc.core.tasks.RemindTasks;
import vn.cotmoc.core.tasks.ReportProgress;
import vn.cotmoc.core.tasks.Task;
import vn.cotmoc.core.tasks.TaskStatus;
import vn.cotmoc.core.tasks.TaskView;
import vn.cotmoc.core.thresholds.SetThreshold;
import vn.cotmoc.core.thresholds.ThresholdView;
import vn.cotmoc.core.trajectories.SetTrajectory;
import vn.cotmoc.core.units.AssignIndicator;
import vn.cotmoc.core.units.Assignment;
import vn.cotmoc.core.units.ChangeUnit;
import vn.cotmoc.core.units.MoveMember;
import vn.cotmoc.core.units.Unit;
import vn.cotmoc.core.units.UnitKind;
import vn.cotmoc.core.units.UnitView;
import vn.cotmoc.core.upkeep.ForgetOldIT;

/**
 * A province works through everything that the house can do, and every statement that reaches PostgreSQL is read: on a table of
 * the provinces it binds {@code tenant_id = ?} itself, for row-level security is only the net beneath. A store or view that the
 * story leaves out fails here too, so that a new one joins.
 */
class BoundStatementsIT {

    private static final Set<String> SHARED = Set.of(Tables.TENANT.getName(), Tables.OPENING.getName());

    /** The ministry's role works for no province; the database lets it read these and nothing else. */
    private static final Set<String> OF_THE_MINISTRY =
            Set.of("published_figure", "published_plan", "published_withdrawal", "rule_impact");

    private static final Set<String> TENANT_TABLES = DefaultSchema.DEFAULT_SCHEMA.getTables().stream()
            .filter(table -> table.field("tenant_id") != null && !SHARED.contains(table.getName()))
            .map(table -> table.getName())
            .collect(Collectors.toSet());

    private static List<Recorded.Executed> statements = List.of();

    @BeforeAll
    static void everythingIsUsed() {
        TenantId province = House.province();
        openings();
        House.in(province, () -> {
            indicatorsAndAreas();
            units();
            plansAndFigures();
            reports();
            cases();
            replies();
            return province;
        });
        Nation.everything(province);
        takeAlong(province);
        House.get(OverviewView.class).overview(END_OF_2023);
        House.all(ReadinessCheck.class).forEach(ReadinessCheck::fault);
        statements = House.get(Recorded.class).statements();
    }

    private static void openings() {
        TenantId id = new TenantId("tinh-dang-mo");
        Opening.FirstAdministrator administrator =
                new Opening.FirstAdministrator("quan-tri", "quan-tri@example.vn", "Trị", "Quản");
        OpeningStore openings = House.get(OpeningStore.class);
        openings.add(new Opening(
                id,
                "Đang mở",
                "Opening",
                "99",
                false,
                Beginning.CATALOGUE,
                administrator,
                OpeningStep.REQUESTED,
                null,
                "a",
                Instant.EPOCH));
        openings.correctAdministrator(id, administrator);
        openings.stopped(id, "thử");
        openings.reached(id, OpeningStep.ORGANIZATION);
        assertThat(openings.find(id)).isPresent();
        House.get(ProvinceStore.class).find(id);
        House.get(ProvinceView.class).list(null, 5);
        House.get(ProvinceView.class).find(id);
    }

    private static void indicatorsAndAreas() {
        House.get(AddIndicator.class).add(Measures.communes("OWN"));
        House.get(IndicatorView.class).list("society", "A", 5);
        House.get(IndicatorView.class).require("OWN");
        House.get(IndicatorStore.class).requireInUse("OWN", "/indicator");
        House.get(CorrectIndicator.class)
                .correct(Measures.of("OWN", "xã", "communes", MeasureKind.LEVEL, Direction.HIGHER_IS_BETTER));
        House.get(AddIndicator.class).add(Measures.calculated("OWN_SHARE", "OWN / COMMUNES_TOTAL * 100"));
        proxies();
        House.get(CatalogueView.class).list("A", 5);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> House.get(AddIndicator.class).adopt("GRDP_GROWTH"));
        Area commune = Story.area("Xã Một", AreaLevel.COMMUNE, "1");
        House.get(AreaView.class).list(END_OF_2023, new UUID(0, 0), 5);
        House.get(AreaView.class).require(commune.id());
        Story.unit("XA1", UnitKind.COMMUNE_COMMITTEE, commune.id());
        House.get(RecordSuccession.class)
                .record(new RecordSuccession.Command(
                        SuccessionKind.ABOLISHED,
                        END_OF_2023,
                        "Nghị quyết 2",
                        List.of(commune.id()),
                        List.of(),
                        List.of()));
        assertThat(House.get(AreaView.class).successions(commune.id())).hasSize(1);
        House.get(AreaView.class).resolve(null, "area");
        House.get(AreaView.class).origins(commune.id(), LocalDate.of(2022, 1, 1), END_OF_2023);
        House.get(RecordProvinceSuccession.class)
                .record(new RecordProvinceSuccession.Command(
                        END_OF_2023,
                        "Nghị quyết 3",
                        "Tỉnh Mới",
                        "11",
                        List.of(new RecordProvinceSuccession.Joined("Tỉnh Cũ", "12"))));
    }

    private static void proxies() {
        Indicator oftener = Measures.linked(Measures.communes("OFTENER"), Cadence.MONTH, null);
        House.get(AddIndicator.class).add(oftener);
        Indicator own = House.get(IndicatorView.class).require("OWN");
        House.get(CorrectIndicator.class).correct(Measures.linked(own, Cadence.YEAR, "OFTENER"));
        assertThatExceptionOfType(Refusal.class)
                .as("it is the proxy of a yearly one")
                .isThrownBy(
                        () -> House.get(CorrectIndicator.class).correct(Measures.linked(oftener, Cadence.YEAR, null)));
    }

    private static void units() {
        Unit unit = Story.unit("SYT", UnitKind.DEPARTMENT, null);
        House.get(ChangeUnit.class).change(new ChangeUnit.Command(unit.id(), 1, "Sở Y tế", "Health", null));
        House.get(UnitView.class).list(new UUID(0, 0), 5);
        House.get(UnitView.class).require(unit.id());
        House.get(MoveMember.class).into(unit.id(), "nguoi-moi");
        House.get(MoveMember.class).outOf(unit.id(), "nguoi-moi");
        assertThat(House.get(UnitView.class).members(unit.id())).isEmpty();
        assertThat(House.get(UnitView.class).ofMember("nguoi-thu")).isPresent();
        Assignment assignment =
                House.get(AssignIndicator.class).assign(new AssignIndicator.Command(unit.id(), "OWN", null));
        House.get(AssignIndicator.class).withdraw(unit.id(), assignment.id());
        assertThat(House.get(UnitView.class).assignments(unit.id())).isEmpty();
    }

    private static void withdraws() {
        Target mistaken = Story.target(Story.draft("2033"), "OWN", "xã", "10");
        House.get(WithdrawTarget.class).withdraw(new WithdrawTarget.Command(mistaken.id(), 1, "nhầm", null, null));
    }

    private static void plansAndFigures() {
        Plan plan = Story.plan("2023");
        House.get(PlanStore.class).require(plan.id());
        House.get(PlanView.class).list(new UUID(0, 0), 5);
        House.get(PlanView.class).require(plan.id());
        Target target = Story.target(plan, "OWN", "xã", "10");
        Story.target(plan, "GRDP_GROWTH", "%", "8");
        House.get(AmendTarget.class).amend(Story.amendment(target.id(), 1, "11"));
        House.get(TargetView.class).require(target.id());
        withdraws();
        Observation figure = Story.figure("OWN", "xã", "2023", "12");
        Story.figure("GRDP_GROWTH", "%", "2023", "7.5");
        House.get(ObservationView.class)
                .list(new ObservationView.Query(
                        "OWN", figure.area(), Period.ofYear(2023), END_OF_2023, new UUID(0, 0), 5));
        assertThat(House.get(ObservationView.class).of(Set.of(figure.id())))
                .contains(Set.of(new FiguresOf("OWN", figure.area())));
        checks();
        FigureView.Query asked =
                new FigureView.Query("OWN_SHARE", null, Period.ofYear(2023), Calendar.CIVIL, END_OF_2023);
        House.get(FigureView.class).figure(asked);
        House.get(FigureView.class).together(asked);
        House.get(ChangeView.class)
                .list(new ChangeView.Query("plan", "k", "a", END_OF_2023, END_OF_2023, "chữ", new UUID(0, 0), 5));
        assertThat(House.get(NameView.class)
                        .of(List.of(
                                "OWN",
                                plan.id().toString(),
                                target.id().toString(),
                                figure.id().toString())))
                .hasSize(4);
        lifeOfAPlan(plan, target);
        evidence(figure);
        House.get(QuoteStatement.class).quote(Story.statement("L01", plan.id(), target.id(), figure.id()));
        House.get(StatementView.class).list(plan.id(), StatementKind.TARGET, "A", 5);
        House.get(StatementView.class).of(List.of(target.id()));
        House.get(SetThreshold.class).set(Story.threshold("OWN", 0, "1.1"));
        House.get(ThresholdView.class).all();
        House.in(TenantId.NATION, () -> Story.nationsThreshold("1.1"));
        House.get(ChooseRules.class)
                .choose(new ChooseRules.Command(null, 0, "fake", false, null, LocalDate.of(2023, 1, 1), "Để kiểm thử"));
        Authoring.everything();
        RuleChoiceView choices = House.get(RuleChoiceView.class);
        RuleChoice chosen = choices.all().versions().getFirst();
        RuleChoice ofNoSet = new RuleChoice(
                chosen.id(), null, 1, "0".repeat(64), null, chosen.validFrom(), "", chosen.recordedAt(), "nobody");
        assertThatExceptionOfType(EngineFailure.class).isThrownBy(() -> choices.chosen(ofNoSet));
        Scorecard scorecard = House.get(ScorePlan.class).score(plan.id(), END_OF_2023, Aims.CURRENT);
        House.get(ScorecardView.class).list(plan.id(), new UUID(0, 0), 5);
        House.get(ScorecardView.class).require(scorecard.id());
        assertThat(House.get(RollUpProvince.class).rollUp(END_OF_2023).plans()).isNotEmpty();
        assertThat(House.get(ReplayRun.class).replay(scorecard.id()).others()).isEmpty();
        assertThat(House.get(CompareRuns.class)
                        .compare(scorecard.id(), scorecard.id())
                        .differences())
                .isEmpty();
        assertThat(House.get(PublishFigures.class).publish(Period.ofYear(2023)))
                .isEqualTo(new PublishFigures.Published(Period.ofYear(2023), 1, 1));
    }

    private static void evidence(Observation figure) {
        Evidence evidence = House.get(AttachEvidence.class)
                .attach(
                        new AttachEvidence.Command(new About.Figure(figure.id()), "a.txt"),
                        new ByteArrayInputStream(new byte[] {'a'}));
        assertThat(House.get(OpenEvidence.class).open(evidence.id()).evidence().id())
                .isEqualTo(evidence.id());
        About paper = new About.Paper(Story.instrument("18/NQ-HĐND").id());
        assertThat(House.get(EvidenceView.class).of(paper)).isEmpty();
    }

    private static void checks() {
        House.get(SetChecks.class)
                .set(new SetChecks.Command("BUDGET_REVENUE", 0, Limits.OWN_DESIGN, END_OF_2023, "thử"));
        Story.figure("BUDGET_REVENUE", "tỷ đồng", "2022", "100");
        Observation warned = Story.figure("BUDGET_REVENUE", "tỷ đồng", "2023", "900");
        assertThat(House.get(RemarkView.class).of(List.of(warned.id()))).hasSize(1);
        House.get(RecordObservations.class)
                .record(new RecordObservations.Command(
                        List.<RecordObservations.Line>of(new RecordObservations.Line.Figure(
                                        1,
                                        new RecordObservation.Command(
                                                "BUDGET_REVENUE",
                                                null,
                                                "các huyện nghèo",
                                                Period.ofYear(2021),
                                                ObservationStatus.OFFICIAL,
                                                Amount.of(100),
                                                "tỷ đồng",
                                                null,
                                                "Báo cáo",
                                                null)))
                                .iterator(),
                        "0".repeat(64)));
        House.get(CourseView.class)
                .course(new CourseView.Query(
                        "BUDGET_REVENUE", null, "", Period.ofYear(2023), Calendar.CIVIL, END_OF_2023));
        House.get(WithdrawObservation.class).withdraw(new WithdrawObservation.Command(warned.id(), "nhầm", false));
    }

    private static void lifeOfAPlan(Plan plan, Target target) {
        Instrument instrument = Story.instrument("17/NQ-HĐND");
        House.get(InstrumentView.class).list(new UUID(0, 0), 5);
        House.get(AdvancePlan.class)
                .advance(new AdvancePlan.Command(
                        plan.id(), 2, PlanStatus.AMENDED, instrument.id(), END_OF_2023, "vì bão"));
        assertThat(House.get(PlanView.class).steps(plan.id())).hasSize(3);
        Unit owner = Story.unit("SNN", UnitKind.DEPARTMENT, null);
        House.get(LeadUnits.class).requireOpen("SNN", "/leadUnit");
        Unit helper = Story.unit("SLD", UnitKind.DEPARTMENT, null);
        House.get(SetTarget.class)
                .set(new SetTarget.Command(
                        plan.id(),
                        target.indicator(),
                        null,
                        "các huyện nghèo",
                        Authority.COUNCIL,
                        plan.period(),
                        Basis.PERIOD,
                        target.id(),
                        owner.id(),
                        List.of(new Named("huyện Tam Đường", null)),
                        Strictness.BINDING,
                        null,
                        null,
                        Story.atLeast("4"),
                        "xã",
                        "4 xã",
                        "Nghị quyết 1",
                        null,
                        instrument.id(),
                        null));
        assertThat(House.get(ReconciliationView.class).of(target.id()).parts()).hasSize(1);
        House.get(PutInCharge.class)
                .put(new PutInCharge.Command(target.id(), 0, owner.id(), List.of(helper.id()), "phân công"));
        assertThat(House.get(ChargeView.class).history(target.id())).hasSize(1);
        House.get(SetTrajectory.class).set(Story.path(target.id(), 0, "2023-H1 5"));
        assertThat(House.get(OutlookView.class).of(target.id(), END_OF_2023).history())
                .hasSize(1);
        assertThat(House.get(ProxyView.class).of(target.id(), END_OF_2023)).isPresent();
        House.get(CoherenceView.class).of(plan.id(), END_OF_2023);
        House.get(ScorePlan.class).score(plan.id(), END_OF_2023, Aims.ORIGINAL);
    }

    private static void reports() {
        Unit compiler = House.get(UnitView.class).ofMember(Story.ME).orElseThrow();
        SetUpForm.Content content = Story.monthly("2023-01", compiler.id(), Story.line("GRDP_GROWTH"));
        Form form = House.get(SetUpForm.class).add("BC-THANG", Frequency.MONTH, Calendar.CIVIL, content);
        House.get(SetUpForm.class).change(form.id(), 1, content);
        Period january = Period.parse("2023-01");
        House.get(SetUpForm.class).move(form.id(), january, new Form.Deadline(1, END_OF_2023, "vì bão"));
        Submission begun = House.get(BeginSubmission.class).begin(form.id(), january);
        sheets(begun);
        Submission filled = House.get(EnterFigures.class)
                .enter(new EnterFigures.Command(
                        begun.id(),
                        2,
                        List.of(new EnterFigures.Written(
                                "/figures/0", 1, ObservationStatus.OFFICIAL, Amount.of(7), "%", null, null))));
        Submission submitted = House.get(SubmitReport.class).submit(filled.id(), filled.version(), null);
        Submission approved = House.as("nguoi-duyet", () -> decide(submitted, SubmissionStatus.APPROVED));
        Submission locked = decide(approved, SubmissionStatus.LOCKED);
        decide(locked, SubmissionStatus.PUBLISHED);
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> Story.figure("GRDP_GROWTH", "%", "2023-01", "8"));
        House.get(SubmissionView.class)
                .list(new SubmissionView.Query(
                        form.id(), compiler.id(), january, SubmissionStatus.DRAFT, new UUID(0, 0), 5));
        assertThat(House.get(SubmissionView.class).lines(begun.id(), 0, 5)).hasSize(1);
        DutyView.Query asked = new DutyView.Query(form.id(), compiler.id(), january.firstDay(), END_OF_2023);
        assertThat(House.get(DutyView.class).punctuality(asked)).hasSize(1);
        House.get(RemindUnits.class).remind();
        Notice notice = House.get(NotificationView.class)
                .list(Set.of("approver"), new UUID(-1, -1), 5)
                .getFirst();
        House.get(ReadNotifications.class).read(List.of(notice.id()), Set.of("approver"));
        House.get(NotificationView.class).unread(Set.of("approver"));
    }

    private static void sheets(Submission report) {
        Import read = Uploads.filled(report.id(), 5);
        Import broken = Uploads.brokenInTheMiddle(report.id());
        assertThat(House.get(ImportView.class).of(report.id(), 5)).containsExactly(broken, read);
        assertThat(House.get(ConfirmImport.class)
                        .confirm(new ConfirmImport.Command(read.id(), ConfirmImport.Accept.ALL, Set.of()))
                        .became())
                .isEqualTo(2);
        assertThat(House.get(ImportView.class).rows(read.id(), null, 0, 5)).hasSize(1);
    }

    private static void cases() {
        Unit compiler = House.get(UnitView.class).ofMember(Story.ME).orElseThrow();
        Plan plan = Story.plan("2022");
        Target target = Story.target(plan, "GRDP_GROWTH", "%", "8");
        Observation figure = Story.figure("GRDP_GROWTH", "%", "2022", "7");
        House.get(ScorePlan.class).score(plan.id(), END_OF_2023, Aims.CURRENT);
        Case opened = House.get(CaseView.class)
                .list(new CaseView.Query(
                        plan.id(),
                        target.id(),
                        null,
                        CaseStatus.OPEN,
                        Severity.HIGH,
                        CaseView.Only.LIVE,
                        new UUID(-1, -1),
                        5))
                .getFirst()
                .about();
        DecideCase decideCase = House.get(DecideCase.class);
        decideCase.decide(new DecideCase.Command(opened.id(), 1, CaseAct.ASSIGNED, compiler.id(), null, null));
        decideCase.decide(new DecideCase.Command(opened.id(), 2, CaseAct.ACKNOWLEDGED, null, null, null));
        decideCase.decide(new DecideCase.Command(
                opened.id(),
                3,
                CaseAct.EXPLANATION_REQUESTED,
                null,
                LocalDate.now().plusDays(9),
                null));
        House.get(ExplainCase.class).explain(new ExplainCase.Command(opened.id(), 4, "vì bão", null));
        House.get(WatchCases.class).watch();
        assertThat(House.get(CaseView.class).steps(opened.id())).hasSize(5);
        assertThat(House.get(EvidenceView.class).of(new About.Explanation(opened.id())))
                .isEmpty();
        assertThat(House.get(ScorecardView.class).explanation(opened.scorecard(), target.id()))
                .isPresent();
        tasks(compiler, plan, target, opened);
        Steps.everything(plan.id(), figure);
        assertThat(Rescorings.everything(plan.id()).failure()).isEqualTo("unexpected");
    }

    private static void corrections(Statement quoted, Plan plan) {
        assertThat(House.get(SubgroupView.class).spelling("các huyện nghèo")).isEqualTo("các huyện nghèo");
        House.get(CorrectStatement.class)
                .correct(new CorrectStatement.Command(
                        new Statement(
                                quoted.code(),
                                quoted.kind(),
                                "giải ngân hết",
                                quoted.source(),
                                null,
                                null,
                                plan.id(),
                                null,
                                null,
                                1,
                                quoted.observations().reversed()),
                        "chép nhầm"));
        Instrument paper = Story.instrument("15/NQ-HĐND");
        Plan dated = Story.plan("2036");
        Target amended = Story.target(dated, "OWN", "xã", "10");
        Target withdrawn = Story.target(dated, "GRDP_GROWTH", "%", "8");
        AmendTarget.Command asked = Story.amendment(amended.id(), 1, "11");
        House.get(AmendTarget.class)
                .amend(new AmendTarget.Command(
                        amended.id(),
                        1,
                        asked.aim(),
                        asked.wording(),
                        asked.source(),
                        asked.reason(),
                        null,
                        paper.id()));
        House.get(WithdrawTarget.class)
                .withdraw(new WithdrawTarget.Command(withdrawn.id(), 1, "giao lại", null, paper.id()));
        House.get(SetTarget.class).set(Story.added(dated, "POVERTY_RATE", "%", null, paper.id(), null));
        House.get(CorrectInstrument.class)
                .correct(new CorrectInstrument.Command(
                        paper.id(),
                        1,
                        new AddInstrument.Command(
                                paper.kind(),
                                "51/NQ-HĐND",
                                paper.issuedOn().minusDays(1),
                                paper.issuer(),
                                paper.title(),
                                paper.link()),
                        "chép nhầm"));
        Area commune = Story.area("Xã Viết Sai", AreaLevel.COMMUNE, "S1");
        House.get(CorrectArea.class)
                .correct(new CorrectArea.Command(commune.id(), 1, "Xã Viết Đúng", "S2", null, "chép nhầm"));
        Plan titled = Story.draft("2035");
        House.get(CorrectTitle.class).correct(new CorrectTitle.Command(titled.id(), 1, "Kế hoạch đúng", "chép nhầm"));
    }

    private static void tasks(Unit compiler, Plan plan, Target target, Case about) {
        Unit helper = Story.unit("SCT", UnitKind.DEPARTMENT, null);
        Statement quoted = House.get(QuoteStatement.class)
                .quote(new Statement(
                        "T01",
                        StatementKind.TASK,
                        "giải ngân",
                        "Nghị quyết 1",
                        null,
                        null,
                        plan.id(),
                        null,
                        null,
                        1,
                        List.of(
                                Story.figure("GRDP_GROWTH", "%", "2021", "7").id(),
                                Story.figure("GRDP_GROWTH", "%", "2022", "8").id())));
        corrections(quoted, plan);
        Task task = House.get(AddTask.class)
                .add(new AddTask.Command(
                        plan.id(),
                        "Giải ngân",
                        null,
                        compiler.id(),
                        List.of(helper.id()),
                        END_OF_2023,
                        about.id(),
                        "T01",
                        List.of(target.id())));
        assertThat(House.get(RemindTasks.class).remind()).isOne();
        House.get(ReportProgress.class).report(new ReportProgress.Command(task.id(), 1, 40, "đang làm"));
        assertThat(House.get(TaskView.class).progress(task.id())).hasSize(1);
        assertThat(House.get(TaskView.class).require(task.id()).task().progress())
                .isEqualTo(40);
        House.get(TaskView.class)
                .list(new TaskView.Query(
                        plan.id(),
                        target.id(),
                        compiler.id(),
                        about.id(),
                        TaskStatus.OPEN,
                        TaskView.Only.OVERDUE,
                        new UUID(0, 0),
                        5));
        House.get(ReportProgress.class).drop(task.id(), 2, "không còn cần");
        assertThat(House.get(CaseView.class).require(about.id()).about().status())
                .isEqualTo(CaseStatus.OPEN);
    }

    private static Submission decide(Submission report, SubmissionStatus status) {
        return House.get(DecideReport.class)
                .decide(new DecideReport.Command(report.id(), report.version(), status, null));
    }

    private static void takeAlong(TenantId province) {
        try {
            Path archive = Files.createTempFile("cotmoc", ".zip");
            try (OutputStream to = Files.newOutputStream(archive)) {
                House.in(province, () -> House.get(ExportProvince.class).write(to));
            }
            House.in(
                    House.emptyProvince(), () -> House.get(ImportProvince.class).read(archive));
            Files.delete(archive);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void replies() {
        AnswerOnce.Call call = new AnswerOnce.Call("key", "POST /", "0".repeat(64));
        AnswerOnce answers = House.get(AnswerOnce.class);
        answers.answer(call, () -> new Reply(201, null, null, "{}"));
        assertThat(answers.given(call)).isPresent();
        ForgetOldIT.everything();
    }

    @Test
    void everyStatementBindsTheProvinceOnEveryTableThatItTouches() {
        assertThat(statements).hasSizeGreaterThan(40);
        assertThat(breaches(statements)).isEmpty();
    }

    @Test
    void aStatementThatForgotTheBindIsCaught() {
        List<Recorded.Executed> careless = House.in(
                House.province(),
                () -> House.transaction(() -> {
                    int before = House.get(Recorded.class).statements().size();
                    House.get(DSLContext.class).selectFrom(Tables.PLAN).fetch();
                    House.get(DSLContext.class)
                            .update(Tables.PLAN)
                            .set(Tables.PLAN.TITLE, "của ai?")
                            .where(Tables.PLAN.PERIOD.eq("1999"))
                            .execute();
                    List<Recorded.Executed> now = House.get(Recorded.class).statements();
                    return now.subList(before, now.size());
                }));
        assertThat(breaches(careless)).hasSize(2).allMatch(breach -> breach.startsWith("plan: "));
    }

    @Test
    void theMinistrysStatementsTouchWhatIsPublishedAndNothingElse() {
        Set<String> unpublished = new TreeSet<>(TENANT_TABLES);
        unpublished.removeAll(OF_THE_MINISTRY);
        List<Recorded.Executed> ofTheMinistry = statements.stream()
                .filter(statement -> statement.pool().equals("ministry"))
                .toList();
        assertThat(ofTheMinistry).isNotEmpty();
        assertThat(ofTheMinistry)
                .allSatisfy(statement -> assertThat(TenantBinds.missing(statement.sql(), unpublished))
                        .isEmpty());
    }

    @Test
    void theRelaysStatementsTouchTheOutboxAndNothingElse() {
        Set<String> othersThanTheOutbox = new TreeSet<>(TENANT_TABLES);
        othersThanTheOutbox.remove("outbox");
        List<String> ofTheRelay = statements.stream()
                .filter(statement -> statement.pool().equals("relay"))
                .map(Recorded.Executed::sql)
                .distinct()
                .toList();
        assertThat(ofTheRelay).anyMatch(sql -> sql.contains("from outbox"));
        assertThat(ofTheRelay)
                .allSatisfy(sql -> assertThat(sql.split("\\W+")).doesNotContainAnyElementsOf(othersThanTheOutbox));
    }

    @Test
    void noMethodOfAStoreOrViewIsLeftOut() {
        Set<String> used = statements.stream()
                .flatMap(statement -> statement.callers().stream())
                .collect(Collectors.toSet());
        assertThat(methodsThatReachTheDatabase()).hasSizeGreaterThan(40);
        assertThat(methodsThatReachTheDatabase().filter(method -> !used.contains(method)))
                .as("the story of this test must use them")
                .isEmpty();
    }

    @Test
    void aStoreOrViewThatNobodyUsesIsNoticed() {
        assertThat(methodsOf(new ClassFileImporter().importClass(ForgottenView.class)))
                .containsExactly("vn.cotmoc.core.tenancy.BoundStatementsIT$ForgottenView#list");
    }

    private static List<String> breaches(List<Recorded.Executed> executed) {
        return executed.stream()
                .filter(statement -> statement.pool().equals("default"))
                .flatMap(statement -> TenantBinds.missing(statement.sql(), TENANT_TABLES).stream()
                        .map(table -> table + ": " + statement.sql() + " by " + statement.callers()))
                .toList();
    }

    private static Stream<String> methodsThatReachTheDatabase() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("vn.cotmoc.core").stream()
                        .filter(BoundStatementsIT::reachesTheDatabase)
                        .flatMap(owner -> methodsOf(owner).stream());
    }

    /** A repository, a class with jOOQ's context, or one that is called a store or view. */
    private static boolean reachesTheDatabase(JavaClass candidate) {
        if (candidate.getName().contains("$") || candidate.getPackageName().startsWith("vn.cotmoc.core.tables")) {
            return false;
        }
        return candidate.isAnnotatedWith(JdbcRepository.class)
                || candidate.getFields().stream()
                        .anyMatch(field -> field.getRawType().isEquivalentTo(DSLContext.class))
                || candidate.getSimpleName().matches(".*(Store|View)");
    }

    /** Those of its methods that others call; {@code property()} of a readiness check asks no database. */
    private static List<String> methodsOf(JavaClass owner) {
        return owner.getMethods().stream()
                .filter(method -> !method.getModifiers().contains(JavaModifier.PRIVATE)
                        && !method.getModifiers().contains(JavaModifier.STATIC)
                        && !method.getModifiers().contains(JavaModifier.SYNTHETIC)
                        && !method.getModifiers().contains(JavaModifier.BRIDGE))
                .map(JavaMethod::getName)
                .filter(name -> !name.equals("property"))
                .map(name -> owner.getName() + "#" + name)
                .toList();
    }

    static final class ForgottenView {

        List<String> list() {
            return hidden();
        }

        private List<String> hidden() {
            return List.of();
        }
    }
}
