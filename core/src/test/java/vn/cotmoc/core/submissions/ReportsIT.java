package vn.cotmoc.core.submissions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.cotmoc.core.areas.Area;
import vn.cotmoc.core.areas.AreaLevel;
import vn.cotmoc.core.checks.Limits;
import vn.cotmoc.core.checks.Reaction;
import vn.cotmoc.core.checks.SetChecks;
import vn.cotmoc.core.forms.Form;
import vn.cotmoc.core.forms.FormLine;
import vn.cotmoc.core.forms.Frequency;
import vn.cotmoc.core.forms.SetUpForm;
import vn.cotmoc.core.house.AtOnce;
import vn.cotmoc.core.house.House;
import vn.cotmoc.core.house.Story;
import vn.cotmoc.core.measure.Amount;
import vn.cotmoc.core.notifications.Notice;
import vn.cotmoc.core.notifications.NoticeKind;
import vn.cotmoc.core.notifications.NotificationView;
import vn.cotmoc.core.notifications.ReadNotifications;
import vn.cotmoc.core.observations.Observation;
import vn.cotmoc.core.observations.ObservationStatus;
import vn.cotmoc.core.observations.ObservationView;
import vn.cotmoc.core.observations.RecordObservation;
import vn.cotmoc.core.observations.RecordObservations;
import vn.cotmoc.core.observations.RemarkView;
import vn.cotmoc.core.observations.WithdrawObservation;
import vn.cotmoc.core.periods.Calendar;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.tenancy.TenantId;
import vn.cotmoc.core.units.AssignIndicator;
import vn.cotmoc.core.units.MoveMember;
import vn.cotmoc.core.units.Unit;
import vn.cotmoc.core.units.UnitKind;
import vn.cotmoc.core.units.UnitView;

/** A department's report from the draft to what is published, and what nobody can do to it. */
class ReportsIT {

    private static final String REVENUE = "BUDGET_REVENUE";
    private static final String EXPORTS = "EXPORTS";
    private static final String OFFICER = "chuyen-vien";
    private static final String APPROVER = "nguoi-duyet";
    private static final Period MARCH = Period.parse("2026-03");

    private final TenantId province = House.province();
    private final Unit finance = in(this::financeDepartment);
    private final Form form = in(() -> House.get(SetUpForm.class)
            .add(
                    "BC-THANG",
                    Frequency.MONTH,
                    Calendar.CIVIL,
                    Story.monthly(
                            "2026-01",
                            finance.id(),
                            Story.line(REVENUE),
                            new FormLine(REVENUE, FormLine.Place.OWN, "", FormLine.Span.TO_DATE),
                            Story.line(EXPORTS))));

    private Form anotherFormOfRevenue() {
        return in(() -> House.get(SetUpForm.class)
                .add(
                        "BC-KHAC",
                        Frequency.MONTH,
                        Calendar.CIVIL,
                        Story.monthly("2026-01", finance.id(), Story.line(REVENUE))));
    }

    private Unit financeDepartment() {
        Unit unit = Story.unit("STC2", UnitKind.DEPARTMENT, null);
        House.get(AssignIndicator.class).assign(new AssignIndicator.Command(unit.id(), REVENUE, null));
        House.get(MoveMember.class).into(unit.id(), OFFICER);
        return unit;
    }

    @Test
    void aReportAsksForWhatIsAssignedToItsUnitAndNothingElse() {
        Submission report = officer(() -> begin(MARCH));
        List<SubmissionView.Line> lines = lines(report);
        assertThat(lines.stream().map(line -> line.cell().indicator())).containsExactly(REVENUE, REVENUE);
        assertThat(lines.stream().map(line -> line.cell().period().toString())).containsExactly("2026-03", "2026-Q1");
        assertThat(lines).allMatch(line -> line.entry().isEmpty());
    }

    @Test
    void approvedFiguresBecomeVintagesAndNoEarlier() {
        Submission submitted = submitted(officer(() -> begin(MARCH)));
        assertThat(figures(REVENUE)).isEmpty();
        Submission approved = decide(submitted, SubmissionStatus.APPROVED, null);
        assertThat(approved.status()).isEqualTo(SubmissionStatus.APPROVED);
        List<Observation> figures = figures(REVENUE);
        assertThat(figures).hasSize(1);
        Observation figure = figures.getFirst();
        assertThat(figure.amount()).isEqualTo(Amount.of(900));
        assertThat(figure.period()).isEqualTo(MARCH);
        assertThat(figure.source())
                .contains("Báo cáo tháng")
                .contains("2026-03")
                .contains(finance.name());
        assertThat(figure.recordedBy()).isEqualTo(APPROVER);
        assertThat(Objects.requireNonNull(in(() -> House.get(RemarkView.class).of(List.of(figure.id())))
                                .get(figure.id()))
                        .reportedBy())
                .isEqualTo(OFFICER);
        assertThat(lines(approved).getFirst().observation()).contains(figure.id());
        assertThat(lines(approved).getLast().entry().orElseThrow().missing()).isEqualTo("chờ quyết toán");
    }

