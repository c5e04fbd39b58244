package vn.cotmoc.core.house;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.actors.CurrentActor;
import vn.cotmoc.core.areas.AddArea;
import vn.cotmoc.core.areas.Area;
import vn.cotmoc.core.areas.AreaLevel;
import vn.cotmoc.core.forms.FormLine;
import vn.cotmoc.core.forms.SetUpForm;
import vn.cotmoc.core.instruments.AddInstrument;
import vn.cotmoc.core.instruments.Instrument;
import vn.cotmoc.core.instruments.InstrumentKind;
import vn.cotmoc.core.measure.Amount;
import vn.cotmoc.core.measure.Language;
import vn.cotmoc.core.notifications.Notice;
import vn.cotmoc.core.notifications.NoticeKind;
import vn.cotmoc.core.notifications.NotificationView;
import vn.cotmoc.core.observations.Observation;
import vn.cotmoc.core.observations.ObservationStatus;
import vn.cotmoc.core.observations.RecordObservation;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.plans.DrawUpPlan;
import vn.cotmoc.core.plans.Plan;
import vn.cotmoc.core.plans.PlanStatus;
import vn.cotmoc.core.statements.Statement;
import vn.cotmoc.core.statements.StatementKind;
import vn.cotmoc.core.targets.Aim;
import vn.cotmoc.core.targets.AmendTarget;
import vn.cotmoc.core.targets.Authority;
import vn.cotmoc.core.targets.Basis;
import vn.cotmoc.core.targets.Comparator;
import vn.cotmoc.core.targets.SetTarget;
import vn.cotmoc.core.targets.Strictness;
import vn.cotmoc.core.targets.Target;
import vn.cotmoc.core.thresholds.CutPoints;
import vn.cotmoc.core.thresholds.Scope;
import vn.cotmoc.core.thresholds.SetThreshold;
import vn.cotmoc.core.thresholds.Threshold;
import vn.cotmoc.core.thresholds.ThresholdView;
import vn.cotmoc.core.trajectories.Scenario;
import vn.cotmoc.core.trajectories.SetTrajectory;
import vn.cotmoc.core.units.AddUnit;
import vn.cotmoc.core.units.MoveMember;
import vn.cotmoc.core.units.Unit;
import vn.cotmoc.core.units.UnitKind;

/** What people of a province do, in few words; each runs for the bound province. */
public final class Story {

    public static final LocalDate END_OF_2023 = LocalDate.of(2023, 12, 31);

    public static final LocalDate START_OF_2020 = LocalDate.of(2020, 1, 1);

    /** Who acts, unless a test says otherwise. */
    public static final String ME = "nguoi-thu";

    /** Why plans and targets have no paper here. */
    public static final String COPIED = "chép lại, không có văn bản";

    private Story() {}

    /** Who tests may then report everything of the province. */
    public static Unit joinsCompiler() {
        Unit compiler = unit("STC", UnitKind.COMPILER, null);
        House.get(MoveMember.class)
                .into(compiler.id(), House.get(CurrentActor.class).username());
        return compiler;
    }

    public static Unit unit(String code, UnitKind kind, @Nullable UUID area) {
        return House.get(AddUnit.class)
                .add(new AddUnit.Command(code, "Sở " + code, "Department " + code, kind, area, START_OF_2020));
    }

    /** What comes in every month: the indicator of the province, reported by the unit within ten days. */
    public static SetUpForm.Content monthly(String from, UUID unit, FormLine... lines) {
        return new SetUpForm.Content(
                "Báo cáo tháng", "Monthly report", Period.parse(from), false, 10, 3, List.of(lines), List.of(unit));
    }

    public static FormLine line(String indicator) {
        return new FormLine(indicator, FormLine.Place.OWN, "", FormLine.Span.PERIOD);
    }

    public static Area area(String name, AreaLevel level, String code) {
        return area(name, level, code, START_OF_2020);
    }

    public static Area area(String name, AreaLevel level, String code, LocalDate validFrom) {
        return House.get(AddArea.class).add(new AddArea.Command(name, level, code, null, validFrom, "Nghị quyết 1"));
    }

    public static Instrument instrument(String number) {
        return House.get(AddInstrument.class)
                .add(new AddInstrument.Command(
                        InstrumentKind.RESOLUTION,
                        number,
                        LocalDate.of(2022, 12, 9),
                        "Hội đồng nhân dân tỉnh",
                        "Về kế hoạch phát triển kinh tế - xã hội",
                        "https://example.vn/nq"));
    }

    public static Plan plan(String period) {
        return House.get(DrawUpPlan.class)
                .drawUp(begun(Period.parse(period), "Kế hoạch " + period, PlanStatus.ASSIGNED));
    }

    /** A plan that is amended without a paper. */
    public static Plan draft(String period) {
        return House.get(DrawUpPlan.class).drawUp(DrawUpPlan.Command.draft(Period.parse(period), "Kế hoạch " + period));
    }

    /** A plan whose life began elsewhere, without its paper. */
    public static DrawUpPlan.Command begun(Period period, String title, PlanStatus status) {
        return new DrawUpPlan.Command(period, title, status, null, null, COPIED);
    }

    public static Target target(Plan plan, String indicator, String unit, String amount) {
        return target(plan, Authority.COUNCIL, indicator, unit, amount);
    }

    public static Target target(Plan plan, Authority authority, String indicator, String unit, String amount) {
        return target(plan, authority, indicator, unit, atLeast(amount));
    }

