package vn.cotmoc.core.provinces;

import static vn.cotmoc.core.tables.Tables.TENANT;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jooq.DSLContext;
import vn.cotmoc.core.tables.tables.records.TenantRecord;
import vn.cotmoc.core.tenancy.TenantId;

/** Open provinces, a table shared by all of them. */
@Singleton
@Transactional
public class ProvinceStore {

    private final DSLContext sql;

    ProvinceStore(DSLContext sql) {
        this.sql = sql;
    }

    public Optional<Province> find(TenantId id) {
        return sql.selectFrom(TENANT)
                .where(TENANT.TENANT_ID.eq(id.value()))
                .fetchOptional()
                .map(ProvinceStore::read);
    }

    void add(Province province) {
        sql.insertInto(TENANT)
                .set(TENANT.TENANT_ID, province.id().value())
                .set(TENANT.NAME_VI, province.name())
                .set(TENANT.NAME_EN, province.nameEn())
                .set(TENANT.CODE, province.code())
                .set(TENANT.SIMULATED, province.simulated())
                .set(TENANT.OPENED_AT, province.openedAt().atOffset(ZoneOffset.UTC))
                .execute();
    }

    private static Province read(TenantRecord row) {
        return new Province(
                new TenantId(row.getTenantId()),
                row.getNameVi(),
                row.getNameEn(),
                row.getCode(),
                row.getSimulated(),
                row.getOpenedAt().toInstant());
    }
}
