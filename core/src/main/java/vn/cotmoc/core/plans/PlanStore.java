package vn.cotmoc.core.plans;

import static vn.cotmoc.core.tables.Tables.PLAN;
import static vn.cotmoc.core.tables.Tables.PLAN_STEP;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.actors.CurrentActor;
import vn.cotmoc.core.audit.Trail;
import vn.cotmoc.core.instruments.Instrument;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.tenancy.OwnedRows;
import vn.cotmoc.core.tenancy.Visible;

/** The current province's plans with the steps of their lives. */
@Singleton
public class PlanStore {

    private final PlanRows plans;
    private final StepRows steps;
    private final DSLContext sql;
    private final OwnedRows rows;
    private final Trail trail;
    private final CurrentActor actor;
    private final Clock clock;

    PlanStore(
            PlanRows plans,
            StepRows steps,
            DSLContext sql,
            OwnedRows rows,
            Trail trail,
            CurrentActor actor,
            Clock clock) {
        this.plans = plans;
        this.steps = steps;
        this.sql = sql;
        this.rows = rows;
        this.trail = trail;
        this.actor = actor;
        this.clock = clock;
    }

    @Transactional
    public Optional<Plan> find(UUID id) {
        return plans.findByPlanId(id).map(PlanRow::toPlan);
    }

    /** @throws Refusal {@code unknown-plan} */
    @Transactional
    public Plan require(UUID id) {
        return find(id).orElseThrow(() -> Refusal.unknown("unknown-plan", "plan", id));
    }

    /**
     * One whose targets may still change. It makes no step until this transaction ends.
     *
     * @throws Refusal {@code unknown-plan}, {@code plan-closed}
     */
    @Transactional
    public Plan requireOpen(UUID id) {
        sql.select(PLAN.VERSION)
                .from(PLAN)
                .where(rows.ownedByCurrentTenant(PLAN))
                .and(PLAN.PLAN_ID.eq(id))
                .forShare()
                .fetch();
        Plan plan = require(id);
        if (plan.status() == PlanStatus.CLOSED) {
            throw closed(plan);
        }
        return plan;
    }

    /** Who else takes the plan waits until this transaction ends. */
    @Transactional
    public void take(UUID id) {
        sql.select(PLAN.VERSION)
                .from(PLAN)
                .where(rows.ownedByCurrentTenant(PLAN))
                .and(PLAN.PLAN_ID.eq(id))
                .forNoKeyUpdate()
                .fetch();
    }

    static Refusal closed(Plan plan) {
        return Refusal.conflict("plan-closed", "title", plan.title(), "period", plan.period());
    }

    void add(Plan plan) {
        PlanRow row = row(plan);
        plans.save(row);
        trail.added(plan.id(), row);
    }

    /** Oldest first. */
    List<PlanStep> steps(UUID plan) {
        return steps.findByKeyPlanId(plan).stream()
                .map(StepRow::toStep)
                .sorted(Comparator.comparingInt(PlanStep::number))
                .toList();
    }

    /** @return false if there is another version than the one before this; two at once wait for each other here */
    boolean change(Plan was, Plan plan) {
        boolean changed = sql.update(PLAN)
                        .set(PLAN.STATUS, plan.status().code())
                        .set(PLAN.VERSION, plan.version())
                        .where(rows.ownedByCurrentTenant(PLAN))
                        .and(PLAN.PLAN_ID.eq(plan.id()))
                        .and(PLAN.VERSION.eq(was.version()))
                        .execute()
                == 1;
        if (changed) {
            trail.changed(plan.id(), row(was), row(plan));
        }
        return changed;
    }

    /**
     * Puts another title in the place of one that was written down wrongly.
     *
     * @return false if there is another version than the one before this
     * @throws Refusal {@code correction-none}
     */
    boolean correct(Plan was, Plan plan, String reason) {
        int changed = sql.update(PLAN)
                .set(PLAN.TITLE, plan.title())
                .set(PLAN.VERSION, plan.version())
                .where(rows.ownedByCurrentTenant(PLAN))
                .and(PLAN.PLAN_ID.eq(plan.id()))
                .and(PLAN.VERSION.eq(was.version()))
                .execute();
        if (changed == 1) {
            Plan right = new Plan(was.id(), was.period(), plan.title(), was.status(), was.version());
            trail.corrected(plan.id(), row(was), row(right), reason);
        }
        return changed == 1;
    }

