package vn.cotmoc.core.targets;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.instruments.Instrument;
import vn.cotmoc.core.instruments.InstrumentStore;
import vn.cotmoc.core.plans.Plan;
import vn.cotmoc.core.plans.PlanStatus;
import vn.cotmoc.core.plans.PlanStore;
import vn.cotmoc.core.refusals.Refusal;

/**
 * Takes a target back, with a reason. In a draft it was a mistake and never counts. Later only a paper takes it back: from the
 * day of that decision on it is not scored by current aims, and by original ones it still is. Nothing of it is lost.
 */
@Singleton
public class WithdrawTarget {

    private final PlanStore plans;
    private final InstrumentStore instruments;
    private final TargetStore targets;
    private final Clock clock;

    WithdrawTarget(PlanStore plans, InstrumentStore instruments, TargetStore targets, Clock clock) {
        this.plans = plans;
        this.instruments = instruments;
        this.targets = targets;
        this.clock = clock;
    }

    /**
     * @param expectedRevision the newest revision that was seen
     * @param decidedOn null for the day on which the instrument was issued; of a draft always null
     * @param instrument what decides it; of a draft always null
     */
    public record Command(
            UUID target,
            int expectedRevision,
            String reason,
            @Nullable LocalDate decidedOn,
            @Nullable UUID instrument) {}

    /**
     * @throws Refusal {@code unknown-target}, {@code plan-closed}, {@code target-withdrawn}, {@code target-changed},
     *     {@code target-parts} while others are parts of it, {@code unknown-instrument}, {@code amendment-instrument} if it is
     *     left out of an adopted plan, {@code draft-withdrawal} if a draft's target is taken back by a paper or as of a day,
     *     {@code decided-ahead}, {@code decided-before}, {@code decided-before-adoption}
     */
    @Transactional
    public void withdraw(Command command) {
        plans.take(targets.require(command.target()).plan());
        Target target = targets.requireInForce(command.target());
        List<Revision> revisions = targets.revisions(target.id());
        Revision last = revisions.getLast();
        if (last.number() != command.expectedRevision()) {
            throw AmendTarget.changed(last.number());
        }
        Plan plan = plans.requireOpen(target.plan());
        int parts = targets.parts(target.id());
        if (parts > 0) {
            throw Refusal.conflict("target-parts", "indicator", target.indicator(), "parts", parts);
        }
        if (plan.status() == PlanStatus.DRAFT) {
            if (command.instrument() != null || command.decidedOn() != null) {
                throw Refusal.invalid(
                        "draft-withdrawal",
                        command.instrument() == null ? "/decidedOn" : "/instrument",
                        "title",
                        plan.title(),
                        "period",
                        plan.period());
            }
            targets.withdraw(target, null, command.reason(), null);
            return;
        }
        Instrument instrument = instruments.resolve(command.instrument(), "/instrument");
        if (instrument == null) {
            throw AmendTarget.withoutPaper(target, plan);
        }
        LocalDate decidedOn = Objects.requireNonNullElse(command.decidedOn(), instrument.issuedOn());
        DecisionDay.require(decidedOn, DecisionDay.newest(revisions.stream().map(Revision::decidedOn)), clock);
        plans.requireAdoptedBefore(plan, instrument, decidedOn);
        plans.amendedBy(plan, instrument, decidedOn, command.reason());
        targets.withdraw(target, decidedOn, command.reason(), instrument);
    }
}
