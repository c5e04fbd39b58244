package vn.cotmoc.core.statements;

import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import vn.cotmoc.core.observations.ObservationView;
import vn.cotmoc.core.plans.PlanStore;
import vn.cotmoc.core.refusals.Collision;
import vn.cotmoc.core.refusals.Refusal;
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
        requireTies(statement);
        try {
            store.add(statement);
        } catch (DataAccessException failure) {
            throw Collision.caused(failure) ? exists(statement) : failure;
        }
        return statement;
    }

    /** @throws Refusal {@code unknown-plan}, {@code unknown-target}, {@code unknown-revision}, or the unknown observation */
    void requireTies(Statement statement) {
        UUID plan = statement.plan();
        if (plan != null && plans.find(plan).isEmpty()) {
            throw Refusal.invalid("unknown-plan", "/plan", "plan", plan);
        }
        UUID target = statement.target();
        if (target != null && targets.find(target).isEmpty()) {
            throw Refusal.invalid("unknown-target", "/target", "target", target);
        }
        Integer revision = statement.revision();
        if (revision != null
                && (target == null || targets.revisions(target).stream().noneMatch(one -> one.number() == revision))) {
            throw Refusal.invalid("unknown-revision", "/revision", "revision", revision);
        }
        List<UUID> reported = statement.observations();
        for (int i = 0; i < reported.size(); i++) {
            observations.require(reported.get(i), "/observations/" + i);
        }
    }

    private static Refusal exists(Statement statement) {
        return Refusal.conflict("statement-exists", "code", statement.code());
    }
}
