package vn.cotmoc.core.scoring;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.checks.Limits;
import vn.cotmoc.core.house.Measures;
import vn.cotmoc.core.indicators.Direction;
import vn.cotmoc.core.indicators.Indicator;
import vn.cotmoc.core.indicators.MeasureKind;
import vn.cotmoc.core.measure.Amount;
import vn.cotmoc.core.observations.Observation;
import vn.cotmoc.core.observations.ObservationStatus;
import vn.cotmoc.core.periods.Calendar;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.targets.Aim;
import vn.cotmoc.core.targets.Authority;
import vn.cotmoc.core.targets.Basis;
import vn.cotmoc.core.targets.Comparator;
import vn.cotmoc.core.targets.Revision;
import vn.cotmoc.core.targets.Strictness;
import vn.cotmoc.core.targets.Target;
import vn.cotmoc.core.targets.Yardstick;
import vn.cotmoc.core.thresholds.CutPoints;
import vn.cotmoc.core.thresholds.Scope;
import vn.cotmoc.core.thresholds.Threshold;
import vn.cotmoc.core.trajectories.Checkpoint;
import vn.cotmoc.core.trajectories.Scenario;
import vn.cotmoc.core.trajectories.Trajectory;

/** Indicators, aims and figures for tests, in few words. */
final class Lines {

    private static final UUID PLACE = new UUID(0, 1);

    private Lines() {}

    static Indicator higher(MeasureKind kind) {
        return indicator(kind, Direction.HIGHER_IS_BETTER);
    }

    static Indicator lower(MeasureKind kind) {
        return indicator(kind, Direction.LOWER_IS_BETTER);
    }

    static Indicator indicator(MeasureKind kind, Direction direction) {
        return Measures.of("ANY", "tỷ đồng", "billion dong", kind, direction);
    }

    static Aim aim(Comparator comparator, String amount) {
        return new Aim(comparator, Amount.parse(amount), null, null, null);
    }

    static Aim from(String baseline, Comparator comparator, String amount) {
        return new Aim(
                comparator,
                Amount.parse(amount),
                null,
                null,
                new Aim.Baseline(Amount.parse(baseline), Period.ofYear(2020)));
    }

    static Aim range(String low, String high) {
        return new Aim(Comparator.RANGE, Amount.parse(low), Amount.parse(high), null, null);
    }

    static Aim word(Comparator comparator, @Nullable LocalDate due) {
        return new Aim(comparator, null, null, due, null);
    }

    static TargetLine line(Indicator indicator, Aim aim, String period) {
        return line(indicator, aim, period, Authority.COUNCIL);
    }

    static TargetLine line(Indicator indicator, Aim aim, String period, Authority authority) {
        return new TargetLine(
                new Target(
                        new UUID(0, 7),
                        new UUID(0, 8),
                        indicator.code(),
                        PLACE,
                        "",
                        authority,
                        Period.parse(period),
                        Basis.PERIOD,
                        null,
                        null,
                        Strictness.BINDING,
                        null,
                        null),
                new Revision(1, aim, "như nghị quyết", "Nghị quyết 1", null, null, null, Instant.EPOCH, "nguoi-nhap"),
                indicator,
                "Lào Cai",
                null);
    }

    /** The same, of another target. */
    static TargetLine numbered(TargetLine line, int number) {
        Target target = line.target();
        return new TargetLine(
                new Target(
                        new UUID(1, number),
                        target.plan(),
                        target.indicator(),
                        target.area(),
                        target.subgroup(),
                        target.authority(),
                        target.period(),
                        target.basis(),
                        target.parent(),
                        target.assignedTo(),
                        target.strictness(),
                        target.focus(),
                        target.weight()),
                line.revision(),
                line.indicator(),
                line.areaName(),
                line.unitName());
    }

