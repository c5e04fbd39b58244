package vn.cotmoc.core.coherence;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.indicators.Indicator;
import vn.cotmoc.core.measure.Amount;
import vn.cotmoc.core.measure.Coded;
import vn.cotmoc.core.measure.Language;
import vn.cotmoc.core.observations.Observation;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.scoring.TargetLine;
import vn.cotmoc.core.targets.Aim;
import vn.cotmoc.core.targets.Authority;
import vn.cotmoc.core.targets.Comparator;
import vn.cotmoc.core.targets.Target;
import vn.cotmoc.core.trajectories.Checkpoint;
import vn.cotmoc.core.trajectories.Scenario;
import vn.cotmoc.core.trajectories.Trajectory;

/**
 * One side of a finding, with what it was read from.
 *
 * @param target that states it; null for a figure and for an indicator
 * @param comparator of a target only
 * @param amount in the indicator's unit; null where the comparator says it all
 * @param amountHigh of a range or k of n only
 * @param wording the target's own words, or what stands for them
 * @param scenario of a checkpoint only
 */
public record Fact(
        Kind kind,
        @Nullable Target target,
        Indicator indicator,
        Period period,
        @Nullable Comparator comparator,
        @Nullable Amount amount,
        @Nullable Amount amountHigh,
        String wording,
        String source,
        @Nullable Scenario scenario) {

    /** What it was read from. */
    public enum Kind implements Coded {
        TARGET,
        BASELINE,
        CHECKPOINT,
        FIGURE,
        /** How the indicator is described. */
        INDICATOR
    }

    static Fact of(TargetLine line) {
        Aim aim = line.revision().aim();
        return new Fact(
                Kind.TARGET,
                line.target(),
                line.indicator(),
                line.target().period(),
                aim.comparator(),
                aim.amount(),
                aim.amountHigh(),
                line.revision().wording(),
                line.revision().source(),
                null);
    }

    /** The description of what the target aims at. */
    static Fact describing(TargetLine line) {
        return new Fact(
                Kind.INDICATOR,
                null,
                line.indicator(),
                line.target().period(),
                null,
                null,
                null,
                line.indicator().definition(),
                line.indicator().source(),
                null);
    }

    static Fact of(TargetLine line, Aim.Baseline baseline) {
        return new Fact(
                Kind.BASELINE,
                line.target(),
                line.indicator(),
                baseline.period(),
                null,
                baseline.amount(),
                null,
                line.revision().wording(),
                line.revision().source(),
                null);
    }

    static Fact of(TargetLine line, Trajectory trajectory, Checkpoint checkpoint, Indicator indicator) {
        return new Fact(
                Kind.CHECKPOINT,
                line.target(),
                indicator,
                checkpoint.period(),
                null,
                checkpoint.amount(),
                null,
                trajectory.source(),
                trajectory.source(),
                checkpoint.scenario());
    }

    static Fact of(Observation figure, Indicator indicator) {
        return new Fact(
                Kind.FIGURE,
                null,
                indicator,
                figure.period(),
                null,
                figure.amount(),
                null,
                figure.source(),
                figure.source(),
                null);
    }

    @Nullable
    UUID plan() {
        return target == null ? null : target.plan();
    }

    @Nullable
    Authority authority() {
        return target == null ? null : target.authority();
    }

    /** Of those that have a number. */
    Amount number() {
        if (amount == null) {
            throw new IllegalStateException("This fact has no number: " + wording);
        }
        return amount;
    }

    /** {@code hơn 11 %}: the comparator's words, the numbers and the unit. */
    String said(Language language) {
        String number = amount == null ? "" : language.number(amount.value());
        String high = amountHigh == null ? "" : language.number(amountHigh.value());
        String words = comparator == null ? number : comparator.said(language, number, high);
        return words + " " + unit(language);
    }

    String unit(Language language) {
        return language.of(indicator.unit(), indicator.unitEn());
    }

    String name(Language language) {
        return language.of(indicator.name(), indicator.nameEn());
    }
}
