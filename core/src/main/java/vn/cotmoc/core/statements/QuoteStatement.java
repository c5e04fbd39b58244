package vn.cotmoc.core.statements;

import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import vn.cotmoc.core.observations.ObservationView;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.plans.PlanStore;
import vn.cotmoc.core.refusals.Collision;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.targets.Target;
import vn.cotmoc.core.targets.TargetStore;

/** Keeps a source's words, and ties them to the target they set or amend and the figures they report. */
@Singleton
public class QuoteStatement {

    private final StatementStore store;
    private final PlanStore plans;
    private final TargetStore targets;
    private final ObservationView observations;

    QuoteStatement(StatementStore store, PlanStore plans, TargetStore targets, ObservationView observations) {
        this.store = store;
        this.plans = plans;
        this.targets = targets;
        this.observations = observations;
    }

    /** @throws Refusal {@code statement-exists}, or the unknown plan, target, revision of it or observation */
    @Transactional
    public Statement quote(Statement statement) {
        if (store.has(statement.code())) {
            throw exists(statement);
        }
        requireTies(statement, List.of());
        try {
            store.add(statement);
        } catch (DataAccessException failure) {
            throw Collision.caused(failure) ? exists(statement) : failure;
        }
        return statement;
    }

    /**
     * @param before the figures that it was tied to, which may have been taken back since
     * @throws Refusal {@code unknown-plan}, {@code unknown-target}, {@code unknown-revision}, or the unknown observation; {@code
     *     statement-plan}, {@code statement-period} for a target of another plan or of other years; {@code observation-withdrawn}
     */
    void requireTies(Statement statement, List<UUID> before) {
        UUID plan = statement.plan();
        if (plan != null && plans.find(plan).isEmpty()) {
            throw Refusal.invalid("unknown-plan", "/plan", "plan", plan);
        }
        UUID target = statement.target();
        if (target != null) {
            requireSame(
                    statement,
                    targets.find(target)
                            .orElseThrow(() -> Refusal.invalid("unknown-target", "/target", "target", target)));
        }
        Integer revision = statement.revision();
        if (revision != null
                && (target == null || targets.revisions(target).stream().noneMatch(one -> one.number() == revision))) {
            throw Refusal.invalid("unknown-revision", "/revision", "revision", revision);
        }
        List<UUID> reported = statement.observations();
        for (int i = 0; i < reported.size(); i++) {
            UUID figure = observations.require(reported.get(i), "/observations/" + i);
            if (!before.contains(figure)) {
                observations.requireKept(figure, "/observations/" + i);
            }
        }
    }

    /**
     * A plan that is named is the target's; where none is, the target is of the statement's years. What belongs to a year may be due in
     * the next one: a file of 2021's capital by 30 January 2022.
     */
    private static void requireSame(Statement statement, Target target) {
        UUID plan = statement.plan();
        if (plan != null && !plan.equals(target.plan())) {
            throw Refusal.invalid(
                    "statement-plan", "/target", "indicator", target.indicator(), "period", target.period());
        }
        Period period = statement.period();
        if (plan == null
                && period != null
                && !period.contains(target.period())
                && !target.period().contains(period)) {
            throw Refusal.invalid(
                    "statement-period",
                    "/target",
                    "indicator",
                    target.indicator(),
                    "period",
                    target.period(),
                    "stated",
                    period);
        }
    }

    private static Refusal exists(Statement statement) {
        return Refusal.conflict("statement-exists", "code", statement.code());
    }
}
