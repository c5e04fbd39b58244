package vn.cotmoc.core.plans;

import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.instruments.Instrument;
import vn.cotmoc.core.instruments.InstrumentStore;
import vn.cotmoc.core.measure.Identifiers;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.refusals.Collision;
import vn.cotmoc.core.refusals.Refusal;

/** A province begins the plan of a year or a term. */
@Singleton
public class DrawUpPlan {

    private final PlanStore store;
    private final InstrumentStore instruments;
    private final Identifiers identifiers;
    private final Clock clock;

    DrawUpPlan(PlanStore store, InstrumentStore instruments, Identifiers identifiers, Clock clock) {
        this.store = store;
        this.instruments = instruments;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /**
     * @param instrument what decided it; of a draft nothing has, and none of these is kept
     * @param decidedOn null for the instrument's day, else for the first day of the period or the last of one that is closed
     * @param reason why there is no paper; needed where there is none, unless it is a draft
     */
    public record Command(
            Period period,
            String title,
            PlanStatus status,
            @Nullable UUID instrument,
            @Nullable LocalDate decidedOn,
            @Nullable String reason) {

        /** A plan that nothing has decided yet. */
        public static Command draft(Period period, String title) {
            return new Command(period, title, PlanStatus.DRAFT, null, null, null);
        }
    }

    /**
     * @throws Refusal {@code plan-period} unless it is a year or a term; {@code plan-amended} for one that begins as amended,
     *     {@code step-early} for one that begins as closed before its period is over; {@code plan-exists} where the period has one of that
     *     title, whatever its capitals and what nobody sees; {@code unknown-instrument}, {@code step-reason} for one past a draft that
     *     names neither a paper nor why there is none, {@code step-ahead}
     */
    @Transactional
    public Plan drawUp(Command command) {
        Period period = command.period();
        if (!period.isYear() && !period.isTerm()) {
            throw Refusal.invalid("plan-period", "/period", "period", period);
        }
        requireLife(command.status(), period);
        Instrument instrument = instruments.resolve(command.instrument(), "/instrument");
        boolean begun = command.status() != PlanStatus.DRAFT;
        if (begun && instrument == null && command.reason() == null) {
            throw Refusal.invalid("step-reason", "/reason", "status", command.status());
        }
        LocalDate decidedOn = decidedOn(command, instrument);
        Plan plan = new Plan(identifiers.next(), period, command.title(), command.status(), 1);
        if (store.hasTwin(plan)) {
            throw exists(plan);
        }
        try {
            store.add(plan);
        } catch (DataAccessException failure) {
            throw Collision.caused(failure) ? exists(plan) : failure;
        }
        if (begun) {
            store.append(plan.id(), 1, plan.status(), instrument, decidedOn, command.reason());
        }
        return plan;
    }

    private LocalDate decidedOn(Command command, @Nullable Instrument instrument) {
        LocalDate today = LocalDate.now(clock);
        LocalDate stated = command.decidedOn();
        if (stated != null) {
            AdvancePlan.requirePast(stated, today);
            return stated;
        }
        if (instrument != null) {
            return instrument.issuedOn();
        }
        Period period = command.period();
        LocalDate stands = command.status() == PlanStatus.CLOSED ? period.lastDay() : period.firstDay();
        return stands.isAfter(today) ? today : stands;
    }

    /** A plan whose life began elsewhere begins where it stands, with the step that led there; an amendment is a step, with its paper. */
    private void requireLife(PlanStatus status, Period period) {
        if (status == PlanStatus.AMENDED) {
            throw Refusal.invalid("plan-amended", "/status", "status", status);
        }
        if (status == PlanStatus.CLOSED) {
            AdvancePlan.requireOver(period, LocalDate.now(clock), "/status");
        }
    }

    static Refusal exists(Plan plan) {
        return Refusal.conflict("plan-exists", "period", plan.period(), "title", plan.title());
    }
}
