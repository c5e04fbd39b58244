package vn.cotmoc.core.plans;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.instruments.Instrument;
import vn.cotmoc.core.instruments.InstrumentStore;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.refusals.Refusal;

/** Takes a plan one step further: adopted, assigned, amended, closed. */
@Singleton
public class AdvancePlan {

    private final PlanStore store;
    private final InstrumentStore instruments;
    private final Clock clock;

    AdvancePlan(PlanStore store, InstrumentStore instruments, Clock clock) {
        this.store = store;
        this.instruments = instruments;
        this.clock = clock;
    }

    /**
     * @param expectedVersion the plan's version that the author has seen
     * @param instrument what decides the step; may be left out for closed only, once the plan's period is over
     * @param reason may be left out unless it is an amendment
     */
    public record Command(
            UUID plan,
            int expectedVersion,
            PlanStatus status,
            @Nullable UUID instrument,
            LocalDate decidedOn,
            @Nullable String reason) {}

    /**
     * @throws Refusal {@code unknown-plan}, {@code plan-changed}, {@code plan-closed}, {@code plan-move},
     *     {@code step-instrument}, {@code unknown-instrument}, {@code missing-field} for an amendment without a reason, {@code step-ahead}, {@code step-before}; {@code step-early}
     *     for closing before the plan's period is over without an instrument that decides it
     */
    @Transactional
    public Plan advance(Command command) {
        Plan before = store.require(command.plan());
        if (before.version() != command.expectedVersion()) {
            throw changed(before.version());
        }
        requireMove(before, command.status());
        Instrument instrument = instruments.resolve(command.instrument(), "/instrument");
        if (instrument == null && command.status().needsInstrument()) {
            throw Refusal.invalid("step-instrument", "/instrument", "status", command.status());
        }
        if (command.status() == PlanStatus.AMENDED && command.reason() == null) {
            throw Refusal.invalid("missing-field", "/reason", "field", "reason");
        }
        List<PlanStep> steps = store.steps(before.id());
        requireDay(command.status(), command.decidedOn(), steps);
        if (command.status() == PlanStatus.CLOSED && instrument == null) {
            requireOver(before.period(), command.decidedOn(), "/decidedOn");
        }
        Plan after = new Plan(before.id(), before.period(), before.title(), command.status(), before.version() + 1);
        if (!store.change(before, after)) {
            throw changed(after.version());
        }
        store.append(after.id(), steps.size() + 1, after.status(), instrument, command.decidedOn(), command.reason());
        return after;
    }

    private static void requireMove(Plan plan, PlanStatus wanted) {
        if (plan.status() == PlanStatus.CLOSED) {
            throw PlanStore.closed(plan);
        }
        if (!plan.status().next().contains(wanted)) {
            throw Refusal.invalid(
                    "plan-move",
                    "/status",
                    "from",
                    plan.status(),
                    "to",
                    wanted,
                    "allowed",
                    plan.status().next().stream().sorted().toList());
        }
    }

    private void requireDay(PlanStatus becomes, LocalDate decidedOn, List<PlanStep> steps) {
        requirePast(decidedOn, LocalDate.now(clock));
        PlanStep.lastAfter(becomes, decidedOn, steps).ifPresent(last -> {
            throw Refusal.invalid("step-before", "/decidedOn", "decidedOn", decidedOn, "last", last);
        });
    }

    static void requirePast(LocalDate decidedOn, LocalDate today) {
        if (decidedOn.isAfter(today)) {
            throw Refusal.invalid("step-ahead", "/decidedOn", "decidedOn", decidedOn, "today", today);
        }
    }

    static void requireOver(Period period, LocalDate decidedOn, String at) {
        if (decidedOn.isBefore(period.lastDay())) {
            throw Refusal.invalid("step-early", at, "decidedOn", decidedOn, "period", period, "ends", period.lastDay());
        }
    }

    static Refusal changed(int newest) {
        return Refusal.stale("plan-changed", "version", newest);
    }
}
