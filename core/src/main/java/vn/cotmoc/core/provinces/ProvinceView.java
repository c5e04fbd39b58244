package vn.cotmoc.core.provinces;

import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.val;
import static vn.cotmoc.core.tables.Tables.OPENING;
import static vn.cotmoc.core.tables.Tables.TENANT;

import io.micronaut.transaction.annotation.ReadOnly;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.measure.Coded;
import vn.cotmoc.core.tenancy.TenantId;

/** All provinces, open or being opened, for the platform's administrator. */
@Singleton
@ReadOnly
public class ProvinceView {

    // A province of the demo has no opening, one that is being opened no row of its own yet.
    private static final Field<String> ID = coalesce(TENANT.TENANT_ID, OPENING.TENANT_ID);

    private final DSLContext sql;

    ProvinceView(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * @param step {@link OpeningStep#OPEN} exactly when the province is open
     * @param failure why the last try to open it stopped, for people
     * @param openedAt null until it is open
     */
    public record Row(
            TenantId id,
            String name,
            String nameEn,
            String code,
            boolean simulated,
            Beginning beginning,
            OpeningStep step,
            @Nullable String failure,
            @Nullable Instant openedAt) {

        public boolean isOpen() {
            return step == OpeningStep.OPEN;
        }
    }

    /** @param after the last id of the page before; provinces come in the order of their ids */
    public List<Row> list(@Nullable TenantId after, int limit) {
        return rows(after == null ? noCondition() : ID.gt(after.value()), limit);
    }

    public Optional<Row> find(TenantId id) {
        return rows(ID.eq(id.value()), 1).stream().findFirst();
    }

    private List<Row> rows(Condition condition, int limit) {
        return sql.select(
                        ID.convertFrom(TenantId::new),
                        coalesce(TENANT.NAME_VI, OPENING.NAME_VI),
                        coalesce(TENANT.NAME_EN, OPENING.NAME_EN),
                        coalesce(TENANT.CODE, OPENING.CODE),
                        coalesce(TENANT.SIMULATED, OPENING.SIMULATED),
                        coalesce(OPENING.BEGINS, val(Beginning.CATALOGUE.code()))
                                .convertFrom(code -> Coded.read(Beginning.class, code)),
                        coalesce(OPENING.STEP, val(OpeningStep.OPEN.code()))
                                .convertFrom(code -> Coded.read(OpeningStep.class, code)),
                        OPENING.FAILURE,
                        TENANT.OPENED_AT.convertFrom(ProvinceView::instant))
                .from(TENANT)
                .fullJoin(OPENING)
                .on(TENANT.TENANT_ID.eq(OPENING.TENANT_ID))
                .where(condition)
                .orderBy(ID)
                .limit(limit)
                .fetch(mapping(Row::new));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
