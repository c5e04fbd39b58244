package vn.cotmoc.core.submissions;

import static org.jooq.impl.DSL.select;
import static vn.cotmoc.core.tables.Tables.SUBMISSION;
import static vn.cotmoc.core.tables.Tables.SUBMISSION_CELL;
import static vn.cotmoc.core.tables.Tables.SUBMISSION_ENTRY;
import static vn.cotmoc.core.tables.Tables.SUBMISSION_FIGURE;
import static vn.cotmoc.core.tables.Tables.SUBMISSION_STEP;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.actors.CurrentActor;
import vn.cotmoc.core.audit.Trail;
import vn.cotmoc.core.observations.Observation;
import vn.cotmoc.core.tables.tables.SubmissionCell;
import vn.cotmoc.core.tenancy.OwnedRows;

/** The current province's reports; cells, entries and steps are only ever added. */
@Singleton
class SubmissionStore {

    /** Rows of one statement; PostgreSQL takes 65,535 parameters. */
    private static final int CHUNK = 2000;

    /** Of one change on the trail; more are counted, and stand in the entries themselves. */
    private static final int MOST_NAMED = 200;

    private final DSLContext sql;
    private final OwnedRows rows;
    private final Trail trail;
    private final CurrentActor actor;
    private final Clock clock;

    SubmissionStore(DSLContext sql, OwnedRows rows, Trail trail, CurrentActor actor, Clock clock) {
        this.sql = sql;
        this.rows = rows;
        this.trail = trail;
        this.actor = actor;
        this.clock = clock;
    }

    void add(Submission submission, List<Submission.Cell> cells) {
        sql.insertInto(SUBMISSION)
                .set(SUBMISSION.TENANT_ID, rows.currentTenant())
                .set(SUBMISSION.SUBMISSION_ID, submission.id())
                .set(SUBMISSION.FORM_ID, submission.form())
                .set(SUBMISSION.FORM_VERSION, submission.formVersion())
                .set(SUBMISSION.UNIT_ID, submission.unit())
                .set(SUBMISSION.PERIOD, submission.period().toString())
                .set(SUBMISSION.STATUS, submission.status().code())
                .set(SUBMISSION.VERSION, submission.version())
                .set(SUBMISSION.RECORDED_AT, now())
                .set(SUBMISSION.RECORDED_BY, actor.username())
                .execute();
        inChunks(cells, chunk -> {
            var insert = sql.insertInto(
                    SUBMISSION_CELL,
                    SUBMISSION_CELL.TENANT_ID,
                    SUBMISSION_CELL.SUBMISSION_ID,
                    SUBMISSION_CELL.CELL,
                    SUBMISSION_CELL.INDICATOR_CODE,
                    SUBMISSION_CELL.AREA_ID,
                    SUBMISSION_CELL.SUBGROUP,
                    SUBMISSION_CELL.PERIOD,
                    SUBMISSION_CELL.CALENDAR);
            for (Submission.Cell cell : chunk) {
                insert = insert.values(
                        rows.currentTenant(),
                        submission.id(),
                        cell.number(),
                        cell.indicator(),
                        cell.area(),
                        cell.subgroup(),
                        cell.period().toString(),
                        cell.calendar().code());
            }
            insert.execute();
        });
        trail.added(
                "submission",
                submission.id(),
                Map.of(
                        "formId", submission.form().toString(),
                        "unitId", submission.unit().toString(),
                        "period", submission.period().toString(),
                        "cells", Integer.toString(cells.size())));
    }

    /**
     * Nobody else decides about it, or about a report that shares a figure with it, until this transaction ends. They are taken in
     * one order, so that of two nobody waits for ever.
     */
    void take(UUID submission) {
        SubmissionCell own = SUBMISSION_CELL.as("own");
        sql.select(SUBMISSION.SUBMISSION_ID)
                .from(SUBMISSION)
                .where(rows.ownedByCurrentTenant(SUBMISSION))
                .and(SUBMISSION.SUBMISSION_ID.in(select(SUBMISSION_CELL.SUBMISSION_ID)
                        .from(own)
                        .join(SUBMISSION_CELL)
                        .on(
                                rows.ownedByCurrentTenant(SUBMISSION_CELL),
                                SUBMISSION_CELL.TENANT_ID.eq(own.TENANT_ID),
                                SUBMISSION_CELL.INDICATOR_CODE.eq(own.INDICATOR_CODE),
                                SUBMISSION_CELL.AREA_ID.eq(own.AREA_ID),
                                SUBMISSION_CELL.SUBGROUP.eq(own.SUBGROUP),
                                SUBMISSION_CELL.PERIOD.eq(own.PERIOD),
                                SUBMISSION_CELL.CALENDAR.eq(own.CALENDAR))
                        .where(rows.ownedByCurrentTenant(own))
                        .and(own.SUBMISSION_ID.eq(submission))))
                .orderBy(SUBMISSION.SUBMISSION_ID)
                .forNoKeyUpdate()
                .fetch();
    }

