package vn.cotmoc.core.scoring;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static vn.cotmoc.core.tables.Tables.AREA;
import static vn.cotmoc.core.tables.Tables.INDICATOR;
import static vn.cotmoc.core.tables.Tables.TARGET;
import static vn.cotmoc.core.tables.Tables.TARGET_REVISION;
import static vn.cotmoc.core.tables.Tables.UNIT;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import vn.cotmoc.core.indicators.IndicatorView;
import vn.cotmoc.core.observations.FiguresOf;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.targets.TargetView;
import vn.cotmoc.core.tenancy.ManyRows;
import vn.cotmoc.core.tenancy.OwnedRows;

/** Targets with their revisions, indicators and places, in one query. */
@Singleton
public class TargetLines {

    private static final Condition IS_ORIGINAL = TARGET_REVISION.REVISION.eq(1).or(TARGET_REVISION.DECIDED_ON.isNull());

    private final DSLContext sql;
    private final OwnedRows rows;

    TargetLines(DSLContext sql, OwnedRows rows) {
        this.sql = sql;
        this.rows = rows;
    }

    /**
     * For each target that counts its original revision, or the newest decided by the day. Only what was written into a draft has no
     * day: it is the target as it was adopted.
     */
    public List<TargetLine> of(UUID plan, LocalDate day, Aims aims) {
        return read(TARGET.PLAN_ID.eq(plan).and(counts(day, aims)), revisions(day, aims));
    }

    /** The same of some figures' targets. */
    List<TargetLine> of(UUID plan, LocalDate day, Aims aims, Set<FiguresOf> some) {
        return read(TARGET.PLAN_ID.eq(plan).and(isOf(some)).and(counts(day, aims)), revisions(day, aims));
    }

    /** Whether a target is of one of these. */
    public static Condition isOf(Collection<FiguresOf> some) {
        ManyRows<FiguresOf> asked = new ManyRows<>("asked", some);
        Field<String> indicator = asked.column(String.class, FiguresOf::indicator);
        Field<UUID> area = asked.column(UUID.class, FiguresOf::area);
        return row(TARGET.INDICATOR_CODE, TARGET.AREA_ID)
                .in(select(indicator, area).from(asked.table()));
    }

    private static Condition revisions(LocalDate day, Aims aims) {
        return switch (aims) {
            case ORIGINAL -> IS_ORIGINAL;
            case CURRENT -> isDecidedBy(day);
        };
    }

    /**
     * Original aims are scored whatever became of them; what was taken back from a draft was none, nor is what was added to a plan
     * later.
     */
    private static Condition counts(LocalDate day, Aims aims) {
        Condition inForce = TARGET.WITHDRAWN_AT.isNull();
        return switch (aims) {
            case ORIGINAL -> TARGET.COUNTS_FROM.isNull().and(inForce.or(TARGET.WITHDRAWN_ON.isNotNull()));
            case CURRENT ->
                TARGET.COUNTS_FROM.isNull().or(TARGET.COUNTS_FROM.le(day)).and(inForce.or(TARGET.WITHDRAWN_ON.gt(day)));
        };
    }

    /** Each once. */
    Set<Period> periods(UUID plan) {
        return sql.selectDistinct(TARGET.PERIOD)
                .from(TARGET)
                .where(rows.ownedByCurrentTenant(TARGET))
                .and(TARGET.PLAN_ID.eq(plan))
                .fetchSet(row -> Period.parse(row.value1()));
    }

    /** Those of every plan that count on the day, as they stood on it. */
    public List<TargetLine> all(LocalDate day) {
        return read(counts(day, Aims.CURRENT), isDecidedBy(day));
    }

    /** As it stood on the day. @throws Refusal {@code unknown-target} */
    public TargetLine require(UUID target, LocalDate day) {
        return read(TARGET.TARGET_ID.eq(target), isDecidedBy(day)).stream()
                .findFirst()
                .orElseThrow(() -> unknown(target));
    }

    /** These targets in their newest revisions, by identifier. */
    public Map<UUID, TargetLine> newest(Collection<UUID> targets) {
        return read(TARGET.TARGET_ID.eq(any(targets.toArray(UUID[]::new))), noCondition()).stream()
                .collect(Collectors.toMap(line -> line.target().id(), line -> line));
    }

    /** A target and its parts that are in force in their newest revisions. @throws Refusal {@code unknown-target} */
    public WithParts withParts(UUID target) {
        Map<Boolean, List<TargetLine>> found = read(
                        TARGET.TARGET_ID
                                .eq(target)
                                .or(TARGET.PARENT_ID.eq(target).and(TARGET.WITHDRAWN_AT.isNull())),
                        noCondition())
                .stream()
                .collect(Collectors.partitioningBy(line -> line.target().id().equals(target)));
        return found.getOrDefault(true, List.of()).stream()
                .findFirst()
                .map(whole -> new WithParts(whole, found.getOrDefault(false, List.of())))
                .orElseThrow(() -> unknown(target));
    }

    /** A target beside its parts. */
    public record WithParts(TargetLine whole, List<TargetLine> parts) {}

    private static Refusal unknown(UUID target) {
        return Refusal.unknown("unknown-target", "target", target);
    }

    private List<TargetLine> read(Condition targets, Condition revisions) {
        return sql.select()
                .distinctOn(INDICATOR.GROUP_CODE, TARGET.INDICATOR_CODE, TARGET.TARGET_ID)
                .from(TARGET)
                .join(TARGET_REVISION)
                .on(TARGET_REVISION.TENANT_ID.eq(TARGET.TENANT_ID), TARGET_REVISION.TARGET_ID.eq(TARGET.TARGET_ID))
                .join(INDICATOR)
                .on(INDICATOR.TENANT_ID.eq(TARGET.TENANT_ID), INDICATOR.CODE.eq(TARGET.INDICATOR_CODE))
                .join(AREA)
                .on(AREA.TENANT_ID.eq(TARGET.TENANT_ID), AREA.AREA_ID.eq(TARGET.AREA_ID))
                .leftJoin(UNIT)
                .on(
                        rows.ownedByCurrentTenant(UNIT),
                        UNIT.TENANT_ID.eq(TARGET.TENANT_ID),
                        UNIT.UNIT_ID.eq(TARGET.UNIT_ID))
                .where(rows.ownedByCurrentTenant(TARGET))
                .and(rows.ownedByCurrentTenant(TARGET_REVISION))
                .and(rows.ownedByCurrentTenant(INDICATOR))
                .and(rows.ownedByCurrentTenant(AREA))
                .and(targets)
                .and(revisions)
                .orderBy(INDICATOR.GROUP_CODE, TARGET.INDICATOR_CODE, TARGET.TARGET_ID, TARGET_REVISION.REVISION.desc())
                .fetch(TargetLines::line);
    }

    private static Condition isDecidedBy(LocalDate day) {
        return IS_ORIGINAL.or(TARGET_REVISION.DECIDED_ON.le(day));
    }

    private static TargetLine line(Record row) {
        return new TargetLine(
                TargetView.target(row),
                TargetView.revision(row),
                IndicatorView.read(row),
                row.get(AREA.NAME),
                row.get(UNIT.NAME_VI));
    }
}