    @Test
    void whoWroteOrHandedInAReportDoesNotApproveIt() {
        Submission submitted = submitted(officer(() -> begin(MARCH)));
        Refusal refusal = refused(() -> House.as(
                OFFICER,
                () -> House.get(DecideReport.class)
                        .decide(new DecideReport.Command(
                                submitted.id(), submitted.version(), SubmissionStatus.APPROVED, null))));
        assertThat(refusal.code()).isEqualTo("own-submission");
        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.FORBIDDEN);
        assertThat(in(() -> House.get(SubmissionView.class).require(submitted.id())))
                .as("nothing of it happened")
                .isEqualTo(submitted);
        assertThat(figures(REVENUE)).isEmpty();
    }

    @Test
    void aReturnedReportIsCorrectedAndEveryEntryStays() {
        Submission submitted = submitted(officer(() -> begin(MARCH)));
        assertThat(code(() -> decide(submitted, SubmissionStatus.RETURNED, null)))
                .isEqualTo("step-comment");
        Submission returned = decide(submitted, SubmissionStatus.RETURNED, "thiếu thuế xuất nhập khẩu");
        Submission corrected = officer(() -> enter(returned, 1, "950", "tỷ đồng", null));
        Submission again =
                officer(() -> House.get(SubmitReport.class).submit(corrected.id(), corrected.version(), "đã bổ sung"));
        decide(again, SubmissionStatus.APPROVED, null);
        assertThat(figures(REVENUE)).extracting(Observation::amount).containsExactly(Amount.of(950));
        assertThat(House.asSuperuser("""
                        select amount::text from submission_entry
                        where tenant_id = '%s' and cell = 1 order by entry""".formatted(province))).containsExactly("900.000000", "950.000000");
        assertThat(in(() -> House.get(SubmissionView.class).steps(again.id())))
                .extracting(Submission.Step::status)
                .containsExactly(
                        SubmissionStatus.SUBMITTED,
                        SubmissionStatus.RETURNED,
                        SubmissionStatus.SUBMITTED,
                        SubmissionStatus.APPROVED);
    }

    @Test
    void whatIsLockedTakesNoVintageByHandUntilItIsUnlocked() {
        Submission approved = decide(submitted(officer(() -> begin(MARCH))), SubmissionStatus.APPROVED, null);
        Submission locked = decide(approved, SubmissionStatus.LOCKED, null);
        assertThat(code(() -> Story.figure(REVENUE, "tỷ đồng", "2026-03", "902")))
                .isEqualTo("figure-locked");
        in(() -> Story.figure(REVENUE, "tỷ đồng", "2026-02", "800"));
        Submission published = decide(locked, SubmissionStatus.PUBLISHED, null);
        assertThat(code(() -> Story.figure(REVENUE, "tỷ đồng", "2026-03", "902")))
                .isEqualTo("figure-locked");
        assertThat(House.asMinistry("select period from published_figure where tenant_id = '%s'".formatted(province)))
                .containsExactly("2026-03");
        assertThat(code(() -> decide(published, SubmissionStatus.UNLOCKED, null)))
                .isEqualTo("step-comment");
        Submission unlocked = decide(published, SubmissionStatus.UNLOCKED, "Bộ yêu cầu rà soát");
        assertThat(code(() -> Story.figure(REVENUE, "tỷ đồng", "2026-03", "903")))
                .as("the way is the report")
                .isEqualTo("figure-in-report");
        Submission corrected = officer(() -> enter(unlocked, 1, "904", "tỷ đồng", null));
        Submission again =
                officer(() -> House.get(SubmitReport.class).submit(corrected.id(), corrected.version(), null));
        decide(again, SubmissionStatus.APPROVED, null);
        assertThat(figures(REVENUE).stream()
                        .filter(figure -> figure.period().equals(MARCH))
                        .map(figure -> figure.amount().text()))
                .containsExactly("900", "904");
    }

    /** Nor the compiling unit, of which who tests is: an approved figure would change without a second person. */
    @Test
    void whatAReportHoldsTakesNoVintageByHandFromWhenItIsBegun() {
        Observation before = in(() -> Story.figure(REVENUE, "tỷ đồng", "2026-03", "899"));
        Submission begun = officer(() -> begin(MARCH));
        assertThat(code(() -> Story.figure(REVENUE, "tỷ đồng", "2026-03", "901")))
                .isEqualTo("figure-in-report");
        Submission submitted = submitted(begun);
        decide(submitted, SubmissionStatus.APPROVED, null);
        Refusal refusal = refused(() -> Story.figure(REVENUE, "tỷ đồng", "2026-03", "901"));
        assertThat(refusal.code()).isEqualTo("figure-in-report");
        assertThat(refusal.values())
                .containsEntry("form", "Báo cáo tháng")
                .containsEntry("unit", finance.name())
                .containsEntry("status", SubmissionStatus.APPROVED);
        assertThat(bulk("901").getFirst().refusal().code()).isEqualTo("figure-in-report");
        assertThat(code(() -> House.get(WithdrawObservation.class)
                        .withdraw(new WithdrawObservation.Command(before.id(), "nhầm", true))))
                .as("nor is one of its vintages withdrawn")
                .isEqualTo("figure-in-report");
        assertThat(believed()).containsExactly("899", "900");
    }

    private List<Refusal.OnLine> bulk(String amount) {
        RecordObservation.Command figure = new RecordObservation.Command(
                REVENUE, null, "", MARCH, ObservationStatus.OFFICIAL, Amount.parse(amount), "tỷ đồng", null, "x", null);
        Refusal refused = refused(() -> House.get(RecordObservations.class)
                .record(new RecordObservations.Command(
                        List.<RecordObservations.Line>of(new RecordObservations.Line.Figure(1, figure))
                                .iterator(),
                        "sha")));
        return refused.lines();
    }

    /** A file of a million lines takes a minute, in which a report may be begun, filled in, approved and published. */
    @Test
    void aReportBegunWhileAFileComesInIsNotOverwrittenByIt() {
        RecordObservation.Command figure = new RecordObservation.Command(
                REVENUE, null, "", MARCH, ObservationStatus.OFFICIAL, Amount.of(1999), "tỷ đồng", null, "x", null);
        Stream<RecordObservation.Command> lines = Stream.concat(
                Stream.generate(() -> figure).limit(1), IntStream.range(0, 2000).mapToObj(line -> {
                    if (line == 1999) {
                        inAnotherThread(() -> decide(
                                decide(submitted(officer(() -> begin(MARCH))), SubmissionStatus.APPROVED, null),
                                SubmissionStatus.LOCKED,
                                null));
                    }
                    return new RecordObservation.Command(
                            EXPORTS,
                            null,
                            "phần " + line,
                            MARCH,
                            ObservationStatus.OFFICIAL,
                            Amount.of(1),
                            "triệu USD",
                            null,
                            "x",
                            null);
                }));
        AtomicInteger number = new AtomicInteger();
        Refusal refusal = refused(() -> House.get(RecordObservations.class)
                .record(new RecordObservations.Command(
                        lines.<RecordObservations.Line>map(command ->
                                        new RecordObservations.Line.Figure(number.incrementAndGet(), command))
                                .iterator(),
                        "sha")));
        assertThat(refusal.code()).isEqualTo("figure-in-report");
        assertThat(believed()).containsExactly("900");
    }

    @Test
    void whoBeginsAReportWaitsForAFigureThatIsAboutToBeStored() {
        AtOnce.inTurn(
                province,
                () -> Story.figure(REVENUE, "tỷ đồng", "2026-03", "899"),
                () -> House.as(OFFICER, () -> begin(MARCH)));
        assertThat(believed()).containsExactly("899");
    }

    @Test
    void aReportIsNotApprovedWhileAnotherThatSharesAFigureIsLocked() {
        Submission first = decide(submitted(officer(() -> begin(MARCH))), SubmissionStatus.APPROVED, null);
        Form other = anotherFormOfRevenue();
        Submission second = officer(() -> House.get(BeginSubmission.class).begin(other.id(), MARCH));
        Submission filled = officer(() -> enter(second, 1, "999", "tỷ đồng", null));
        Submission handedIn = officer(() -> House.get(SubmitReport.class).submit(filled.id(), filled.version(), null));
        Refusal told = AtOnce.refused(
                province,
                () -> decided(first, SubmissionStatus.LOCKED),
                () -> decided(handedIn, SubmissionStatus.APPROVED));
        assertThat(told.code()).isEqualTo("report-locked-elsewhere");
    }

    @Test
    void whatAnotherReportSaysOfAFigureIsSaidBeforeItIsApproved() {
        Form other = anotherFormOfRevenue();
        Submission begun = officer(() -> House.get(BeginSubmission.class).begin(other.id(), MARCH));
        Submission second = officer(() -> enter(begun, 1, "999", "tỷ đồng", null));
        Submission draft = officer(() -> enter(begin(MARCH), 1, "900", "tỷ đồng", null));
        assertThat(warnings(second)).as("a draft says nothing yet").isEmpty();
        Submission handedIn = submitted(draft);
        assertThat(warnings(second)).singleElement().satisfies(warning -> {
            assertThat(warning.code()).isEqualTo("figure-reported-elsewhere");
            assertThat(warning.values())
                    .containsEntry("figure", Amount.of(999))
                    .containsEntry("other", Amount.of(900))
                    .containsEntry("unit", finance.name())
                    .containsEntry("status", SubmissionStatus.SUBMITTED);
        });
        decide(handedIn, SubmissionStatus.APPROVED, null);
        assertThat(warnings(second))
                .extracting(warning -> warning.values().get("status"))
                .containsExactly(SubmissionStatus.APPROVED);
        Submission agreed = officer(() -> enter(second, 1, "900", "tỷ đồng", null));
        assertThat(warnings(agreed)).as("both say the same").isEmpty();
    }

    private List<Refusal> warnings(Submission report) {
        return in(() -> House.get(CheckReport.class).of(report.id(), cells(report))).values().stream()
                .flatMap(weighed -> weighed.warnings().stream())
                .toList();
    }

    private Unit compiler() {
        return in(() -> House.get(UnitView.class).ofMember(Story.ME).orElseThrow());
    }

    private static Submission decided(Submission report, SubmissionStatus status) {
        return House.as(
                APPROVER,
                () -> House.get(DecideReport.class)
                        .decide(new DecideReport.Command(report.id(), report.version(), status, null)));
    }

    private static void inAnotherThread(Runnable work) {
        try {
            Thread.ofPlatform().start(work).join();
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    @Test
    void aFigureThatTheCorrectedReportNoLongerHasCountsNoMore() {
        Submission approved = decide(submitted(officer(() -> begin(MARCH))), SubmissionStatus.APPROVED, null);
        assertThat(believed()).containsExactly("900");
        Submission unlocked = decide(approved, SubmissionStatus.UNLOCKED, "rà soát");
        Submission corrected = officer(() -> enter(unlocked, 1, null, null, "kho bạc chưa chốt"));
        Submission again =
                officer(() -> House.get(SubmitReport.class).submit(corrected.id(), corrected.version(), null));
        Submission twice = decide(again, SubmissionStatus.APPROVED, null);
        assertThat(figures(REVENUE)).as("nothing is lost").hasSize(1);
        assertThat(believed()).isEmpty();
        Submission once = decide(twice, SubmissionStatus.UNLOCKED, "rà soát");
        Submission same = officer(() -> House.get(SubmitReport.class).submit(once.id(), once.version(), null));
        decide(same, SubmissionStatus.APPROVED, null);
        assertThat(believed()).isEmpty();
    }

    private List<String> believed() {
        return in(() -> House.get(ObservationView.class)
                .knownOn(LocalDate.now(), List.of(REVENUE), MARCH.firstDay(), MARCH.lastDay())
                .stream()
                .filter(figure -> figure.period().equals(MARCH))
                .map(figure -> figure.amount().text())
                .toList());
    }

    @Test
    void approvedAgainWithoutAChangeAddsNoVintage() {
        Submission approved = decide(submitted(officer(() -> begin(MARCH))), SubmissionStatus.APPROVED, null);
        Submission unlocked = decide(approved, SubmissionStatus.UNLOCKED, "rà soát");
        Submission again = officer(() -> House.get(SubmitReport.class).submit(unlocked.id(), unlocked.version(), null));
        decide(again, SubmissionStatus.APPROVED, null);
        assertThat(figures(REVENUE)).hasSize(1);
    }

    @Test
    void aDepartmentReportsByItsFormAndNotByHand() {
        Refusal refusal = refused(() -> House.as(OFFICER, () -> Story.figure(REVENUE, "tỷ đồng", "2026-03", "900")));
        assertThat(refusal.code()).isEqualTo("figure-by-form");
        assertThat(refusal.values()).containsEntry("form", "Báo cáo tháng");
        assertThat(code(() -> House.as(OFFICER, () -> Story.figure(REVENUE, "tỷ đồng", "2026-Q1", "900"))))
                .as("the year to date is asked too")
                .isEqualTo("figure-by-form");
        in(() -> House.get(MoveMember.class).into(compiler().id(), OFFICER));
        Form own = in(() -> House.get(SetUpForm.class)
                .add(
                        "BC-TONG",
                        Frequency.MONTH,
                        Calendar.CIVIL,
                        Story.monthly("2026-01", compiler().id(), Story.line(EXPORTS))));
        assertThat(own.newest().units()).containsExactly(compiler().id());
        assertThat(code(() -> House.as(OFFICER, () -> Story.figure(EXPORTS, "triệu USD", "2026-03", "900"))))
                .as("the compiling unit neither, by its own form")
                .isEqualTo("figure-by-form");
        assertThat(officer(() -> Story.figure(REVENUE, "tỷ đồng", "2025-03", "700"))
                        .amount())
                .as("before the form began")
                .isEqualTo(Amount.of(700));
    }

    @Test
    void anIncompleteReportIsNotHandedIn() {
        Submission report = officer(() -> begin(MARCH));
        Submission half = officer(() -> enter(report, 1, "900", "tỷ đồng", null));
        Refusal refusal = refused(() ->
                House.as(OFFICER, () -> House.get(SubmitReport.class).submit(half.id(), 2, null)));
        assertThat(refusal.code()).isEqualTo("submission-incomplete");
        assertThat(refusal.values()).containsEntry("missing", 1).containsEntry("cells", 2);
        Submission emptied = officer(() -> enter(half, 1, null, null, null));
        assertThat(in(() -> House.get(SubmissionView.class).filled(emptied.id()))
                        .filled())
                .isZero();
    }

    @Test
    void wrongFiguresAreRefusedAndNothingOfThemStays() {
        Submission report = officer(() -> begin(MARCH));
        assertThat(entered(report, written(1, "900", "tỷ đồng", null), written(9, "1", "tỷ đồng", null)))
                .isEqualTo("unknown-cell");
        assertThat(entered(report, written(1, "900", "tỷ đồng", null), written(1, "901", "tỷ đồng", null)))
                .isEqualTo("cell-twice");
        assertThat(entered(report, written(1, "900", "tấn", null))).isEqualTo("unit-mismatch");
        assertThat(entered(report, written(1, "900", null, null))).isEqualTo("missing-field");
        assertThat(entered(report, written(1, "900", "tỷ đồng", "chưa có"))).isEqualTo("figure-and-missing");
        assertThat(in(() -> House.get(SubmissionView.class).filled(report.id())).filled())
                .isZero();
    }

    @Test
    void aFirmFigureOfAPeriodThatRunsIsRefused() {
        Period now = Frequency.MONTH.containing(LocalDate.now(), Calendar.CIVIL);
        Submission report = officer(() -> begin(now));
        EnterFigures.Written firm = new EnterFigures.Written(
                "/figures/0", 1, ObservationStatus.OFFICIAL, Amount.of(1), "tỷ đồng", null, null);
        boolean over = LocalDate.now().equals(now.lastDay());
        if (!over) {
            assertThat(entered(report, firm)).isEqualTo("known-too-early");
        }
        assertThat(code(() -> House.as(
                        OFFICER,
                        () -> begin(Frequency.MONTH.containing(now.lastDay().plusDays(1), Calendar.CIVIL)))))
                .isEqualTo("period-ahead");
    }

    @Test
    void whatAnApprovalWouldBlockIsRefusedAtItsCellWhereItIsEntered() {
        Submission report = officer(() -> begin(MARCH));
        EnterFigures.Written first = written(1, "900", "tỷ đồng", null);
        EnterFigures.Written second = new EnterFigures.Written(
                "/figures/1", 2, ObservationStatus.ESTIMATED, Amount.of(-5), "tỷ đồng", null, null);
        Refusal refusal = refused(() -> House.as(
                OFFICER,
                () -> House.get(EnterFigures.class)
                        .enter(new EnterFigures.Command(report.id(), 1, List.of(first, second)))));
        assertThat(refusal.code()).isEqualTo("report-figures");
        assertThat(refusal.values()).containsEntry("faulty", 1).containsEntry("named", 1);
        assertThat(refusal.lines()).singleElement().satisfies(fault -> {
            assertThat(fault.line()).isEqualTo(2);
            assertThat(fault.refusal().code()).isEqualTo("figure-below-lowest");
            assertThat(fault.refusal().at()).isEqualTo("/figures/1/amount");
        });
        assertThat(in(() -> House.get(SubmissionView.class).filled(report.id())).filled())
                .isZero();
    }

    @Test
    void figuresThatAreBlockedSinceTheyWereEnteredAreAllNamedWhenTheReportIsHandedInAndWhenItIsApproved() {
        Submission filled = monthAndToDate(officer(() -> begin(MARCH)), "900", "950");
        Submission february = monthAndToDate(officer(() -> begin(Period.parse("2026-02"))), "800", "850");
        Submission submitted =
                officer(() -> House.get(SubmitReport.class).submit(february.id(), february.version(), null));
        setChecks(new Limits(
                Reaction.BLOCK,
                null,
                Amount.of(100),
                Reaction.OFF,
                BigDecimal.ONE,
                Reaction.OFF,
                Reaction.OFF,
                BigDecimal.ZERO));
        Refusal handover = refused(() ->
                House.as(OFFICER, () -> House.get(SubmitReport.class).submit(filled.id(), filled.version(), null)));
        Refusal approval = refused(() -> decide(submitted, SubmissionStatus.APPROVED, null));
        assertThat(List.of(handover, approval)).allSatisfy(refusal -> {
            assertThat(refusal.code()).isEqualTo("report-figures");
            assertThat(refusal.lines()).extracting(Refusal.OnLine::line).containsExactly(1, 2);
            assertThat(refusal.lines())
                    .extracting(fault -> fault.refusal().code())
                    .containsOnly("figure-above-highest");
        });
        assertThat(figures(REVENUE)).isEmpty();
        assertThat(in(() -> House.get(CheckReport.class).of(filled.id(), cells(filled))))
                .as("the screen says it at the cells too")
                .allSatisfy((cell, weighed) -> assertThat(
                                Objects.requireNonNull(weighed.refusal()).code())
                        .isEqualTo("figure-above-highest"));
    }

    @Test
    void figuresOfAReportAreHeldAgainstEachOtherAndNotAgainstWhatTheyReplace() {
        setChecks(PARTS_BLOCK);
        Submission report = officer(() -> begin(MARCH));
        Refusal refusal = refused(() -> monthAndToDate(report, "900", "850"));
        assertThat(refusal.lines())
                .as("which of the two is wrong, nobody knows")
                .extracting(fault -> fault.refusal().code())
                .containsExactly("figure-parts-above", "figure-parts-above");
        Submission unlocked =
                decide(approved(monthAndToDate(report, "900", "950")), SubmissionStatus.UNLOCKED, "rà soát");
        assertThat(code(() -> House.as(OFFICER, () -> enter(unlocked, 1, "1100", "tỷ đồng", null))))
                .as("against the figure that stays")
                .isEqualTo("report-figures");
        Submission again = approved(monthAndToDate(unlocked, "1100", "1200"));
        assertThat(believed()).containsExactly("900", "1100");
        Submission once = decide(again, SubmissionStatus.UNLOCKED, "rà soát");
        Submission corrected = officer(() -> House.get(EnterFigures.class)
                .enter(new EnterFigures.Command(
                        once.id(),
                        once.version(),
                        List.of(written(1, null, null, "kho bạc chưa chốt"), written(2, "500", "tỷ đồng", null)))));
        approved(corrected);
        assertThat(believed()).as("what a reason replaces is no part any more").isEmpty();
    }

    @Test
    void whatOnlyWarnsIsSaidOfTheCellsAndStopsNothing() {
        Submission filled = monthAndToDate(officer(() -> begin(MARCH)), "900", "850");
        assertThat(in(() -> House.get(CheckReport.class).of(filled.id(), cells(filled))))
                .hasSize(2)
                .allSatisfy((cell, weighed) -> {
                    assertThat(weighed.refusal()).isNull();
                    assertThat(weighed.warnings()).extracting(Refusal::code).containsExactly("figure-parts-above");
                });
        Submission approved = approved(filled);
        assertThat(in(() -> House.get(CheckReport.class).of(approved.id(), cells(approved))))
                .as("they are vintages now")
                .isEmpty();
    }

    private static final Limits PARTS_BLOCK = new Limits(
            Reaction.BLOCK,
            Amount.of(0),
            null,
            Reaction.OFF,
            BigDecimal.ONE,
            Reaction.OFF,
            Reaction.BLOCK,
            BigDecimal.ZERO);

    private void setChecks(Limits limits) {
        in(() -> House.get(SetChecks.class).set(new SetChecks.Command(REVENUE, 0, limits, Story.START_OF_2020, "thử")));
    }

    private Submission monthAndToDate(Submission report, String month, String toDate) {
        return officer(() -> House.get(EnterFigures.class)
                .enter(new EnterFigures.Command(
                        report.id(),
                        report.version(),
                        List.of(written(1, month, "tỷ đồng", null), written(2, toDate, "tỷ đồng", null)))));
    }

    private Submission approved(Submission report) {
        return decide(
                officer(() -> House.get(SubmitReport.class).submit(report.id(), report.version(), null)),
                SubmissionStatus.APPROVED,
                null);
    }

    private List<Submission.Cell> cells(Submission report) {
        return lines(report).stream().map(SubmissionView.Line::cell).toList();
    }

    @Test
    void anotherUnitsReportCannotBeWrittenInto() {
        Submission report = officer(() -> begin(MARCH));
        assertThat(code(() -> enter(report, 1, "900", "tỷ đồng", null))).isEqualTo("submission-not-yours");
        assertThat(code(() -> begin(MARCH))).as("the form is not for my unit").isEqualTo("form-not-yours");
        assertThat(code(() -> House.as(OFFICER, () -> begin(MARCH)))).isEqualTo("submission-exists");
        assertThat(code(() -> House.get(SubmissionView.class).require(new UUID(1, 1))))
                .isEqualTo("unknown-submission");
    }

    @Test
    void ofTwoAtOnceOneIsTold() {
        Submission report = officer(() -> begin(MARCH));
        assertThat(AtOnce.refused(province, () -> House.as(OFFICER, () -> enter(report, 1, "900", "tỷ đồng", null)))
                        .code())
                .isEqualTo("submission-changed");
        Submission newest = in(() -> House.get(SubmissionView.class).require(report.id()));
        Submission submitted = submitted(newest);
        assertThat(AtOnce.refused(
                                province,
                                () -> House.as(
                                        APPROVER,
                                        () -> House.get(DecideReport.class)
                                                .decide(new DecideReport.Command(
                                                        submitted.id(),
                                                        submitted.version(),
                                                        SubmissionStatus.APPROVED,
                                                        null))))
                        .code())
                .isEqualTo("submission-changed");
        assertThat(figures(REVENUE)).hasSize(1);
    }

    @Test
    void aStepThatDoesNotFollowIsRefused() {
        Submission report = officer(() -> begin(MARCH));
        Refusal refusal = refused(() -> decide(report, SubmissionStatus.APPROVED, null));
        assertThat(refusal.code()).isEqualTo("submission-move");
        assertThat(refusal.values()).containsEntry("allowed", List.of(SubmissionStatus.SUBMITTED));
        assertThat(code(() -> decide(report, SubmissionStatus.SUBMITTED, null))).isEqualTo("submission-move");
        Submission submitted = submitted(report);
        assertThat(entered(submitted, written(1, "1", "tỷ đồng", null))).isEqualTo("submission-closed");
        assertThat(code(() -> decide(submitted, SubmissionStatus.PUBLISHED, null)))
                .isEqualTo("submission-move");
    }

    @Test
    void aFigureLockedInOneReportIsNotApprovedInAnother() {
        Form other = anotherFormOfRevenue();
        decide(
                decide(submitted(officer(() -> begin(MARCH))), SubmissionStatus.APPROVED, null),
                SubmissionStatus.LOCKED,
                null);
        Submission second = officer(() -> House.get(BeginSubmission.class).begin(other.id(), MARCH));
        Submission filled = officer(() -> enter(second, 1, "999", "tỷ đồng", null));
        Submission handedIn = officer(() -> House.get(SubmitReport.class).submit(filled.id(), filled.version(), null));
        assertThat(code(() -> decide(handedIn, SubmissionStatus.APPROVED, null)))
                .isEqualTo("report-locked-elsewhere");
    }

    @Test
    void aCommitteeReportsItsOwnCommuneAndTheCompilerEachOfThem() {
        Area one = in(() -> Story.area("Xã Một", AreaLevel.COMMUNE, "1"));
        Area two = in(() -> Story.area("Xã Hai", AreaLevel.COMMUNE, "2"));
        Unit committee = in(() -> Story.unit("XA1", UnitKind.COMMUNE_COMMITTEE, one.id()));
        in(() -> House.get(AssignIndicator.class)
                .assign(new AssignIndicator.Command(committee.id(), REVENUE, one.id())));
        in(() -> House.get(MoveMember.class).into(committee.id(), "can-bo-xa"));
        Form own = in(() -> House.get(SetUpForm.class)
                .add(
                        "BC-XA",
                        Frequency.QUARTER,
                        Calendar.CIVIL,
                        Story.monthly("2026-Q1", committee.id(), Story.line(REVENUE))));
        Submission ofCommune = in(() ->
                House.as("can-bo-xa", () -> House.get(BeginSubmission.class).begin(own.id(), Period.parse("2026-Q1"))));
        assertThat(lines(ofCommune).stream().map(line -> line.cell().area())).containsExactly(one.id());
        Unit compiler = compiler();
        FormLine each = new FormLine(REVENUE, FormLine.Place.INSIDE, "", FormLine.Span.PERIOD);
        Form all = in(() -> House.get(SetUpForm.class)
                .add("BC-TONG", Frequency.MONTH, Calendar.CIVIL, Story.monthly("2026-01", compiler.id(), each)));
        Submission ofAll = in(() -> House.get(BeginSubmission.class).begin(all.id(), MARCH));
        assertThat(lines(ofAll).stream().map(line -> line.cell().area())).containsExactly(two.id(), one.id());
    }

    @Test
    void aLargeReportIsApprovedByFewStatementsEachFigureInItsCell() {
        int communes = 250;
        in(() -> IntStream.range(0, communes)
                .mapToObj(i -> Story.area("Xã " + i, AreaLevel.COMMUNE, Integer.toString(i)))
                .toList());
        FormLine each = new FormLine(REVENUE, FormLine.Place.INSIDE, "", FormLine.Span.PERIOD);
        Form all = in(() -> House.get(SetUpForm.class)
                .add("BC-XA", Frequency.MONTH, Calendar.CIVIL, Story.monthly("2026-01", finance.id(), each)));
        Submission begun = officer(() -> House.get(BeginSubmission.class).begin(all.id(), MARCH));
        Submission filled = officer(() -> House.get(EnterFigures.class)
                .enter(new EnterFigures.Command(
                        begun.id(),
                        begun.version(),
                        IntStream.rangeClosed(1, communes)
                                .mapToObj(cell -> written(cell, Integer.toString(cell), "tỷ đồng", null))
                                .toList())));
        Submission approved = decide(
                officer(() -> House.get(SubmitReport.class).submit(filled.id(), filled.version(), null)),
                SubmissionStatus.APPROVED,
                null);
        Map<UUID, Observation> figures = in(() -> House.get(ObservationView.class)
                        .knownOn(LocalDate.now(), List.of(REVENUE), MARCH.lastDay(), MARCH.lastDay()))
                .stream()
                .collect(Collectors.toMap(Observation::id, Function.identity()));
        List<SubmissionView.Line> lines =
                in(() -> House.get(SubmissionView.class).lines(approved.id(), 0, 500));
        assertThat(lines).hasSize(communes).allSatisfy(line -> {
            Observation figure =
                    Objects.requireNonNull(figures.get(line.observation().orElseThrow()));
            assertThat(figure.area()).isEqualTo(line.cell().area());
            assertThat(figure.amount()).isEqualTo(Amount.of(line.cell().number()));
        });
        assertThat(House.asSuperuser(
                        "select became from change where tenant_id = '%s' and subject = 'observation' and subject_key = '%s'"
                                .formatted(province, approved.id())))
                .singleElement()
                .satisfies(became -> assertThat(became).contains("\"figures\":\"250\""));
    }

    @Test
    void lateMissingAndOnTimeAreToldApart() {
        officer(() -> begin(MARCH));
        submitted(officer(() -> begin(Period.parse("2026-02"))));
        Submission january = submitted(officer(() -> begin(Period.parse("2026-01"))));
        in(() -> House.get(SetUpForm.class)
                .move(
                        form.id(),
                        january.period(),
                        new Form.Deadline(1, LocalDate.now().plusDays(1), "gia hạn")));
        DutyView.Query firstQuarter =
                new DutyView.Query(form.id(), null, LocalDate.of(2026, 1, 1), LocalDate.of(2026, 3, 31));
        Map<String, Duty.Timeliness> timeliness = in(
                        () -> House.get(DutyView.class).duties(firstQuarter))
                .stream()
                .collect(Collectors.toMap(duty -> duty.period().toString(), Duty::timeliness));
        assertThat(timeliness)
                .containsOnly(
                        Map.entry("2026-01", Duty.Timeliness.ON_TIME),
                        Map.entry("2026-02", Duty.Timeliness.LATE),
                        Map.entry("2026-03", Duty.Timeliness.MISSING));
        DutyView.Punctuality punctuality =
                in(() -> House.get(DutyView.class).punctuality(firstQuarter)).getFirst();
        assertThat(punctuality.expected()).isEqualTo(3);
        assertThat(punctuality.onTimeShare().orElseThrow().percent()).isEqualByComparingTo("33.33");
    }

    @Test
    void unitsAndApproversAreToldOnceAndOnlyWhatConcernsThem() {
        in(() -> House.get(RemindUnits.class).remind());
        assertThat(in(() -> House.get(RemindUnits.class).remind())).as("again").isZero();
        Submission submitted = submitted(officer(() -> begin(MARCH)));
        decide(submitted, SubmissionStatus.RETURNED, "thiếu");
        List<Notice> ofUnit = officer(() -> notices(Set.of("officer")));
        assertThat(ofUnit.stream().map(Notice::kind)).contains(NoticeKind.REPORT_OVERDUE, NoticeKind.REPORT_RETURNED);
        List<Notice> ofApprover = in(() -> House.as(APPROVER, () -> notices(Set.of("approver"))));
        assertThat(ofApprover.stream().map(Notice::kind))
                .contains(NoticeKind.REPORT_OVERDUE, NoticeKind.REPORT_SUBMITTED)
                .doesNotContain(NoticeKind.REPORT_RETURNED);
        assertThat(in(() -> House.as("nguoi-la", () -> notices(Set.of("viewer")))))
                .isEmpty();
        Notice newest = ofUnit.getFirst();
        int unread = officer(() -> House.get(NotificationView.class).unread(Set.of("officer")));
        officer(() -> read(newest, "officer"));
        officer(() -> read(newest, "officer"));
        assertThat(officer(() -> notices(Set.of("officer"))).getFirst().read()).isTrue();
        assertThat(officer(() -> House.get(NotificationView.class).unread(Set.of("officer"))))
                .isEqualTo(unread - 1);
        in(() -> House.as("nguoi-la", () -> read(newest, "viewer")));
        assertThat(House.asSuperuser(
                        "select username from notification_read where tenant_id = '%s'".formatted(province)))
                .as("nobody reads what others were told")
                .containsOnly(OFFICER);
    }

    private static Notice read(Notice notice, String role) {
        House.get(ReadNotifications.class).read(List.of(notice.id()), Set.of(role));
        return notice;
    }

    private static List<Notice> notices(Set<String> roles) {
        return House.get(NotificationView.class).list(roles, null, 50);
    }

    private Submission begin(Period period) {
        return House.get(BeginSubmission.class).begin(form.id(), period);
    }

    /** March's or another's: a figure in the first cell, none in the second. */
    private Submission submitted(Submission report) {
        return officer(() -> {
            Submission filled = House.get(EnterFigures.class)
                    .enter(new EnterFigures.Command(
                            report.id(),
                            report.version(),
                            List.of(written(1, "900", "tỷ đồng", null), written(2, null, null, "chờ quyết toán"))));
            return House.get(SubmitReport.class).submit(filled.id(), filled.version(), null);
        });
    }

    private static Submission enter(
            Submission report, int cell, @Nullable String amount, @Nullable String unit, @Nullable String missing) {
        return House.get(EnterFigures.class)
                .enter(new EnterFigures.Command(
                        report.id(), report.version(), List.of(written(cell, amount, unit, missing))));
    }

    private String entered(Submission report, EnterFigures.Written... figures) {
        return code(() -> House.as(
                OFFICER,
                () -> House.get(EnterFigures.class)
                        .enter(new EnterFigures.Command(report.id(), report.version(), List.of(figures)))));
    }

    private static EnterFigures.Written written(
            int cell, @Nullable String amount, @Nullable String unit, @Nullable String missing) {
        return new EnterFigures.Written(
                "/figures/0",
                cell,
                ObservationStatus.ESTIMATED,
                amount == null ? null : Amount.parse(amount),
                unit,
                missing,
                null);
    }

    private Submission decide(Submission report, SubmissionStatus status, @Nullable String comment) {
        return in(() -> House.as(
                APPROVER,
                () -> House.get(DecideReport.class)
                        .decide(new DecideReport.Command(report.id(), report.version(), status, comment))));
    }

    private List<SubmissionView.Line> lines(Submission report) {
        return in(() -> House.get(SubmissionView.class).lines(report.id(), 0, 100));
    }

    private List<Observation> figures(String indicator) {
        return in(() -> House.get(ObservationView.class)
                .list(new ObservationView.Query(indicator, null, null, null, null, 100)));
    }

    private <T> T officer(Supplier<T> work) {
        return in(() -> House.as(OFFICER, work));
    }

    private String code(Supplier<?> work) {
        return refused(work).code();
    }

    private Refusal refused(Supplier<?> work) {
        return catchThrowableOfType(Refusal.class, () -> in(work::get));
    }

    private <T> T in(Supplier<T> work) {
        return House.in(province, work);
    }
}