    /**
     * Two at once wait for each other here.
     *
     * @return false if there is another version than the one before this
     */
    boolean change(Submission was, Submission becomes) {
        boolean changed = sql.update(SUBMISSION)
                        .set(SUBMISSION.STATUS, becomes.status().code())
                        .set(SUBMISSION.VERSION, becomes.version())
                        .where(rows.ownedByCurrentTenant(SUBMISSION))
                        .and(SUBMISSION.SUBMISSION_ID.eq(becomes.id()))
                        .and(SUBMISSION.VERSION.eq(was.version()))
                        .execute()
                == 1;
        if (changed && was.status() != becomes.status()) {
            trail.changed(
                    "submission",
                    becomes.id(),
                    Map.of("status", was.status().code()),
                    Map.of("status", becomes.status().code()));
        }
        return changed;
    }

    /** @param was by cell, what counted until now */
    void enter(UUID submission, Map<Integer, Submission.Entry> was, List<Submission.Entry> entries) {
        inChunks(entries, chunk -> {
            var insert = sql.insertInto(
                    SUBMISSION_ENTRY,
                    SUBMISSION_ENTRY.TENANT_ID,
                    SUBMISSION_ENTRY.SUBMISSION_ID,
                    SUBMISSION_ENTRY.CELL,
                    SUBMISSION_ENTRY.ENTRY,
                    SUBMISSION_ENTRY.STATUS,
                    SUBMISSION_ENTRY.AMOUNT,
                    SUBMISSION_ENTRY.REPORTED_AMOUNT,
                    SUBMISSION_ENTRY.REPORTED_UNIT,
                    SUBMISSION_ENTRY.MISSING,
                    SUBMISSION_ENTRY.NOTE,
                    SUBMISSION_ENTRY.RECORDED_AT,
                    SUBMISSION_ENTRY.RECORDED_BY);
            for (Submission.Entry entry : chunk) {
                insert = insert.values(
                        rows.currentTenant(),
                        submission,
                        entry.cell(),
                        entry.number(),
                        entry.status().code(),
                        entry.amount() == null ? null : entry.amount().value(),
                        entry.reported() == null
                                ? null
                                : entry.reported().amount().value(),
                        entry.reported() == null ? null : entry.reported().unit(),
                        entry.missing(),
                        entry.note(),
                        entry.recordedAt().atOffset(ZoneOffset.UTC),
                        entry.recordedBy());
            }
            insert.execute();
        });
        trail.changed("submission_entry", submission, named(entries, was), named(entries, null));
    }

    private static Map<String, String> named(
            List<Submission.Entry> entries, @Nullable Map<Integer, Submission.Entry> was) {
        if (entries.size() > MOST_NAMED) {
            return was == null ? Map.of("cells", Integer.toString(entries.size())) : Map.of();
        }
        Map<String, String> named = new TreeMap<>();
        for (Submission.Entry entry : entries) {
            Submission.Entry shown = was == null ? entry : was.get(entry.cell());
            if (shown != null) {
                named.put("cell " + entry.cell(), shown.text());
            }
        }
        return named;
    }

    /** Which vintage each approved entry became, in the same order. */
    void link(UUID submission, List<Submission.Entry> entries, List<Observation> observations) {
        List<Integer> figures = IntStream.range(0, entries.size()).boxed().toList();
        inChunks(figures, chunk -> {
            var insert = sql.insertInto(
                    SUBMISSION_FIGURE,
                    SUBMISSION_FIGURE.TENANT_ID,
                    SUBMISSION_FIGURE.OBSERVATION_ID,
                    SUBMISSION_FIGURE.SUBMISSION_ID,
                    SUBMISSION_FIGURE.CELL,
                    SUBMISSION_FIGURE.ENTRY);
            for (int figure : chunk) {
                insert = insert.values(
                        rows.currentTenant(),
                        observations.get(figure).id(),
                        submission,
                        entries.get(figure).cell(),
                        entries.get(figure).number());
            }
            insert.execute();
        });
    }

    void append(UUID submission, Submission.Step step) {
        sql.insertInto(SUBMISSION_STEP)
                .set(SUBMISSION_STEP.TENANT_ID, rows.currentTenant())
                .set(SUBMISSION_STEP.SUBMISSION_ID, submission)
                .set(SUBMISSION_STEP.STEP, step.number())
                .set(SUBMISSION_STEP.STATUS, step.status().code())
                .set(SUBMISSION_STEP.COMMENT, step.comment())
                .set(SUBMISSION_STEP.RECORDED_AT, step.recordedAt().atOffset(ZoneOffset.UTC))
                .set(SUBMISSION_STEP.RECORDED_BY, step.recordedBy())
                .execute();
        Map<String, String> fields = new TreeMap<>();
        fields.put("status", step.status().code());
        if (step.comment() != null) {
            fields.put("comment", step.comment());
        }
        trail.added("submission_step", submission + "/" + step.number(), fields);
    }

    private static <T> void inChunks(List<T> things, Consumer<List<T>> insert) {
        for (int from = 0; from < things.size(); from += CHUNK) {
            insert.accept(things.subList(from, Math.min(from + CHUNK, things.size())));
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
