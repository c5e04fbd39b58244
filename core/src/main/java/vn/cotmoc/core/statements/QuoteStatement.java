package vn.cotmoc.core.statements;

import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.actors.CurrentActor;
import vn.cotmoc.core.audit.Trail;
import vn.cotmoc.core.observations.ObservationView;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.plans.PlanStore;
import vn.cotmoc.core.refusals.Collision;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.targets.TargetStore;

/** Keeps a source's words, and ties them to the target they set or amend and the figures they report. */
@Singleton
public class QuoteStatement {

    private final StatementStore store;
    private final FigureRows figures;
    private final PlanStore plans;
    private final TargetStore targets;
    private final ObservationView observations;
    private final Trail trail;
    private final CurrentActor actor;
    private final Clock clock;

    QuoteStatement(
            StatementStore store,
            FigureRows figures,
            PlanStore plans,
            TargetStore targets,
            ObservationView observations,
            Trail trail,
            CurrentActor actor,
            Clock clock) {
        this.store = store;
        this.figures = figures;
        this.plans = plans;
        this.targets = targets;
        this.observations = observations;
        this.trail = trail;
        this.actor = actor;
        this.clock = clock;
    }

    /** @throws Refusal {@code statement-exists}, or the unknown plan, target, revision of it or observation */
    @Transactional
    public Statement quote(Statement statement) {
        if (store.existsByCode(statement.code())) {
            throw exists(statement);
        }
        UUID plan = statement.plan();
        if (plan != null && plans.find(plan).isEmpty()) {
            throw Refusal.invalid("unknown-plan", "/plan", "plan", plan);
        }
        UUID target = statement.target();
        if (target != null && targets.find(target).isEmpty()) {
            throw Refusal.invalid("unknown-target", "/target", "target", target);
        }
        requireRevision(statement);
        List<UUID> reported = statement.observations();
        for (int i = 0; i < reported.size(); i++) {
            observations.require(reported.get(i), "/observations/" + i);
        }
        StatementRow row = new StatementRow(
                null,
                statement.code(),
                statement.kind().code(),
                statement.quote(),
                statement.source(),
                statement.note(),
                text(statement.period()),
                plan,
                target,
                statement.revision(),
                reported.isEmpty() ? null : reported.getFirst(),
                clock.instant(),
                actor.username());
        try {
            store.save(row);
        } catch (DataAccessException failure) {
            throw Collision.caused(failure) ? exists(statement) : failure;
        }
        trail.added(statement.code(), row, statement.source());
        for (int position = 2; position <= reported.size(); position++) {
            FigureRow figure = new FigureRow(
                    null,
                    new FigureRow.Key(statement.code(), position),
                    reported.get(position - 1),
                    clock.instant(),
                    actor.username());
            figures.save(figure);
            trail.added(statement.code() + "/" + position, figure, statement.source());
        }
        return statement;
    }

    private void requireRevision(Statement statement) {
        Integer revision = statement.revision();
        UUID target = statement.target();
        if (revision != null
                && (target == null || targets.revisions(target).stream().noneMatch(one -> one.number() == revision))) {
            throw Refusal.invalid("unknown-revision", "/revision", "revision", revision);
        }
    }

    private static Refusal exists(Statement statement) {
        return Refusal.conflict("statement-exists", "code", statement.code());
    }

    private static @Nullable String text(@Nullable Period period) {
        return period == null ? null : period.toString();
    }
}
