package vn.cotmoc.core.trajectories;

import static org.jooq.impl.DSL.noCondition;
import static vn.cotmoc.core.tables.Tables.CHECKPOINT;
import static vn.cotmoc.core.tables.Tables.TRAJECTORY;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import vn.cotmoc.core.measure.Amount;
import vn.cotmoc.core.measure.Coded;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.tenancy.OwnedRows;

/** The expected paths of the province's targets. */
@Singleton
public class TrajectoryView {

    private final DSLContext sql;
    private final OwnedRows rows;
    private final Clock clock;

    TrajectoryView(DSLContext sql, OwnedRows rows, Clock clock) {
        this.sql = sql;
        this.rows = rows;
        this.clock = clock;
    }

    /** Every version of a target's, oldest first; empty if none was ever given. */
    @Transactional(readOnly = true)
    public List<Trajectory> history(UUID target) {
        return read(List.of(target), noCondition());
    }

    /** By target the newest version that was decided by the day; targets without one are left out. */
    @Transactional(readOnly = true)
    public Map<UUID, Trajectory> inForce(Collection<UUID> targets, LocalDate day) {
        Map<UUID, Trajectory> newest = new HashMap<>();
        read(targets, isDecidedBy(day)).forEach(trajectory -> newest.put(trajectory.target(), trajectory));
        return newest;
    }

    /** The first one without a stated day holds from the beginning, like a target's first revision; later ones from their recording. */
    private Condition isDecidedBy(LocalDate day) {
        var endOfDay = day.plusDays(1).atStartOfDay(clock.getZone()).toOffsetDateTime();
        return TRAJECTORY
                .DECIDED_ON
                .le(day)
                .or(TRAJECTORY
                        .DECIDED_ON
                        .isNull()
                        .and(TRAJECTORY.VERSION.eq(1).or(TRAJECTORY.RECORDED_AT.lt(endOfDay))));
    }

    private List<Trajectory> read(Collection<UUID> targets, Condition which) {
        return sql
                .select()
                .from(TRAJECTORY)
                .leftJoin(CHECKPOINT)
                .on(
                        rows.ownedByCurrentTenant(CHECKPOINT),
                        CHECKPOINT.TENANT_ID.eq(TRAJECTORY.TENANT_ID),
                        CHECKPOINT.TARGET_ID.eq(TRAJECTORY.TARGET_ID),
                        CHECKPOINT.VERSION.eq(TRAJECTORY.VERSION))
                .where(rows.ownedByCurrentTenant(TRAJECTORY))
                .and(TRAJECTORY.TARGET_ID.in(targets))
                .and(which)
                .orderBy(TRAJECTORY.TARGET_ID, TRAJECTORY.VERSION, CHECKPOINT.POSITION)
                .fetchGroups(new Field<?>[] {TRAJECTORY.TARGET_ID, TRAJECTORY.VERSION})
                .values()
                .stream()
                .map(TrajectoryView::trajectory)
                .toList();
    }

    /** @param lines one a checkpoint, or one without */
    private static Trajectory trajectory(Result<? extends Record> lines) {
        Record first = lines.getFirst();
        return new Trajectory(
                first.get(TRAJECTORY.TARGET_ID),
                first.get(TRAJECTORY.VERSION),
                lines.stream()
                        .filter(line -> line.get(CHECKPOINT.POSITION) != null)
                        .map(TrajectoryView::checkpoint)
                        .toList(),
                first.get(TRAJECTORY.SOURCE),
                first.get(TRAJECTORY.REASON),
                first.get(TRAJECTORY.DECIDED_ON),
                first.get(TRAJECTORY.RECORDED_AT).toInstant(),
                first.get(TRAJECTORY.RECORDED_BY));
    }

    private static Checkpoint checkpoint(Record line) {
        return new Checkpoint(
                Coded.read(Scenario.class, line.get(CHECKPOINT.SCENARIO)),
                line.get(CHECKPOINT.INDICATOR_CODE),
                line.get(CHECKPOINT.AREA_ID),
                line.get(CHECKPOINT.SUBGROUP),
                Period.parse(line.get(CHECKPOINT.PERIOD)),
                new Amount(line.get(CHECKPOINT.AMOUNT)));
    }
}