    /** @param checkpoints of the base scenario, each as months and amount */
    static Trajectory path(String... checkpoints) {
        return new Trajectory(
                new UUID(0, 7),
                3,
                Stream.of(checkpoints)
                        .map(checkpoint -> checkpoint.split(" "))
                        .map(words -> new Checkpoint(
                                Scenario.BASE, "ANY", PLACE, "", Period.parse(words[0]), Amount.parse(words[1])))
                        .toList(),
                "Kịch bản",
                "đặt",
                null,
                Instant.EPOCH,
                "nguoi-nhap");
    }

    static Observation figure(String period, String amount) {
        return figure(
                period, amount, ObservationStatus.OFFICIAL, Period.parse(period).lastDay());
    }

    static Observation figure(String period, String amount, ObservationStatus status, LocalDate knownOn) {
        return figure(period, amount, status, knownOn, Instant.EPOCH);
    }

    static Observation figure(
            String period, String amount, ObservationStatus status, LocalDate knownOn, Instant recordedAt) {
        return new Observation(
                new UUID(period.hashCode(), amount.hashCode()),
                "ANY",
                PLACE,
                "",
                Period.parse(period),
                Calendar.CIVIL,
                status,
                Amount.parse(amount),
                knownOn,
                true,
                "báo cáo",
                null,
                null,
                recordedAt,
                "nguoi-nhap");
    }

    /** Counts from its period's last day, because nobody said when it was known. */
    static Observation unstated(String period, String amount) {
        Observation stated = figure(period, amount);
        return new Observation(
                stated.id(),
                stated.indicator(),
                stated.area(),
                stated.subgroup(),
                stated.period(),
                stated.calendar(),
                stated.status(),
                stated.amount(),
                stated.knownOn(),
                false,
                stated.source(),
                null,
                null,
                stated.recordedAt(),
                stated.recordedBy());
    }

    /** As the house designed them, but for two. */
    static CutPoints cutPoints(BigDecimal exceededFrom, BigDecimal nearlyFrom) {
        CutPoints own = CutPoints.OWN_DESIGN;
        return new CutPoints(
                exceededFrom,
                nearlyFrom,
                own.onTrackFrom(),
                own.behindFrom(),
                own.tolerance(),
                own.likelyFrom(),
                own.openFrom(),
                own.staleFrom());
    }

    /** With what its figures warn of, as of a day. */
    static AssessPlan.Assessed assessed(
            TargetLine line, CutPoints cutPoints, LocalDate day, List<TargetLine> targets, Observation... known) {
        return assessed(line, null, cutPoints, day, targets, known);
    }

    static AssessPlan.Assessed assessed(
            TargetLine line,
            @Nullable Trajectory trajectory,
            CutPoints cutPoints,
            LocalDate day,
            List<TargetLine> targets,
            Observation... known) {
        Yardstick yardstick = cutPoints.yardstick();
        Features features = Features.of(line, trajectory, List.of(known), yardstick, day);
        return new AssessPlan.Assessed(
                line,
                new Threshold(
                        new UUID(0, 9),
                        Scope.PROVINCE,
                        1,
                        cutPoints,
                        false,
                        LocalDate.EPOCH,
                        "thử",
                        Instant.EPOCH,
                        "nguoi-sua"),
                features,
                Signals.of(line, features.reading(), List.of(known), targets, yardstick, Limits.OWN_DESIGN, day),
                true);
    }

    /** Where a tolerance of 5 % is all that is chosen. */
    static final Yardstick USUAL = CutPoints.OWN_DESIGN.yardstick();

    /** By the house's own cut points, as the next. */
    static EndBand endBand(Features features) {
        return EndBand.of(features.measurement().attainment(), CutPoints.OWN_DESIGN);
    }

    static PaceBand paceBand(Features features) {
        return PaceBand.of(features.pace(), features.wayWithoutPace(), CutPoints.OWN_DESIGN);
    }

    static BigDecimal decimal(String text) {
        return new BigDecimal(text);
    }
}
