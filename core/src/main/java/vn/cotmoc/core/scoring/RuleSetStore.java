package vn.cotmoc.core.scoring;

import static vn.cotmoc.core.tables.Tables.RULE_SET;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jooq.DSLContext;
import vn.cotmoc.core.actors.CurrentActor;
import vn.cotmoc.core.audit.Trail;
import vn.cotmoc.core.tenancy.OwnedRows;

/** Keeps the rule sets of runs under their hash, each once; nothing of one ever changes. */
@Singleton
public class RuleSetStore {

    private final DSLContext sql;
    private final OwnedRows rows;
    private final RuleSetView kept;
    private final Trail trail;
    private final CurrentActor actor;
    private final Clock clock;

    RuleSetStore(DSLContext sql, OwnedRows rows, RuleSetView kept, Trail trail, CurrentActor actor, Clock clock) {
        this.sql = sql;
        this.rows = rows;
        this.kept = kept;
        this.trail = trail;
        this.actor = actor;
        this.clock = clock;
    }

    /** Two runs that bring the same set at once keep it once. */
    @Transactional
    public void keep(RuleSet ruleSet) {
        if (kept.has(ruleSet.sha256())) {
            return;
        }
        int added = sql.insertInto(RULE_SET)
                .set(RULE_SET.TENANT_ID, rows.currentTenant())
                .set(RULE_SET.SHA256, ruleSet.sha256())
                .set(RULE_SET.MODEL, ruleSet.model())
                .set(RULE_SET.RECORDED_AT, OffsetDateTime.now(clock).truncatedTo(ChronoUnit.MICROS))
                .set(RULE_SET.RECORDED_BY, actor.username())
                .onConflictDoNothing()
                .execute();
        if (added > 0) {
            trail.added(
                    RULE_SET.getName(),
                    ruleSet.sha256(),
                    Map.of("id", ruleSet.id(), "version", ruleSet.version(), "engine", ruleSet.engine()));
        }
    }
}
