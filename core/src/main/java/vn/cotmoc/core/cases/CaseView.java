package vn.cotmoc.core.cases;

import static org.jooq.impl.DSL.noCondition;
import static vn.cotmoc.core.tables.Tables.CASE_STEP;
import static vn.cotmoc.core.tables.Tables.FLAG_CASE;
import static vn.cotmoc.core.tables.Tables.PLAN;
import static vn.cotmoc.core.tables.Tables.TARGET;
import static vn.cotmoc.core.tables.Tables.UNIT;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.measure.Coded;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.scoring.Severity;
import vn.cotmoc.core.scoring.TargetLine;
import vn.cotmoc.core.scoring.TargetLines;
import vn.cotmoc.core.tenancy.OwnedRows;

/** The province's cases with what they are about. */
@Singleton
public class CaseView {

    private final DSLContext sql;
    private final OwnedRows rows;
    private final TargetLines targetLines;
    private final Clock clock;

    CaseView(DSLContext sql, OwnedRows rows, TargetLines targetLines, Clock clock) {
        this.sql = sql;
        this.rows = rows;
        this.targetLines = targetLines;
        this.clock = clock;
    }

    /** Some of them. */
    public enum Only implements Coded {
        /** That are not cleared. */
        LIVE,
        /** Whose unit was to explain before today. */
        OVERDUE
    }

    /**
     * @param status null for any, as everything else
     * @param before the case that the page before ended with; null for the first page
     */
    public record Query(
            @Nullable UUID plan,
            @Nullable UUID target,
            @Nullable UUID unit,
            @Nullable CaseStatus status,
            @Nullable Severity severity,
            @Nullable Only only,
            @Nullable UUID before,
            int limit) {}

