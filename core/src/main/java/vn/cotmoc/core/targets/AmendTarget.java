package vn.cotmoc.core.targets;

import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.instruments.Instrument;
import vn.cotmoc.core.instruments.InstrumentStore;
import vn.cotmoc.core.plans.PlanStore;
import vn.cotmoc.core.refusals.Collision;
import vn.cotmoc.core.refusals.Refusal;

/** Appends a revision to a target; what was decided before stays and can still be scored. */
@Singleton
public class AmendTarget {

    private final PlanStore plans;
    private final InstrumentStore instruments;
    private final TargetStore targets;
    private final Clock clock;

    AmendTarget(PlanStore plans, InstrumentStore instruments, TargetStore targets, Clock clock) {
        this.plans = plans;
        this.instruments = instruments;
        this.targets = targets;
        this.clock = clock;
    }

    /** @param expectedRevision the newest revision the amender has seen */
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
     * @throws Refusal {@code unknown-target}, {@code plan-closed}, {@code basis-comparator}, {@code unknown-instrument};
     *     {@code target-changed} if there is a newer revision; {@code decided-ahead}, {@code decided-before} for a day that
     *     cannot be
     */
    @Transactional
    public Revision amend(Command command) {
        Target target = targets.require(command.target());
        Revision last = targets.revisions(target.id()).getLast();
        int newest = last.number();
        if (newest != command.expectedRevision()) {
            throw changed(newest);
        }
        DecisionDay.require(command.decidedOn(), last.decidedOn(), clock);
        plans.requireOpen(target.plan());
        target.basis().requireFor(target.period(), command.aim().comparator());
        Instrument instrument = instruments.resolve(command.instrument(), "/instrument");
        try {
            return targets.append(
                    target.id(),
                    new Wish(
                            newest + 1,
                            command.aim(),
                            command.wording(),
                            command.source(),
                            command.reason(),
                            command.decidedOn(),
                            instrument));
        } catch (DataAccessException failure) {
            throw Collision.caused(failure) ? changed(newest + 1) : failure;
        }
    }

    private static Refusal changed(int newest) {
        return Refusal.stale("target-changed", "version", newest);
    }
}
