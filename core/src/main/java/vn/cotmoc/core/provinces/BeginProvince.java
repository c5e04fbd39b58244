package vn.cotmoc.core.provinces;

import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static vn.cotmoc.core.tables.Tables.AREA;
import static vn.cotmoc.core.tables.Tables.INDICATOR;
import static vn.cotmoc.core.tables.Tables.NATIONAL_INDICATOR;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.jooq.DSLContext;
import vn.cotmoc.core.actors.CurrentActor;
import vn.cotmoc.core.audit.Trail;
import vn.cotmoc.core.measure.Identifiers;
import vn.cotmoc.core.tenancy.CurrentTenant;

/**
 * Gives a province its first rows, in one transaction: itself, and unless an archive brings them, its own area and the indicators
 * of the national catalogue. The province must be bound.
 */
@Singleton
public class BeginProvince {

    /** Before any figure that a province brings along. */
    private static final LocalDate EVER = LocalDate.of(2000, 1, 1);

    private final DSLContext sql;
    private final CurrentTenant currentTenant;
    private final Trail trail;
    private final CurrentActor actor;
    private final Identifiers identifiers;
    private final ProvinceStore provinces;

    BeginProvince(
            DSLContext sql,
            CurrentTenant currentTenant,
            Trail trail,
            CurrentActor actor,
            Identifiers identifiers,
            ProvinceStore provinces) {
        this.sql = sql;
        this.currentTenant = currentTenant;
        this.trail = trail;
        this.actor = actor;
        this.identifiers = identifiers;
        this.provinces = provinces;
    }

    /** @throws IllegalArgumentException if another province is bound */
    @Transactional
    public void begin(Province province, Beginning beginning) {
        if (!currentTenant.get().equals(province.id())) {
            throw new IllegalArgumentException(
                    "%s cannot begin while %s is bound.".formatted(province.id(), currentTenant.get()));
        }
        provinces.add(province);
        switch (beginning) {
            case CATALOGUE -> fill(province);
            case ARCHIVE -> {}
        }
    }

    private void fill(Province province) {
        OffsetDateTime now = province.openedAt().atOffset(ZoneOffset.UTC);
        addArea(province);
        copyCatalogue(province, now);
        trail.added("province", province.id(), Map.of("name", province.name(), "code", province.code()));
    }

    private void addArea(Province province) {
        sql.insertInto(AREA)
                .set(AREA.TENANT_ID, province.id().value())
                .set(AREA.AREA_ID, identifiers.next())
                .set(AREA.LEVEL, "province")
                .set(AREA.CODE, province.code())
                .set(AREA.NAME, province.name())
                .set(AREA.VALID_FROM, EVER)
                .execute();
    }

    private void copyCatalogue(Province province, OffsetDateTime now) {
        var national = NATIONAL_INDICATOR;
        sql.insertInto(
                        INDICATOR,
                        INDICATOR.TENANT_ID,
                        INDICATOR.CODE,
                        INDICATOR.NATIONAL_CODE,
                        INDICATOR.NAME_VI,
                        INDICATOR.NAME_EN,
                        INDICATOR.UNIT_VI,
                        INDICATOR.UNIT_EN,
                        INDICATOR.DECIMALS,
                        INDICATOR.DIRECTION,
                        INDICATOR.KIND,
                        INDICATOR.TIME_AGGREGATION,
                        INDICATOR.AREA_AGGREGATION,
                        INDICATOR.NUMERATOR_CODE,
                        INDICATOR.DENOMINATOR_CODE,
                        INDICATOR.PRICE_BASIS,
                        INDICATOR.FORMULA,
                        INDICATOR.GROUP_CODE,
                        INDICATOR.CADENCE,
                        INDICATOR.DEFINITION,
                        INDICATOR.SOURCE,
                        INDICATOR.RECORDED_AT,
                        INDICATOR.RECORDED_BY)
                .select(select(
                                val(province.id().value()),
                                national.CODE,
                                national.CODE,
                                national.NAME_VI,
                                national.NAME_EN,
                                national.UNIT_VI,
                                national.UNIT_EN,
                                national.DECIMALS,
                                national.DIRECTION,
                                national.KIND,
                                national.TIME_AGGREGATION,
                                national.AREA_AGGREGATION,
                                national.NUMERATOR_CODE,
                                national.DENOMINATOR_CODE,
                                national.PRICE_BASIS,
                                national.FORMULA,
                                national.GROUP_CODE,
                                national.CADENCE,
                                national.DEFINITION,
                                national.SOURCE,
                                val(now),
                                val(actor.username()))
                        .from(national))
                .execute();
    }
}
