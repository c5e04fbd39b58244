package vn.cotmoc.core.observations;

import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static vn.cotmoc.core.tables.Tables.OBSERVATION;
import static vn.cotmoc.core.tables.Tables.OBSERVATION_WITHDRAWAL;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.measure.Amount;
import vn.cotmoc.core.measure.Coded;
import vn.cotmoc.core.periods.Calendar;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.tables.tables.records.ObservationRecord;
import vn.cotmoc.core.tenancy.OwnedRows;

/** The province's figures, every vintage of them. */
@Singleton
public class ObservationView {

    private final DSLContext sql;
    private final OwnedRows rows;

    ObservationView(DSLContext sql, OwnedRows rows) {
        this.sql = sql;
        this.rows = rows;
    }

    /** What to list; null means any; without a day also what was withdrawn. */
    public record Query(
            @Nullable String indicator,
            @Nullable UUID area,
            @Nullable Period period,
            @Nullable LocalDate asOf,
            @Nullable UUID after,
            int limit) {}

    @Transactional(readOnly = true)
    public List<Observation> list(Query query) {
        Condition which = noCondition();
        if (query.indicator() != null) {
            which = which.and(OBSERVATION.INDICATOR_CODE.eq(query.indicator()));
        }
        if (query.area() != null) {
            which = which.and(OBSERVATION.AREA_ID.eq(query.area()));
        }
        if (query.period() != null) {
            which = which.and(OBSERVATION.PERIOD.eq(query.period().toString()));
        }
        if (query.asOf() != null) {
            which = which.and(isKnownOn(query.asOf()));
        }
        if (query.after() != null) {
            which = which.and(OBSERVATION.OBSERVATION_ID.gt(query.after()));
        }
        return sql.selectFrom(OBSERVATION)
                .where(rows.ownedByCurrentTenant(OBSERVATION))
                .and(which)
                .orderBy(OBSERVATION.OBSERVATION_ID)
                .limit(query.limit())
                .fetch(ObservationView::observation);
    }

    /** All vintages of the indicators that were known on the day and whose periods end in the range, both days included. */
    @Transactional(readOnly = true)
    public List<Observation> knownOn(LocalDate day, Collection<String> indicators, LocalDate from, LocalDate to) {
        return sql.selectFrom(OBSERVATION)
                .where(rows.ownedByCurrentTenant(OBSERVATION))
                .and(OBSERVATION.INDICATOR_CODE.in(indicators))
                .and(isKnownOn(day))
                .and(OBSERVATION.PERIOD_ENDS.between(from, to))
                .fetch(ObservationView::observation);
    }

    /** All vintages of one series that were known on the day. */
    @Transactional(readOnly = true)
    public List<Observation> series(String indicator, UUID area, String subgroup, Calendar calendar, LocalDate day) {
        return sql.selectFrom(OBSERVATION)
                .where(rows.ownedByCurrentTenant(OBSERVATION))
                .and(OBSERVATION.INDICATOR_CODE.eq(indicator))
                .and(OBSERVATION.AREA_ID.eq(area))
                .and(OBSERVATION.SUBGROUP.eq(subgroup))
                .and(OBSERVATION.CALENDAR.eq(calendar.code()))
                .and(isKnownOn(day))
                .fetch(ObservationView::observation);
    }

    /** @throws Refusal {@code unknown-observation} */
    @Transactional(readOnly = true)
    public Observation require(UUID id) {
        return sql.selectFrom(OBSERVATION)
                .where(rows.ownedByCurrentTenant(OBSERVATION))
                .and(OBSERVATION.OBSERVATION_ID.eq(id))
                .fetchOptional(ObservationView::observation)
                .orElseThrow(() -> Refusal.unknown("unknown-observation", "observation", id));
    }

    /** The one place that says which vintages were known on a day: made known by then, and not withdrawn by then. */
    private Condition isKnownOn(LocalDate day) {
        return OBSERVATION
                .KNOWN_ON
                .le(day)
                .and(notExists(selectOne()
                        .from(OBSERVATION_WITHDRAWAL)
                        .where(rows.ownedByCurrentTenant(OBSERVATION_WITHDRAWAL))
                        .and(OBSERVATION_WITHDRAWAL.TENANT_ID.eq(OBSERVATION.TENANT_ID))
                        .and(OBSERVATION_WITHDRAWAL.OBSERVATION_ID.eq(OBSERVATION.OBSERVATION_ID))
                        .and(OBSERVATION_WITHDRAWAL.WITHDRAWN_ON.le(day))));
    }

    private static Observation observation(ObservationRecord row) {
        return new Observation(
                row.getObservationId(),
                row.getIndicatorCode(),
                row.getAreaId(),
                row.getSubgroup(),
                Period.parse(row.getPeriod()),
                Coded.read(Calendar.class, row.getCalendar()),
                Coded.read(ObservationStatus.class, row.getStatus()),
                new Amount(row.getAmount()),
                row.getKnownOn(),
                row.getKnownOnStated(),
                row.getSource(),
                row.getNote(),
                reported(row),
                row.getRecordedAt().toInstant(),
                row.getRecordedBy());
    }

    private static Observation.@Nullable Reported reported(ObservationRecord row) {
        return row.getReportedAmount() == null || row.getReportedUnit() == null
                ? null
                : new Observation.Reported(new Amount(row.getReportedAmount()), row.getReportedUnit());
    }
}
