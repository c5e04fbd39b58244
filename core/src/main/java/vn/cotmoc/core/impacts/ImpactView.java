package vn.cotmoc.core.impacts;

import static vn.cotmoc.core.tables.Tables.RULE_IMPACT;
import static vn.cotmoc.core.tables.Tables.TENANT;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.tenancy.OwnedRows;

/** What was found, for a province of its own plans, and for the ministry of the plans that provinces have published. */
@Singleton
public class ImpactView {

    private static final String MINISTRY = "ministry";

    private final DSLContext sql;
    private final DSLContext published;
    private final OwnedRows rows;

    ImpactView(DSLContext sql, @Named(MINISTRY) DSLContext published, OwnedRows rows) {
        this.sql = sql;
        this.published = published;
        this.rows = rows;
    }

    /** Of the bound province, by release and plan. */
    @Transactional(readOnly = true)
    public List<Impact> own() {
        return sql.selectFrom(RULE_IMPACT)
                .where(rows.ownedByCurrentTenant(RULE_IMPACT))
                .orderBy(RULE_IMPACT.RELEASE_ID, RULE_IMPACT.PLAN_PERIOD, RULE_IMPACT.PLAN_ID)
                .fetch(ImpactView::impact);
    }

    /** @param simulated whether the province's data are generated */
    public record OfProvince(String province, String name, String nameEn, boolean simulated, Impact impact) {}

    /** Of every province whose plan is published, under the ministry's own database role; simulated provinces last. */
    @Transactional(MINISTRY)
    public List<OfProvince> everywhere(UUID release) {
        return published
                .select(RULE_IMPACT.fields())
                .select(TENANT.NAME_VI, TENANT.NAME_EN, TENANT.SIMULATED)
                .from(RULE_IMPACT)
                .join(TENANT)
                .on(TENANT.TENANT_ID.eq(RULE_IMPACT.TENANT_ID))
                .where(RULE_IMPACT.RELEASE_ID.eq(release))
                .orderBy(TENANT.SIMULATED, TENANT.TENANT_ID, RULE_IMPACT.PLAN_PERIOD, RULE_IMPACT.PLAN_ID)
                .fetch(row -> new OfProvince(
                        row.get(RULE_IMPACT.TENANT_ID),
                        row.get(TENANT.NAME_VI),
                        row.get(TENANT.NAME_EN),
                        row.get(TENANT.SIMULATED),
                        impact(row)));
    }

    private static Impact impact(Record row) {
        return new Impact(
                row.get(RULE_IMPACT.RELEASE_ID),
                row.get(RULE_IMPACT.PLAN_ID),
                row.get(RULE_IMPACT.PLAN_TITLE),
                Period.parse(row.get(RULE_IMPACT.PLAN_PERIOD)),
                row.get(RULE_IMPACT.AS_OF),
                row.get(RULE_IMPACT.TARGETS),
                Impact.moves(row.get(RULE_IMPACT.MOVES)),
                row.get(RULE_IMPACT.FLAGGED));
    }
}
