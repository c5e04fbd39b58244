package vn.cotmoc.core.targets;

import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.indicators.IndicatorStore;
import vn.cotmoc.core.instruments.Instrument;
import vn.cotmoc.core.instruments.InstrumentStore;
import vn.cotmoc.core.plans.Plan;
import vn.cotmoc.core.plans.PlanStatus;
import vn.cotmoc.core.plans.PlanStore;
import vn.cotmoc.core.refusals.Collision;
import vn.cotmoc.core.refusals.Refusal;

/**
 * Appends a revision to a target; what was decided before stays and can still be scored. Once a plan is adopted only a paper
 * amends it, and the plan's life shows that step.
 */
@Singleton
public class AmendTarget {

    private final PlanStore plans;
    private final IndicatorStore indicators;
    private final InstrumentStore instruments;
    private final TargetStore targets;
    private final CheckAim checkAim;
    private final Clock clock;

    AmendTarget(
            PlanStore plans,
            IndicatorStore indicators,
            InstrumentStore instruments,
            TargetStore targets,
            CheckAim checkAim,
            Clock clock) {
        this.plans = plans;
        this.indicators = indicators;
        this.instruments = instruments;
        this.targets = targets;
        this.checkAim = checkAim;
        this.clock = clock;
    }

    /**
     * @param expectedRevision the newest revision the amender has seen
     * @param decidedOn null for the day on which the instrument was issued
     * @param instrument what decides it; may be left out while the plan is a draft
     */
    public record Command(
            UUID target,
            int expectedRevision,
            Aim aim,
            String wording,
            String source,
            String reason,
            @Nullable LocalDate decidedOn,
            @Nullable UUID instrument) {}

    /**
     * @throws Refusal {@code unknown-target}, {@code target-withdrawn}, {@code plan-closed}, as {@link CheckAim#check}, {@code unknown-instrument},
     *     {@code amendment-instrument} if it is left out of an adopted plan; {@code target-changed} if there is a newer revision;
     *     {@code decided-ahead}, {@code decided-before}, {@code decided-before-adoption} for a day that cannot be
     */
    @Transactional
    public Revision amend(Command command) {
        plans.take(targets.require(command.target()).plan());
        Target target = targets.requireInForce(command.target());
        List<Revision> revisions = targets.revisions(target.id());
        Revision last = revisions.getLast();
        int newest = last.number();
        if (newest != command.expectedRevision()) {
            throw changed(newest);
        }
        Plan plan = plans.requireOpen(target.plan());
        checkAim.check(
                command.aim(), indicators.require(target.indicator(), "/target"), target.period(), target.basis());
        Instrument instrument = instruments.resolve(command.instrument(), "/instrument");
        if (instrument == null && plan.status() != PlanStatus.DRAFT) {
            throw withoutPaper(target, plan);
        }
        LocalDate decidedOn =
                command.decidedOn() == null && instrument != null ? instrument.issuedOn() : command.decidedOn();
        DecisionDay.require(decidedOn, DecisionDay.newest(revisions.stream().map(Revision::decidedOn)), clock);
        if (instrument != null && decidedOn != null) {
            plans.requireAdoptedBefore(plan, instrument, decidedOn);
            plans.amendedBy(plan, instrument, decidedOn, command.reason());
        }
        try {
            return targets.append(
                    target.id(),
                    new Wish(
                            newest + 1,
                            command.aim(),
                            command.wording(),
                            command.source(),
                            command.reason(),
                            decidedOn,
                            instrument),
                    last);
        } catch (DataAccessException failure) {
            throw Collision.caused(failure) ? changed(newest + 1) : failure;
        }
    }

    static Refusal withoutPaper(Target target, Plan plan) {
        return Refusal.invalid(
                "amendment-instrument",
                "/instrument",
                "indicator",
                target.indicator(),
                "title",
                plan.title(),
                "period",
                plan.period(),
                "status",
                plan.status());
    }

    static Refusal changed(int newest) {
        return Refusal.stale("target-changed", "version", newest);
    }
}
