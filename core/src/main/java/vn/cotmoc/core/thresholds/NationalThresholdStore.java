package vn.cotmoc.core.thresholds;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static vn.cotmoc.core.tables.Tables.NATIONAL_THRESHOLD;
import static vn.cotmoc.core.tables.Tables.THRESHOLD;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import vn.cotmoc.core.measure.Coded;
import vn.cotmoc.core.tables.tables.records.NationalThresholdRecord;
import vn.cotmoc.core.targets.CeilingIndex;
import vn.cotmoc.core.targets.RangeMet;
import vn.cotmoc.core.tenancy.OwnedRows;

/** The nation's default where every province reads it. The database takes a version from the nation's own workspace only. */
@Singleton
public class NationalThresholdStore {

    private final DSLContext sql;
    private final OwnedRows rows;

    NationalThresholdStore(DSLContext sql, OwnedRows rows) {
        this.sql = sql;
        this.rows = rows;
    }

    @Transactional(readOnly = true)
    List<Threshold> all() {
        return sql.selectFrom(NATIONAL_THRESHOLD).fetch(NationalThresholdStore::threshold);
    }

    @Transactional
    void add(Threshold threshold) {
        CutPoints cut = threshold.cutPoints();
        sql.insertInto(NATIONAL_THRESHOLD)
                .set(NATIONAL_THRESHOLD.THRESHOLD_ID, threshold.id())
                .set(NATIONAL_THRESHOLD.VERSION, threshold.version())
                .set(NATIONAL_THRESHOLD.EXCEEDED_FROM, cut.exceededFrom())
                .set(NATIONAL_THRESHOLD.NEARLY_FROM, cut.nearlyFrom())
                .set(NATIONAL_THRESHOLD.ON_TRACK_FROM, cut.onTrackFrom())
                .set(NATIONAL_THRESHOLD.BEHIND_FROM, cut.behindFrom())
                .set(NATIONAL_THRESHOLD.TOLERANCE, cut.tolerance())
                .set(NATIONAL_THRESHOLD.LIKELY_FROM, cut.likelyFrom())
                .set(NATIONAL_THRESHOLD.OPEN_FROM, cut.openFrom())
                .set(NATIONAL_THRESHOLD.STALE_FROM, cut.staleFrom())
                .set(NATIONAL_THRESHOLD.RANGE_MET, cut.rangeMet().code())
                .set(NATIONAL_THRESHOLD.CEILING_INDEX, cut.ceilingIndex().code())
                .set(NATIONAL_THRESHOLD.VALID_FROM, threshold.validFrom())
                .set(NATIONAL_THRESHOLD.REASON, threshold.reason())
                .set(NATIONAL_THRESHOLD.RECORDED_AT, threshold.recordedAt().atOffset(ZoneOffset.UTC))
                .set(NATIONAL_THRESHOLD.RECORDED_BY, threshold.recordedBy())
                .execute();
    }

    /** Copies the nation's among these beside the province's own, so that runs by it read alike wherever the province is taken. */
    @Transactional
    public void keep(Set<UUID> inForce) {
        sql.insertInto(
                        THRESHOLD,
                        THRESHOLD.TENANT_ID,
                        THRESHOLD.THRESHOLD_ID,
                        THRESHOLD.NATIONAL,
                        THRESHOLD.VERSION,
                        THRESHOLD.EXCEEDED_FROM,
                        THRESHOLD.NEARLY_FROM,
                        THRESHOLD.ON_TRACK_FROM,
                        THRESHOLD.BEHIND_FROM,
                        THRESHOLD.TOLERANCE,
                        THRESHOLD.LIKELY_FROM,
                        THRESHOLD.OPEN_FROM,
                        THRESHOLD.STALE_FROM,
                        THRESHOLD.RANGE_MET,
                        THRESHOLD.CEILING_INDEX,
                        THRESHOLD.VALID_FROM,
                        THRESHOLD.REASON,
                        THRESHOLD.RECORDED_AT,
                        THRESHOLD.RECORDED_BY)
                .select(select(
                                val(rows.currentTenant()),
                                NATIONAL_THRESHOLD.THRESHOLD_ID,
                                inline(true),
                                NATIONAL_THRESHOLD.VERSION,
                                NATIONAL_THRESHOLD.EXCEEDED_FROM,
                                NATIONAL_THRESHOLD.NEARLY_FROM,
                                NATIONAL_THRESHOLD.ON_TRACK_FROM,
                                NATIONAL_THRESHOLD.BEHIND_FROM,
                                NATIONAL_THRESHOLD.TOLERANCE,
                                NATIONAL_THRESHOLD.LIKELY_FROM,
                                NATIONAL_THRESHOLD.OPEN_FROM,
                                NATIONAL_THRESHOLD.STALE_FROM,
                                NATIONAL_THRESHOLD.RANGE_MET,
                                NATIONAL_THRESHOLD.CEILING_INDEX,
                                NATIONAL_THRESHOLD.VALID_FROM,
                                NATIONAL_THRESHOLD.REASON,
                                NATIONAL_THRESHOLD.RECORDED_AT,
                                NATIONAL_THRESHOLD.RECORDED_BY)
                        .from(NATIONAL_THRESHOLD)
                        .where(NATIONAL_THRESHOLD.THRESHOLD_ID.eq(any(inForce.toArray(UUID[]::new)))))
                .onConflict(THRESHOLD.TENANT_ID, THRESHOLD.THRESHOLD_ID)
                .doNothing()
                .execute();
    }

    private static Threshold threshold(NationalThresholdRecord row) {
        return new Threshold(
                row.getThresholdId(),
                Scope.NATION,
                row.getVersion(),
                new CutPoints(
                        row.getExceededFrom(),
                        row.getNearlyFrom(),
                        row.getOnTrackFrom(),
                        row.getBehindFrom(),
                        row.getTolerance(),
                        row.getLikelyFrom(),
                        row.getOpenFrom(),
                        row.getStaleFrom(),
                        Coded.read(RangeMet.class, row.getRangeMet()),
                        Coded.read(CeilingIndex.class, row.getCeilingIndex())),
                false,
                row.getValidFrom(),
                row.getReason(),
                row.getRecordedAt().toInstant(),
                row.getRecordedBy());
    }
}
