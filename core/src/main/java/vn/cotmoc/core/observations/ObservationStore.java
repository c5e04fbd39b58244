package vn.cotmoc.core.observations;

import static org.jooq.impl.DSL.val;
import static vn.cotmoc.core.tables.Tables.OBSERVATION;
import static vn.cotmoc.core.tables.Tables.OBSERVATION_WARNING;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import vn.cotmoc.core.audit.Trail;
import vn.cotmoc.core.tenancy.ManyRows;
import vn.cotmoc.core.tenancy.OwnedRows;

/** Figures and what was warned of them are only ever added, however many by two statements. */
@Singleton
class ObservationStore {

    private final DSLContext sql;
    private final OwnedRows rows;
    private final Trail trail;

    ObservationStore(DSLContext sql, OwnedRows rows, Trail trail) {
        this.sql = sql;
        this.rows = rows;
        this.trail = trail;
    }

    /** Puts none of them on the trail: {@link #trace} or {@link #traceTogether} does. */
    void add(List<Intake.Taken> figures) {
        if (figures.isEmpty()) {
            return;
        }
        ManyRows<ObservationRow> added = new ManyRows<>(
                "added",
                figures.stream()
                        .map(figure -> ObservationRow.of(figure.observation()))
                        .toList());
        sql.insertInto(
                        OBSERVATION,
                        OBSERVATION.TENANT_ID,
                        OBSERVATION.OBSERVATION_ID,
                        OBSERVATION.INDICATOR_CODE,
                        OBSERVATION.AREA_ID,
                        OBSERVATION.SUBGROUP,
                        OBSERVATION.PERIOD,
                        OBSERVATION.PERIOD_ENDS,
                        OBSERVATION.CALENDAR,
                        OBSERVATION.STATUS,
                        OBSERVATION.AMOUNT,
                        OBSERVATION.KNOWN_ON,
                        OBSERVATION.KNOWN_ON_STATED,
                        OBSERVATION.SOURCE,
                        OBSERVATION.NOTE,
                        OBSERVATION.REPORTED_AMOUNT,
                        OBSERVATION.REPORTED_UNIT,
                        OBSERVATION.RECORDED_AT,
                        OBSERVATION.RECORDED_BY)
                .select(sql.select(
                                val(rows.currentTenant()),
                                added.column(UUID.class, ObservationRow::observationId),
                                added.column(String.class, ObservationRow::indicatorCode),
                                added.column(UUID.class, ObservationRow::areaId),
                                added.column(String.class, ObservationRow::subgroup),
                                added.column(String.class, ObservationRow::period),
                                added.column(LocalDate.class, ObservationRow::periodEnds),
                                added.column(String.class, ObservationRow::calendar),
                                added.column(String.class, ObservationRow::status),
                                added.column(BigDecimal.class, ObservationRow::amount),
                                added.column(LocalDate.class, ObservationRow::knownOn),
                                added.column(Boolean.class, ObservationRow::knownOnStated),
                                added.column(String.class, ObservationRow::source),
                                added.column(String.class, ObservationRow::note),
                                added.column(BigDecimal.class, ObservationRow::reportedAmount),
                                added.column(String.class, ObservationRow::reportedUnit),
                                added.column(
                                        OffsetDateTime.class,
                                        row -> row.recordedAt().atOffset(ZoneOffset.UTC)),
                                added.column(String.class, ObservationRow::recordedBy))
                        .from(added.table()))
                .execute();
        List<WarningRow> warnings =
                figures.stream().flatMap(ObservationStore::warnings).toList();
        if (!warnings.isEmpty()) {
            warn(warnings);
        }
    }

    private void warn(List<WarningRow> warnings) {
        ManyRows<WarningRow> added = new ManyRows<>("added", warnings);
        sql.insertInto(
                        OBSERVATION_WARNING,
                        OBSERVATION_WARNING.TENANT_ID,
                        OBSERVATION_WARNING.OBSERVATION_ID,
                        OBSERVATION_WARNING.FAULT,
                        OBSERVATION_WARNING.AMOUNT,
                        OBSERVATION_WARNING.AGAINST,
                        OBSERVATION_WARNING.PERIOD,
                        OBSERVATION_WARNING.ALLOWED)
                .select(sql.select(
                                val(rows.currentTenant()),
                                added.column(UUID.class, row -> row.key().observationId()),
                                added.column(String.class, row -> row.key().fault()),
                                added.column(BigDecimal.class, WarningRow::amount),
                                added.column(BigDecimal.class, WarningRow::against),
                                added.column(String.class, WarningRow::period),
                                added.column(BigDecimal.class, WarningRow::allowed))
                        .from(added.table()))
                .execute();
    }

    private static Stream<WarningRow> warnings(Intake.Taken figure) {
        return figure.warnings().stream()
                .map(warning -> WarningRow.of(figure.observation().id(), warning));
    }

    /** A figure by itself, with its warnings. */
    void trace(Intake.Taken figure) {
        ObservationRow row = ObservationRow.of(figure.observation());
        trail.added(row.observationId(), row, row.source());
        warnings(figure).forEach(warned -> trail.added(row.observationId(), warned));
    }

    /** Figures too many to stand on the trail one by one. @param fields what tells them from all others */
    void traceTogether(Object key, Map<String, String> fields) {
        trail.added(OBSERVATION.getName(), key, fields);
    }
}