    public static Target target(Plan plan, Authority authority, String indicator, String unit, Aim aim) {
        return House.get(SetTarget.class)
                .set(new SetTarget.Command(
                        plan.id(),
                        indicator,
                        null,
                        "",
                        authority,
                        plan.period(),
                        Basis.PERIOD,
                        null,
                        null,
                        List.of(),
                        Strictness.BINDING,
                        "5 chỉ tiêu về kinh tế",
                        new BigDecimal("1.5"),
                        aim,
                        unit,
                        aim.comparator()
                                .said(
                                        Language.VI,
                                        String.valueOf(aim.amount()),
                                        aim.amountHigh() == null
                                                ? ""
                                                : aim.amountHigh().toString()),
                        "Nghị quyết 1",
                        null,
                        null,
                        COPIED));
    }

    /** For the whole province and the plan's period. */
    public static SetTarget.Command added(
            Plan plan,
            String indicator,
            String unit,
            @Nullable LocalDate decidedOn,
            @Nullable UUID instrument,
            @Nullable String reason) {
        return new SetTarget.Command(
                plan.id(),
                indicator,
                null,
                "",
                Authority.COUNCIL,
                plan.period(),
                Basis.PERIOD,
                null,
                null,
                List.of(),
                Strictness.BINDING,
                null,
                null,
                atLeast("5"),
                unit,
                "đạt 5",
                "Nghị quyết",
                decidedOn,
                instrument,
                reason);
    }

    public static AmendTarget.Command amendment(UUID target, int expectedRevision, String amount) {
        return new AmendTarget.Command(
                target,
                expectedRevision,
                atLeast(amount),
                "điều chỉnh",
                "Nghị quyết 2",
                "vì bão",
                END_OF_2023,
                instrument("2/" + UUID.randomUUID()).id());
    }

    public static Observation figure(String indicator, String unit, String period, String amount) {
        return figure(indicator, unit, null, period, amount);
    }

    public static Observation figure(String indicator, String unit, @Nullable UUID area, String period, String amount) {
        return House.get(RecordObservation.class)
                .record(new RecordObservation.Command(
                        indicator,
                        area,
                        "",
                        Period.parse(period),
                        ObservationStatus.OFFICIAL,
                        Amount.parse(amount),
                        unit,
                        null,
                        "Báo cáo \"cuối năm\"",
                        null));
    }

    /** From tomorrow on, for whom the nation's workspace is bound. */
    public static Threshold nationsThreshold(String exceededFrom) {
        int newest = House.get(ThresholdView.class)
                .all()
                .newest(Scope.NATION)
                .map(Threshold::version)
                .orElse(0);
        SetThreshold.Command own = threshold(null, newest, exceededFrom);
        LocalDate tomorrow = LocalDate.now(House.get(Clock.class)).plusDays(1);
        return House.get(SetThreshold.class)
                .set(new SetThreshold.Command(Scope.NATION, newest, own.cutPoints(), false, tomorrow, own.reason()));
    }

    public static SetThreshold.Command threshold(@Nullable String indicator, int expectedVersion, String exceededFrom) {
        return threshold(indicator, null, expectedVersion, exceededFrom);
    }

    public static SetThreshold.Command threshold(
            @Nullable String indicator, @Nullable UUID area, int expectedVersion, String exceededFrom) {
        CutPoints own = CutPoints.OWN_DESIGN;
        return new SetThreshold.Command(
                Scope.own(indicator, area),
                expectedVersion,
                new CutPoints(
                        new BigDecimal(exceededFrom),
                        own.nearlyFrom(),
                        own.onTrackFrom(),
                        own.behindFrom(),
                        own.tolerance(),
                        own.likelyFrom(),
                        own.openFrom(),
                        own.staleFrom()),
                false,
                LocalDate.of(2023, 1, 1),
                "thử");
    }

    public static Statement statement(String code, @Nullable UUID plan, @Nullable UUID target, @Nullable UUID figure) {
        return new Statement(
                code,
                StatementKind.TARGET,
                "trên 10%",
                "Nghị quyết 1",
                null,
                Period.ofYear(2023),
                plan,
                target,
                null,
                1,
                figure == null ? List.of() : List.of(figure));
    }

    /** @param checkpoints of the base scenario in the target's own unit, communes, each as months and amount */
    public static SetTrajectory.Command path(UUID target, int expectedVersion, String... checkpoints) {
        return new SetTrajectory.Command(
                target,
                expectedVersion,
                Stream.of(checkpoints)
                        .map(checkpoint -> checkpoint.split(" "))
                        .map(words -> given(Scenario.BASE, words[0], words[1], "xã"))
                        .toList(),
                "Kịch bản",
                "đặt kịch bản",
                null);
    }

    public static SetTrajectory.Given given(Scenario scenario, String months, String amount, String unit) {
        return new SetTrajectory.Given(scenario, null, null, null, Period.parse(months), Amount.parse(amount), unit);
    }

    /** What who acts now was told, as one of that role too; the newest first. */
    public static List<NoticeKind> told(String role) {
        return House.get(NotificationView.class).list(Set.of(role), null, 50).stream()
                .map(Notice::kind)
                .toList();
    }

    public static Aim atLeast(String amount) {
        return new Aim(Comparator.AT_LEAST, Amount.parse(amount), null, null, null);
    }
}
