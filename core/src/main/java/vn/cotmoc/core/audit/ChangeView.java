package vn.cotmoc.core.audit;

import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.or;
import static vn.cotmoc.core.tables.Tables.CHANGE;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.measure.Coded;
import vn.cotmoc.core.tables.tables.records.ChangeRecord;
import vn.cotmoc.core.tenancy.OwnedRows;

/** The province's changes, newest first. */
@Singleton
public class ChangeView {

    private final DSLContext sql;
    private final OwnedRows rows;
    private final ObjectMapper json;
    private final Clock clock;

    ChangeView(DSLContext sql, OwnedRows rows, ObjectMapper json, Clock clock) {
        this.sql = sql;
        this.rows = rows;
        this.json = json;
        this.clock = clock;
    }

    /**
     * What to look for; null means any.
     *
     * @param text anywhere in what was and what became, in the key or the instrument
     * @param before the last id of the page before
     */
    public record Query(
            @Nullable String subject,
            @Nullable String key,
            @Nullable String madeBy,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String text,
            @Nullable UUID before,
            int limit) {}

    @Transactional(readOnly = true)
    public List<Change> list(Query query) {
        Condition which = noCondition();
        if (query.subject() != null) {
            which = which.and(CHANGE.SUBJECT.eq(query.subject()));
        }
        if (query.key() != null) {
            which = which.and(CHANGE.SUBJECT_KEY.eq(query.key()));
        }
        if (query.madeBy() != null) {
            which = which.and(CHANGE.MADE_BY.eq(query.madeBy()));
        }
        if (query.from() != null) {
            which = which.and(CHANGE.MADE_AT.ge(startOf(query.from())));
        }
        if (query.to() != null) {
            which = which.and(CHANGE.MADE_AT.lt(startOf(query.to().plusDays(1))));
        }
        if (query.text() != null) {
            which = which.and(or(
                    CHANGE.WAS.containsIgnoreCase(query.text()),
                    CHANGE.BECAME.containsIgnoreCase(query.text()),
                    CHANGE.SUBJECT_KEY.containsIgnoreCase(query.text()),
                    CHANGE.INSTRUMENT.containsIgnoreCase(query.text())));
        }
        if (query.before() != null) {
            which = which.and(CHANGE.CHANGE_ID.lt(query.before()));
        }
        return sql.selectFrom(CHANGE)
                .where(rows.ownedByCurrentTenant(CHANGE))
                .and(which)
                .orderBy(CHANGE.CHANGE_ID.desc())
                .limit(query.limit())
                .fetch(this::change);
    }

    private OffsetDateTime startOf(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toOffsetDateTime();
    }

    private Change change(ChangeRecord row) {
        return new Change(
                row.getChangeId(),
                row.getMadeAt().toInstant(),
                row.getMadeBy(),
                Coded.read(Act.class, row.getAct()),
                row.getSubject(),
                row.getSubjectKey(),
                fields(row.getWas()),
                fields(row.getBecame()),
                row.getInstrument());
    }

    private Map<String, String> fields(@Nullable String text) {
        try {
            return text == null ? Map.of() : json.readValue(text, Argument.mapOf(String.class, String.class));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
