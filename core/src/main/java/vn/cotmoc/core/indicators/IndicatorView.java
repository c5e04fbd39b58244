package vn.cotmoc.core.indicators;

import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.noCondition;
import static vn.cotmoc.core.tables.Tables.INDICATOR;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.measure.Coded;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.tenancy.OwnedRows;

/** The list of a province's indicators, by code. */
@Singleton
public class IndicatorView {

    private final DSLContext sql;
    private final OwnedRows rows;

    IndicatorView(DSLContext sql, OwnedRows rows) {
        this.sql = sql;
        this.rows = rows;
    }

    /**
     * @param after the last code of the page before, or null for the first page
     * @param limit how many at most
     */
    @Transactional(readOnly = true)
    public List<Indicator> list(@Nullable String group, @Nullable String after, int limit) {
        return indicators(
                (group == null ? noCondition() : INDICATOR.GROUP_CODE.eq(group))
                        .and(after == null ? noCondition() : INDICATOR.CODE.gt(after)),
                limit);
    }

    /** @throws Refusal {@code unknown-indicator} */
    @Transactional(readOnly = true)
    public Indicator require(String code) {
        return indicators(INDICATOR.CODE.eq(code), 1).stream()
                .findFirst()
                .orElseThrow(() -> Refusal.unknown("unknown-indicator", "indicator", code));
    }

    private List<Indicator> indicators(Condition which, int limit) {
        return sql.select(
                        INDICATOR.CODE,
                        INDICATOR.NATIONAL_CODE,
                        INDICATOR.NAME_VI,
                        INDICATOR.NAME_EN,
                        INDICATOR.UNIT_VI,
                        INDICATOR.UNIT_EN,
                        INDICATOR.DECIMALS.convertFrom(Short::intValue),
                        INDICATOR.DIRECTION.convertFrom(code -> Coded.read(Direction.class, code)),
                        INDICATOR.KIND.convertFrom(code -> Coded.read(MeasureKind.class, code)),
                        INDICATOR.GROUP_CODE,
                        INDICATOR.CADENCE,
                        INDICATOR.DEFINITION,
                        INDICATOR.SOURCE)
                .from(INDICATOR)
                .where(rows.ownedByCurrentTenant(INDICATOR))
                .and(which)
                .orderBy(INDICATOR.CODE)
                .limit(limit)
                .fetch(mapping(Indicator::new));
    }
}
