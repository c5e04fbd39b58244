package vn.cotmoc.core.observations;

import static org.jooq.impl.DSL.noCondition;
import static vn.cotmoc.core.tables.Tables.OBSERVATION;

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
import vn.cotmoc.core.periods.Period;
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

    /** What to list; null means any. */
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
            which = which.and(OBSERVATION.KNOWN_ON.le(query.asOf()));
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
                .and(OBSERVATION.KNOWN_ON.le(day))
                .and(OBSERVATION.PERIOD_ENDS.between(from, to))
                .fetch(ObservationView::observation);
    }

    private static Observation observation(ObservationRecord row) {
        return new Observation(
                row.getObservationId(),
                row.getIndicatorCode(),
                row.getAreaId(),
                row.getSubgroup(),
                Period.parse(row.getPeriod()),
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
