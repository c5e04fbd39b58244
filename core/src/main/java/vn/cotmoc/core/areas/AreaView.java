package vn.cotmoc.core.areas;

import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.noCondition;
import static vn.cotmoc.core.tables.Tables.AREA;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.tenancy.OwnedRows;

/** The province's administrative units. */
@Singleton
public class AreaView {

    private final DSLContext sql;
    private final OwnedRows rows;

    AreaView(DSLContext sql, OwnedRows rows) {
        this.sql = sql;
        this.rows = rows;
    }

    @Transactional(readOnly = true)
    public List<Area> list(@Nullable UUID after, int limit) {
        return sql.select(AREA.AREA_ID, AREA.NAME, AREA.LEVEL, AREA.CODE, AREA.VALID_FROM, AREA.VALID_TO)
                .from(AREA)
                .where(rows.ownedByCurrentTenant(AREA))
                .and(after == null ? noCondition() : AREA.AREA_ID.gt(after))
                .orderBy(AREA.AREA_ID)
                .limit(limit)
                .fetch(mapping(Area::new));
    }

    /**
     * The given area, or the province itself where none is given.
     *
     * @throws Refusal {@code unknown-area}, at the given place
     */
    @Transactional(readOnly = true)
    public UUID resolve(@Nullable UUID area, String at) {
        UUID found = sql.select(AREA.AREA_ID)
                .from(AREA)
                .where(rows.ownedByCurrentTenant(AREA))
                .and(area == null ? AREA.PARENT_ID.isNull() : AREA.AREA_ID.eq(area))
                .limit(1)
                .fetchOne(AREA.AREA_ID);
        if (found == null) {
            throw Refusal.invalid("unknown-area", at, "area", area == null ? "" : area);
        }
        return found;
    }
}
