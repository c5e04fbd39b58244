package vn.cotmoc.core.indicators;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static vn.cotmoc.core.tables.Tables.INDICATOR;
import static vn.cotmoc.core.tables.Tables.OBSERVATION;
import static vn.cotmoc.core.tables.Tables.TARGET;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
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
        return sql.select()
                .from(INDICATOR)
                .where(rows.ownedByCurrentTenant(INDICATOR))
                .and(group == null ? noCondition() : INDICATOR.GROUP_CODE.eq(group))
                .and(after == null ? noCondition() : INDICATOR.CODE.gt(after))
                .orderBy(INDICATOR.CODE)
                .limit(limit)
                .fetch(IndicatorView::read);
    }

    /** @throws Refusal {@code unknown-indicator} */
    @Transactional(readOnly = true)
    public Indicator require(String code) {
        Indicator found = one(code).fetchOne(IndicatorView::read);
        if (found == null) {
            throw Refusal.unknown("unknown-indicator", "indicator", code);
        }
        return found;
    }

    /** Those of the codes, as far as the province has them. */
    @Transactional(readOnly = true)
    public List<Indicator> of(Collection<String> codes) {
        return sql.select()
                .from(INDICATOR)
                .where(rows.ownedByCurrentTenant(INDICATOR))
                .and(INDICATOR.CODE.in(codes))
                .orderBy(INDICATOR.CODE)
                .fetch(IndicatorView::read);
    }

    /** Nobody else changes it until this transaction ends. @throws Refusal {@code unknown-indicator} */
    @Transactional
    public Indicator requireToChange(String code) {
        Indicator found = one(code).forUpdate().fetchOne(IndicatorView::read);
        if (found == null) {
            throw Refusal.unknown("unknown-indicator", "indicator", code);
        }
        return found;
    }

    /**
     * Nobody else gives an indicator another calculation until this transaction ends: what a formula reaches stays as it is.
     * Figures and targets do not wait.
     */
    void holdDictionary() {
        sql.select(INDICATOR.CODE)
                .from(INDICATOR)
                .where(rows.ownedByCurrentTenant(INDICATOR))
                .orderBy(INDICATOR.CODE)
                .forNoKeyUpdate()
                .fetch();
    }

    /** Those of the codes, by code. Nobody changes them until this transaction ends; others may measure them too. */
    Map<String, Indicator> toMeasure(Collection<String> codes) {
        return sql.select()
                .from(INDICATOR)
                .where(rows.ownedByCurrentTenant(INDICATOR))
                .and(INDICATOR.CODE.in(codes))
                .orderBy(INDICATOR.CODE)
                .forKeyShare()
                .fetchMap(INDICATOR.CODE, IndicatorView::read);
    }

    /** Those that are calculated, if only where nothing is reported, by code. */
    @Transactional(readOnly = true)
    public List<Indicator> calculated() {
        return sql.select()
                .from(INDICATOR)
                .where(rows.ownedByCurrentTenant(INDICATOR))
                .and(or(INDICATOR.FORMULA.isNotNull(), INDICATOR.AREA_AGGREGATION.eq("ratio")))
                .orderBy(INDICATOR.CODE)
                .fetch(IndicatorView::read);
    }

    /** Those that are not retired and lean on it: made of its figures, or with it as their proxy; by code. */
    List<Indicator> leaningOn(String code) {
        return sql
                .select()
                .from(INDICATOR)
                .where(rows.ownedByCurrentTenant(INDICATOR))
                .and(not(INDICATOR.RETIRED))
                .and(or(
                        INDICATOR.FORMULA.isNotNull(),
                        INDICATOR.AREA_AGGREGATION.eq("ratio"),
                        INDICATOR.PROXY_CODE.eq(code)))
                .orderBy(INDICATOR.CODE)
                .fetch(IndicatorView::read)
                .stream()
                .filter(other -> other.madeOf().contains(code) || code.equals(other.proxy()))
                .toList();
    }

    /** Whether it has figures or targets. */
    @Transactional(readOnly = true)
    boolean isMeasured(String code) {
        return sql.fetchExists(select().from(INDICATOR)
                .where(rows.ownedByCurrentTenant(INDICATOR))
                .and(INDICATOR.CODE.eq(code))
                .and(or(
                        exists(selectOne()
                                .from(OBSERVATION)
                                .where(rows.ownedByCurrentTenant(OBSERVATION))
                                .and(OBSERVATION.INDICATOR_CODE.eq(code))),
                        exists(selectOne()
                                .from(TARGET)
                                .where(rows.ownedByCurrentTenant(TARGET))
                                .and(TARGET.INDICATOR_CODE.eq(code))))));
    }

    private SelectConditionStep<Record> one(String code) {
        return sql.select()
                .from(INDICATOR)
                .where(rows.ownedByCurrentTenant(INDICATOR))
                .and(INDICATOR.CODE.eq(code));
    }

    /** From a row with all columns of the table. */
    public static Indicator read(Record row) {
        MeasureKind kind = Coded.read(MeasureKind.class, row.get(INDICATOR.KIND));
        return new Indicator(
                row.get(INDICATOR.CODE),
                row.get(INDICATOR.NATIONAL_CODE),
                row.get(INDICATOR.NAME_VI),
                row.get(INDICATOR.NAME_EN),
                row.get(INDICATOR.UNIT_VI),
                row.get(INDICATOR.UNIT_EN),
                row.get(INDICATOR.DECIMALS),
                Coded.read(Direction.class, row.get(INDICATOR.DIRECTION)),
                kind,
                IndicatorRow.summation(
                        kind,
                        row.get(INDICATOR.TIME_AGGREGATION),
                        row.get(INDICATOR.AREA_AGGREGATION),
                        row.get(INDICATOR.NUMERATOR_CODE),
                        row.get(INDICATOR.DENOMINATOR_CODE)),
                Coded.read(PriceBasis.class, row.get(INDICATOR.PRICE_BASIS)),
                IndicatorRow.formula(row.get(INDICATOR.FORMULA)),
                row.get(INDICATOR.GROUP_CODE),
                row.get(INDICATOR.LEAD_UNIT),
                Coded.read(Cadence.class, row.get(INDICATOR.CADENCE)),
                row.get(INDICATOR.PROXY_CODE),
                row.get(INDICATOR.DEFINITION),
                row.get(INDICATOR.SOURCE),
                row.get(INDICATOR.RETIRED),
                row.get(INDICATOR.VERSION));
    }
}