    /** Another of its period with its title; titles are one as the unique index sees them. */
    boolean hasTwin(Plan plan) {
        return sql.fetchExists(sql.selectOne()
                .from(PLAN)
                .where(rows.ownedByCurrentTenant(PLAN))
                .and(PLAN.PLAN_ID.ne(plan.id()))
                .and(PLAN.PERIOD.eq(plan.period().toString()))
                .and(Visible.isLike(PLAN.TITLE, plan.title())));
    }

    /**
     * Notes in the plan's life that a paper amended it, or somebody without one, for a reason. Not if a step says so, if the plan is a
     * draft, or if it was decided before the plan was adopted. The plan must have been {@link #take taken}.
     *
     * @return whether it is an amendment, and not part of what was adopted
     */
    @Transactional
    public boolean amendedBy(Plan plan, @Nullable Instrument instrument, LocalDate decidedOn, @Nullable String reason) {
        List<PlanStep> steps = steps(plan.id());
        List<PlanStep> said = steps.stream()
                .filter(step -> step.says(instrument, decidedOn, reason))
                .toList();
        boolean adopted = (!steps.isEmpty() && steps.getFirst().isAfter(decidedOn))
                || said.stream().anyMatch(step -> step.status() != PlanStatus.AMENDED);
        if (adopted || !plan.status().next().contains(PlanStatus.AMENDED)) {
            return false;
        }
        if (!said.isEmpty()) {
            return true;
        }
        Plan amended = new Plan(plan.id(), plan.period(), plan.title(), PlanStatus.AMENDED, plan.version() + 1);
        if (!change(plan, amended)) {
            throw new IllegalStateException("The plan %s was not taken.".formatted(plan.id()));
        }
        append(plan.id(), steps.size() + 1, PlanStatus.AMENDED, instrument, decidedOn, reason);
        return true;
    }

    /**
     * Nothing that was decided before a plan was adopted changes what was adopted. The adopting paper itself may: it is read again where
     * a target was copied wrongly.
     *
     * @throws Refusal {@code decided-before-adoption}
     */
    @Transactional(readOnly = true)
    public void requireAdoptedBefore(Plan plan, Instrument instrument, LocalDate decidedOn) {
        steps(plan.id()).stream()
                .limit(1)
                .filter(adopted ->
                        adopted.isAfter(decidedOn) && !instrument.id().equals(adopted.instrument()))
                .forEach(adopted -> {
                    throw Refusal.invalid(
                            "decided-before-adoption",
                            "/decidedOn",
                            "decidedOn",
                            decidedOn,
                            "title",
                            plan.title(),
                            "adopted",
                            adopted.decidedOn());
                });
    }

    /** The plans with a step that took its day from a paper, in the order of their identifiers. */
    List<UUID> datedBy(Instrument paper) {
        return sql.selectDistinct(PLAN_STEP.PLAN_ID)
                .from(PLAN_STEP)
                .where(rows.ownedByCurrentTenant(PLAN_STEP))
                .and(PLAN_STEP.INSTRUMENT_ID.eq(paper.id()))
                .and(PLAN_STEP.DECIDED_ON.eq(paper.issuedOn()))
                .orderBy(PLAN_STEP.PLAN_ID)
                .fetch(PLAN_STEP.PLAN_ID);
    }

    /** Mends the day of a step. */
    void redate(UUID plan, PlanStep step, LocalDate decidedOn, String reason) {
        sql.update(PLAN_STEP)
                .set(PLAN_STEP.DECIDED_ON, decidedOn)
                .where(rows.ownedByCurrentTenant(PLAN_STEP))
                .and(PLAN_STEP.PLAN_ID.eq(plan))
                .and(PLAN_STEP.STEP.eq(step.number()))
                .execute();
        trail.corrected(
                plan + "/" + step.number(), StepRow.of(plan, step), StepRow.of(plan, step.on(decidedOn)), reason);
    }

    /** @param number one more than the last step's */
    PlanStep append(
            UUID plan,
            int number,
            PlanStatus status,
            @Nullable Instrument instrument,
            LocalDate decidedOn,
            @Nullable String reason) {
        PlanStep step = new PlanStep(
                number,
                status,
                instrument == null ? null : instrument.id(),
                decidedOn,
                reason,
                clock.instant(),
                actor.username());
        StepRow row = StepRow.of(plan, step);
        steps.save(row);
        trail.added(plan + "/" + number, row, instrument == null ? null : instrument.number());
        return step;
    }

    private PlanRow row(Plan plan) {
        return new PlanRow(
                null,
                plan.id(),
                plan.period().toString(),
                plan.title(),
                plan.status().code(),
                plan.version(),
                clock.instant(),
                actor.username());
    }
}