    /**
     * A case as a screen shows it.
     *
     * @param target what it is about, as it is aimed at now
     * @param unitName of the unit which has to explain
     */
    public record Line(
            Case about, TargetLine target, String planTitle, Optional<String> unitName, Optional<String> unitNameEn) {

        UUID plan() {
            return target.target().plan();
        }
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<Line> list(Query query) {
        return lines(
                eq(TARGET.PLAN_ID, query.plan())
                        .and(eq(FLAG_CASE.TARGET_ID, query.target()))
                        .and(eq(FLAG_CASE.UNIT_ID, query.unit()))
                        .and(eq(FLAG_CASE.STATUS, code(query.status())))
                        .and(eq(FLAG_CASE.SEVERITY, code(query.severity())))
                        .and(only(query.only()))
                        .and(query.before() == null ? noCondition() : FLAG_CASE.CASE_ID.lt(query.before())),
                query.limit());
    }

    private Condition only(@Nullable Only only) {
        return switch (only) {
            case null -> noCondition();
            case LIVE -> FLAG_CASE.STATUS.ne(CaseStatus.CLEARED.code());
            case OVERDUE -> isPast(CaseStatus.EXPLANATION_REQUESTED);
        };
    }

    private Condition isPast(CaseStatus status) {
        return FLAG_CASE.STATUS.eq(status.code()).and(FLAG_CASE.UNTIL_ON.lt(LocalDate.now(clock)));
    }

    private static <T> Condition eq(Field<T> field, @Nullable T value) {
        return value == null ? noCondition() : field.eq(value);
    }

    private static @Nullable String code(@Nullable Coded word) {
        return word == null ? null : word.code();
    }

    /** @throws Refusal {@code unknown-case} */
    @Transactional(readOnly = true)
    public Line require(UUID id) {
        return find(id).orElseThrow(() -> Refusal.unknown("unknown-case", "case", id));
    }

    Optional<Line> find(UUID id) {
        return lines(FLAG_CASE.CASE_ID.eq(id), 1).stream().findFirst();
    }

    /** Oldest first. */
    @Transactional(readOnly = true)
    public List<Case.Step> steps(UUID id) {
        return sql.selectFrom(CASE_STEP)
                .where(rows.ownedByCurrentTenant(CASE_STEP))
                .and(CASE_STEP.CASE_ID.eq(id))
                .orderBy(CASE_STEP.STEP)
                .fetch(row -> new Case.Step(
                        row.getStep(),
                        Coded.read(CaseAct.class, row.getAct()),
                        row.getUnitId(),
                        row.getUntilOn(),
                        row.getComment(),
                        row.getPapers(),
                        row.getRecordedAt().toInstant(),
                        row.getRecordedBy()));
    }

    /** The newest cleared case of a target and flag. */
    Optional<Case> newestCleared(UUID target, String flag) {
        return sql.selectFrom(FLAG_CASE)
                .where(rows.ownedByCurrentTenant(FLAG_CASE))
                .and(FLAG_CASE.TARGET_ID.eq(target))
                .and(FLAG_CASE.FLAG.eq(flag))
                .and(FLAG_CASE.STATUS.eq(CaseStatus.CLEARED.code()))
                .orderBy(FLAG_CASE.CASE_ID.desc())
                .limit(1)
                .fetchOptional(row -> read(row));
    }

    /** Whose acceptance is over, and which wait for an explanation that is overdue. */
    List<Line> past() {
        return lines(isPast(CaseStatus.ACCEPTED).or(isPast(CaseStatus.EXPLANATION_REQUESTED)), Integer.MAX_VALUE);
    }

    private List<Line> lines(Condition which, int limit) {
        List<Record> found = sql.select(FLAG_CASE.fields())
                .select(PLAN.TITLE, UNIT.NAME_VI, UNIT.NAME_EN)
                .from(FLAG_CASE)
                .join(TARGET)
                .on(
                        rows.ownedByCurrentTenant(TARGET),
                        TARGET.TENANT_ID.eq(FLAG_CASE.TENANT_ID),
                        TARGET.TARGET_ID.eq(FLAG_CASE.TARGET_ID))
                .join(PLAN)
                .on(
                        rows.ownedByCurrentTenant(PLAN),
                        PLAN.TENANT_ID.eq(TARGET.TENANT_ID),
                        PLAN.PLAN_ID.eq(TARGET.PLAN_ID))
                .leftJoin(UNIT)
                .on(
                        rows.ownedByCurrentTenant(UNIT),
                        UNIT.TENANT_ID.eq(FLAG_CASE.TENANT_ID),
                        UNIT.UNIT_ID.eq(FLAG_CASE.UNIT_ID))
                .where(rows.ownedByCurrentTenant(FLAG_CASE))
                .and(which)
                .orderBy(FLAG_CASE.CASE_ID.desc())
                .limit(limit)
                .fetch(row -> row);
        Map<UUID, TargetLine> targets = targetLines.newest(
                found.stream().map(row -> row.get(FLAG_CASE.TARGET_ID)).collect(Collectors.toSet()));
        return found.stream()
                .map(row -> new Line(
                        read(row),
                        Objects.requireNonNull(targets.get(row.get(FLAG_CASE.TARGET_ID))),
                        row.get(PLAN.TITLE),
                        Optional.ofNullable(row.get(UNIT.NAME_VI)),
                        Optional.ofNullable(row.get(UNIT.NAME_EN))))
                .toList();
    }

    /** Of a row that has the columns of its table. */
    static Case read(Record row) {
        return new Case(
                row.get(FLAG_CASE.CASE_ID),
                row.get(FLAG_CASE.TARGET_ID),
                row.get(FLAG_CASE.FLAG),
                Coded.read(Severity.class, row.get(FLAG_CASE.SEVERITY)),
                Coded.read(CaseStatus.class, row.get(FLAG_CASE.STATUS)),
                row.get(FLAG_CASE.UNIT_ID),
                row.get(FLAG_CASE.UNTIL_ON),
                row.get(FLAG_CASE.SCORECARD_ID),
                row.get(FLAG_CASE.AS_OF),
                row.get(FLAG_CASE.PREVIOUS_ID),
                row.get(FLAG_CASE.VERSION),
                row.get(FLAG_CASE.RECORDED_AT).toInstant());
    }
}
