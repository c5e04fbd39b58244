package vn.cotmoc.core.indicators;

import static org.jooq.impl.DSL.noCondition;
import static vn.cotmoc.core.tables.Tables.INDICATOR;
import static vn.cotmoc.core.tables.Tables.NATIONAL_INDICATOR;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.measure.Coded;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.tables.tables.records.NationalIndicatorRecord;
import vn.cotmoc.core.tenancy.OwnedRows;

/** The national catalogue as the current province sees it: what it has adopted, and what it could adopt. */
@Singleton
public class CatalogueView {

    private final DSLContext sql;
    private final OwnedRows rows;

    CatalogueView(DSLContext sql, OwnedRows rows) {
        this.sql = sql;
        this.rows = rows;
    }

    /**
     * @param indicator as a province would adopt it
     * @param adopted whether this province has one of that code
     */
    public record Line(Indicator indicator, boolean adopted) {}

    /** By code. @param after the last code of the page before, or null for the first page */
    @Transactional(readOnly = true)
    public List<Line> list(@Nullable String after, int limit) {
        List<NationalIndicatorRecord> national = sql.selectFrom(NATIONAL_INDICATOR)
                .where(after == null ? noCondition() : NATIONAL_INDICATOR.CODE.gt(after))
                .orderBy(NATIONAL_INDICATOR.CODE)
                .limit(limit)
                .fetch();
        List<String> own = sql.select(INDICATOR.CODE)
                .from(INDICATOR)
                .where(rows.ownedByCurrentTenant(INDICATOR))
                .and(INDICATOR.CODE.in(
                        national.stream().map(NationalIndicatorRecord::getCode).toList()))
                .fetch(INDICATOR.CODE);
        return national.stream()
                .map(row -> new Line(indicator(row), own.contains(row.getCode())))
                .toList();
    }

    /** @throws Refusal {@code unknown-national-indicator} */
    @Transactional(readOnly = true)
    public Indicator require(String code) {
        NationalIndicatorRecord row = sql.selectFrom(NATIONAL_INDICATOR)
                .where(NATIONAL_INDICATOR.CODE.eq(code))
                .fetchOne();
        if (row == null) {
            throw Refusal.unknown("unknown-national-indicator", "indicator", code);
        }
        return indicator(row);
    }

    private static Indicator indicator(NationalIndicatorRecord row) {
        MeasureKind kind = Coded.read(MeasureKind.class, row.getKind());
        return new Indicator(
                row.getCode(),
                row.getCode(),
                row.getNameVi(),
                row.getNameEn(),
                row.getUnitVi(),
                row.getUnitEn(),
                row.getDecimals(),
                Coded.read(Direction.class, row.getDirection()),
                kind,
                IndicatorRow.summation(
                        kind,
                        row.getTimeAggregation(),
                        row.getAreaAggregation(),
                        row.getNumeratorCode(),
                        row.getDenominatorCode()),
                Coded.read(PriceBasis.class, row.getPriceBasis()),
                IndicatorRow.formula(row.getFormula()),
                row.getGroupCode(),
                null,
                Coded.read(Cadence.class, row.getCadence()),
                null,
                row.getDefinition(),
                row.getSource(),
                false,
                1);
    }
}
