package vn.cotmoc.core.impacts;

import static org.jooq.impl.DSL.all;
import static vn.cotmoc.core.tables.Tables.PUBLISHED_PLAN;
import static vn.cotmoc.core.tables.Tables.RULE_IMPACT;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.UUID;
import org.jooq.DSLContext;
import vn.cotmoc.core.tenancy.OwnedRows;

/** What was found for the bound province, each release and plan once; found again it takes the place of what was found before. */
@Singleton
class ImpactStore {

    private final DSLContext sql;
    private final OwnedRows rows;
    private final Clock clock;

    ImpactStore(DSLContext sql, OwnedRows rows, Clock clock) {
        this.sql = sql;
        this.rows = rows;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    boolean has(UUID release, UUID plan, LocalDate asOf) {
        return sql.fetchExists(
                RULE_IMPACT,
                rows.ownedByCurrentTenant(RULE_IMPACT)
                        .and(RULE_IMPACT.RELEASE_ID.eq(release))
                        .and(RULE_IMPACT.PLAN_ID.eq(plan))
                        .and(RULE_IMPACT.AS_OF.eq(asOf)));
    }

    /** What was found of other plans than these. */
    @Transactional
    void forgetOthers(UUID release, Collection<UUID> plans) {
        sql.deleteFrom(RULE_IMPACT)
                .where(rows.ownedByCurrentTenant(RULE_IMPACT))
                .and(RULE_IMPACT.RELEASE_ID.eq(release))
                .and(RULE_IMPACT.PLAN_ID.ne(all(plans.toArray(UUID[]::new))))
                .execute();
    }

    @Transactional
    void keep(Impact impact) {
        boolean published = sql.fetchExists(
                PUBLISHED_PLAN,
                rows.ownedByCurrentTenant(PUBLISHED_PLAN).and(PUBLISHED_PLAN.PLAN_ID.eq(impact.plan())));
        OffsetDateTime now = OffsetDateTime.now(clock).truncatedTo(ChronoUnit.MICROS);
        sql.insertInto(RULE_IMPACT)
                .set(RULE_IMPACT.TENANT_ID, rows.currentTenant())
                .set(RULE_IMPACT.RELEASE_ID, impact.release())
                .set(RULE_IMPACT.PLAN_ID, impact.plan())
                .set(RULE_IMPACT.PLAN_TITLE, impact.planTitle())
                .set(RULE_IMPACT.PLAN_PERIOD, impact.planPeriod().toString())
                .set(RULE_IMPACT.PUBLISHED, published)
                .set(RULE_IMPACT.AS_OF, impact.asOf())
                .set(RULE_IMPACT.TARGETS, impact.targets())
                .set(RULE_IMPACT.MOVES, Impact.text(impact.moves()))
                .set(RULE_IMPACT.FLAGGED, impact.flagged())
                .set(RULE_IMPACT.RECORDED_AT, now)
                .onConflict(RULE_IMPACT.TENANT_ID, RULE_IMPACT.RELEASE_ID, RULE_IMPACT.PLAN_ID)
                .doUpdate()
                .set(RULE_IMPACT.PLAN_TITLE, impact.planTitle())
                .set(RULE_IMPACT.PUBLISHED, published)
                .set(RULE_IMPACT.AS_OF, impact.asOf())
                .set(RULE_IMPACT.TARGETS, impact.targets())
                .set(RULE_IMPACT.MOVES, Impact.text(impact.moves()))
                .set(RULE_IMPACT.FLAGGED, impact.flagged())
                .set(RULE_IMPACT.RECORDED_AT, now)
                .execute();
    }
}
