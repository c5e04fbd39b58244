package vn.cotmoc.core.provinces;

import static vn.cotmoc.core.tables.Tables.OPENING;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jooq.DSLContext;
import vn.cotmoc.core.measure.Coded;
import vn.cotmoc.core.provinces.Opening.FirstAdministrator;
import vn.cotmoc.core.tables.tables.records.OpeningRecord;
import vn.cotmoc.core.tenancy.TenantId;

/** Openings, a table shared by all provinces. Steps only go forward, whoever records them in which order. */
@Singleton
@Transactional
public class OpeningStore {

    private final DSLContext sql;

    OpeningStore(DSLContext sql) {
        this.sql = sql;
    }

    public Optional<Opening> find(TenantId id) {
        return sql.selectFrom(OPENING)
                .where(OPENING.TENANT_ID.eq(id.value()))
                .fetchOptional()
                .map(OpeningStore::read);
    }

    /** Stores it as requested, unless there is one for that province already. */
    public void add(Opening opening) {
        OffsetDateTime startedAt = opening.startedAt().atOffset(ZoneOffset.UTC);
        sql.insertInto(OPENING)
                .set(OPENING.TENANT_ID, opening.id().value())
                .set(OPENING.NAME_VI, opening.name())
                .set(OPENING.NAME_EN, opening.nameEn())
                .set(OPENING.CODE, opening.code())
                .set(OPENING.SIMULATED, opening.simulated())
                .set(OPENING.BEGINS, opening.beginning().code())
                .set(OPENING.ADMIN_USERNAME, opening.administrator().username())
                .set(OPENING.ADMIN_EMAIL, opening.administrator().email())
                .set(OPENING.ADMIN_FIRST, opening.administrator().firstName())
                .set(OPENING.ADMIN_LAST, opening.administrator().lastName())
                .set(OPENING.STEP, OpeningStep.REQUESTED.code())
                .set(OPENING.STARTED_BY, opening.startedBy())
                .set(OPENING.STARTED_AT, startedAt)
                .set(OPENING.UPDATED_AT, startedAt)
                .onConflict(OPENING.TENANT_ID)
                .doNothing()
                .execute();
    }

    /**
     * Records a step that is done and forgets the last failure.
     *
     * @return false if that step was recorded before; two calls at once wait for each other here and one gets false
     */
    public boolean reached(TenantId id, OpeningStep step) {
        return sql.update(OPENING)
                        .set(OPENING.STEP, step.code())
                        .setNull(OPENING.FAILURE)
                        .set(OPENING.UPDATED_AT, now())
                        .where(OPENING.TENANT_ID.eq(id.value()))
                        .and(OPENING.STEP.in(step.before()))
                        .execute()
                == 1;
    }

    /** @return false if the account was made already, so that nothing can be corrected any more */
    public boolean correctAdministrator(TenantId id, FirstAdministrator administrator) {
        return sql.update(OPENING)
                        .set(OPENING.ADMIN_USERNAME, administrator.username())
                        .set(OPENING.ADMIN_EMAIL, administrator.email())
                        .set(OPENING.ADMIN_FIRST, administrator.firstName())
                        .set(OPENING.ADMIN_LAST, administrator.lastName())
                        .set(OPENING.UPDATED_AT, now())
                        .where(OPENING.TENANT_ID.eq(id.value()))
                        .and(OPENING.STEP.in(OpeningStep.ADMINISTRATOR.before()))
                        .execute()
                == 1;
    }

    /** @param because a Vietnamese sentence for people, without secrets */
    public void stopped(TenantId id, String because) {
        sql.update(OPENING)
                .set(OPENING.FAILURE, because)
                .set(OPENING.UPDATED_AT, now())
                .where(OPENING.TENANT_ID.eq(id.value()))
                .and(OPENING.STEP.in(OpeningStep.OPEN.before()))
                .execute();
    }

    private static OffsetDateTime now() {
        return OffsetDateTime.now(Clock.systemUTC());
    }

    private static Opening read(OpeningRecord row) {
        return new Opening(
                new TenantId(row.getTenantId()),
                row.getNameVi(),
                row.getNameEn(),
                row.getCode(),
                row.getSimulated(),
                Coded.read(Beginning.class, row.getBegins()),
                new FirstAdministrator(
                        row.getAdminUsername(), row.getAdminEmail(), row.getAdminFirst(), row.getAdminLast()),
                Coded.read(OpeningStep.class, row.getStep()),
                row.getFailure(),
                row.getStartedBy(),
                row.getStartedAt().toInstant());
    }
}
