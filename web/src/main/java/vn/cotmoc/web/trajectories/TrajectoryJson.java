package vn.cotmoc.web.trajectories;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.measure.Amount;
import vn.cotmoc.core.observations.Observation;
import vn.cotmoc.core.pace.Outlook;
import vn.cotmoc.core.scoring.RequiredPace;
import vn.cotmoc.core.trajectories.Checkpoint;
import vn.cotmoc.core.trajectories.Scenario;
import vn.cotmoc.core.trajectories.SetTrajectory;
import vn.cotmoc.core.trajectories.Trajectory;
import vn.cotmoc.web.wire.Listing;
import vn.cotmoc.web.wire.Reads;

/**
 * A target's way through its period as of a day. Amounts are exact decimals in the unit of their indicator.
 *
 * @param version in force on the day; 0 if there is none
 * @param newest version of all, which is also the ETag; 0 if there is none
 * @param checkpoints of the version in force, as they were given
 * @param assumed what is assumed by months where the version states nothing of the target itself
 * @param figures what was believed on the day of months inside the period
 * @param versions of the path, oldest first
 */
@Serdeable
@Schema(name = "Trajectory")
record TrajectoryJson(
        UUID target,
        String indicator,
        UUID area,
        String subgroup,
        String unit,
        String period,
        int version,
        int newest,
        List<CheckpointJson> checkpoints,
        List<PointJson> assumed,
        List<FigureJson> figures,
        PaceJson pace,
        List<VersionJson> versions)
        implements Listing<TrajectoryJson.CheckpointJson> {

    @Override
    public List<CheckpointJson> rows() {
        return checkpoints;
    }

    static TrajectoryJson of(Outlook outlook) {
        var target = outlook.line().target();
        Trajectory inForce = outlook.inForce();
        List<Trajectory> history = outlook.history();
        return new TrajectoryJson(
                target.id(),
                target.indicator(),
                target.area(),
                target.subgroup(),
                outlook.line().indicator().unit(),
                target.period().toString(),
                inForce == null ? 0 : inForce.version(),
                history.isEmpty() ? 0 : history.getLast().version(),
                inForce == null
                        ? List.of()
                        : inForce.checkpoints().stream().map(CheckpointJson::of).toList(),
                outlook.assumed().stream().map(PointJson::of).toList(),
                outlook.figures().stream().map(FigureJson::of).toList(),
                PaceJson.of(outlook.pace()),
                history.stream().map(VersionJson::of).toList());
    }

    /** What a scenario expects of some months: discrete like 2024-Q2, cumulative like 2024-H1. */
    @Serdeable
    @Schema(name = "Checkpoint")
    record CheckpointJson(
            @Schema(allowableValues = {"low", "base", "high"})
            String scenario,

            String indicator,
            UUID area,
            String subgroup,
            String period,
            String amount) {

        static CheckpointJson of(Checkpoint checkpoint) {
            return new CheckpointJson(
                    checkpoint.scenario().code(),
                    checkpoint.indicator(),
                    checkpoint.area(),
                    checkpoint.subgroup(),
                    checkpoint.period().toString(),
                    checkpoint.amount().text());
        }
    }

    /**
     * What is expected of a total by first months of which no checkpoint says it itself.
     *
     * @param origin {@code stated} where several checkpoints add up to it, else how it is assumed, of the whole or between checkpoints
     * @param share of the aim, half-up to 1e-6; null where it is reckoned from checkpoints
     * @param amount null where no amount is aimed at
     * @param years whose shares were averaged; empty unless seasonal
     */
    @Serdeable
    @Schema(name = "AssumedPoint")
    record PointJson(
            @Schema(allowableValues = {"stated", "seasonal", "linear"})
            String origin,

            String period,
            @Nullable String share,
            @Nullable String amount,
            List<Integer> years) {

        static PointJson of(Outlook.Point point) {
            return new PointJson(
                    point.origin().code(),
                    point.months().toString(),
                    point.share() == null ? null : point.share().rounded().toPlainString(),
                    point.amount() == null ? null : point.amount().text(),
                    point.years());
        }
    }

    /** A figure as it was believed on the day. */
    @Serdeable
    @Schema(name = "FigureOnTheWay")
    record FigureJson(
            String period,
            String amount,

            @Schema(allowableValues = {"outturn", "estimated", "preliminary", "official", "revised"})
            String status) {

        static FigureJson of(Observation figure) {
            return new FigureJson(
                    figure.period().toString(),
                    figure.amount().text(),
                    figure.status().code());
        }
    }

    /**
     * What the rest of the period must bring.
     *
     * @param answer {@code needed}, or why it cannot be said
     * @param soFar what the months covered brought, or their average
     * @param strict whether more, or less, than the aim is asked for
     * @param remaining of a total what is missing, 0 or less if nothing is; at most: what is still allowed
     */
    @Serdeable
    @Schema(name = "RequiredPace")
    record PaceJson(
            @Schema(allowableValues = {"needed", "no-figures", "complete", "not-added", "not-reachable", "no-amount"})
            String answer,

            @Schema(allowableValues = {"at-least", "at-most"}) @Nullable
            String bound,

            @Nullable Boolean strict,
            @Nullable String soFar,
            @Nullable String covered,
            @Nullable String remaining,
            List<EachJson> each) {

        static PaceJson of(RequiredPace pace) {
            return switch (pace) {
                case RequiredPace.Unknown unknown ->
                    new PaceJson(unknown.reason().code(), null, null, null, null, null, List.of());
                case RequiredPace.Needed needed ->
                    new PaceJson(
                            "needed",
                            needed.bound().code(),
                            needed.strict(),
                            needed.soFar().text(),
                            needed.covered().toString(),
                            text(needed.remaining()),
                            needed.each().stream().map(EachJson::of).toList());
            };
        }

        private static @Nullable String text(@Nullable BigDecimal amount) {
            return amount == null ? null : amount.stripTrailingZeros().toPlainString();
        }
    }

    /**
     * What every one of the remaining parts must bring.
     *
     * @param amount half-up to 1e-6
     */
    @Serdeable
    @Schema(name = "RequiredOfEach")
    record EachJson(
            @Schema(allowableValues = {"month", "quarter", "year"})
            String step,

            int parts,
            String amount) {

        static EachJson of(RequiredPace.Each each) {
            return new EachJson(
                    each.step().code(),
                    each.parts(),
                    each.amount().stripTrailingZeros().toPlainString());
        }
    }

    /** Who said when what is expected. */
    @Serdeable
    @Schema(name = "TrajectoryVersion")
    record VersionJson(
            int version,
            int checkpoints,
            String source,
            String reason,
            @Nullable LocalDate decidedOn,
            Instant recordedAt,
            String recordedBy) {

        static VersionJson of(Trajectory trajectory) {
            return new VersionJson(
                    trajectory.version(),
                    trajectory.checkpoints().size(),
                    trajectory.source(),
                    trajectory.reason(),
                    trajectory.decidedOn(),
                    trajectory.recordedAt(),
                    trajectory.recordedBy());
        }
    }

    /** A version as received. An empty list of checkpoints takes the path back; one that was left out is refused, for that may be a slip. */
    @Serdeable
    @Schema(name = "NewTrajectory")
    record SetJson(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            List<GivenJson> checkpoints,

            String source,
            String reason,
            @Nullable String decidedOn) {

        SetTrajectory.Command toCommand(UUID target, int expectedVersion) {
            return new SetTrajectory.Command(
                    target,
                    expectedVersion,
                    Reads.each(Reads.present(checkpoints, "/checkpoints"), "/checkpoints", GivenJson::toGiven),
                    Reads.text(source, "/source", 1000),
                    Reads.text(reason, "/reason", 1000),
                    Reads.dayOrNull(decidedOn, "/decidedOn"));
        }
    }

    /** A checkpoint as received; what is left out is the target's own. {@code unit} is the indicator's, or converts exactly. */
    @Serdeable
    @Schema(name = "NewCheckpoint")
    record GivenJson(
            @Schema(allowableValues = {"low", "base", "high"})
            String scenario,

            @Nullable String indicator,
            @Nullable String area,
            @Nullable String subgroup,
            String period,
            String amount,
            String unit) {

        SetTrajectory.Given toGiven(String at) {
            Amount given = Reads.amount(amount, at + "/amount");
            return new SetTrajectory.Given(
                    Reads.word(Scenario.class, scenario, at + "/scenario"),
                    indicator == null ? null : Reads.text(indicator, at + "/indicator", 60),
                    Reads.idOrNull(area, at + "/area"),
                    Reads.textOrNull(subgroup, at + "/subgroup", 200),
                    Reads.period(period, at + "/period"),
                    given,
                    Reads.text(unit, at + "/unit", 60));
        }
    }
}
