package vn.cotmoc.core.forms;

import static org.jooq.impl.DSL.noCondition;
import static vn.cotmoc.core.tables.Tables.FORM;
import static vn.cotmoc.core.tables.Tables.FORM_DEADLINE;
import static vn.cotmoc.core.tables.Tables.FORM_LINE;
import static vn.cotmoc.core.tables.Tables.FORM_UNIT;
import static vn.cotmoc.core.tables.Tables.FORM_VERSION;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import vn.cotmoc.core.measure.Coded;
import vn.cotmoc.core.periods.Calendar;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.tenancy.OwnedRows;

/** The province's reporting forms with all their versions. */
@Singleton
public class FormView {

    private final DSLContext sql;
    private final OwnedRows rows;

    FormView(DSLContext sql, OwnedRows rows) {
        this.sql = sql;
        this.rows = rows;
    }

    /** By code. */
    @Transactional(readOnly = true)
    public List<Form> all() {
        return forms(noCondition());
    }

    /** @throws Refusal {@code unknown-form} */
    @Transactional(readOnly = true)
    public Form require(UUID id) {
        return forms(FORM.FORM_ID.eq(id)).stream()
                .findFirst()
                .orElseThrow(() -> Refusal.unknown("unknown-form", "form", id));
    }

    /** @throws Refusal {@code unknown-form}, at the given place */
    @Transactional(readOnly = true)
    public Form require(UUID id, String at) {
        return forms(FORM.FORM_ID.eq(id)).stream()
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("unknown-form", at, "form", id));
    }

    /** A version of a form. */
    private record Key(UUID form, int version) {}

    private List<Form> forms(Condition which) {
        List<UUID> ids = sql.select(FORM.FORM_ID)
                .from(FORM)
                .where(rows.ownedByCurrentTenant(FORM))
                .and(which)
                .orderBy(FORM.CODE)
                .fetch(FORM.FORM_ID);
        Map<UUID, List<Form.Version>> versions = versions(ids);
        Map<UUID, Map<Period, Form.Deadline>> moved = moved(ids);
        return sql.selectFrom(FORM)
                .where(rows.ownedByCurrentTenant(FORM))
                .and(FORM.FORM_ID.in(ids))
                .orderBy(FORM.CODE)
                .fetch(row -> new Form(
                        row.getFormId(),
                        row.getCode(),
                        Coded.read(Frequency.class, row.getFrequency()),
                        Coded.read(Calendar.class, row.getCalendar()),
                        versions.getOrDefault(row.getFormId(), List.of()),
                        moved.getOrDefault(row.getFormId(), Map.of())));
    }

    private Map<UUID, List<Form.Version>> versions(List<UUID> forms) {
        Map<Key, List<FormLine>> lines = lines(forms);
        Map<Key, List<UUID>> units = units(forms);
        return sql.selectFrom(FORM_VERSION)
                .where(rows.ownedByCurrentTenant(FORM_VERSION))
                .and(FORM_VERSION.FORM_ID.in(forms))
                .orderBy(FORM_VERSION.FORM_ID, FORM_VERSION.VERSION)
                .fetchGroups(FORM_VERSION.FORM_ID, row -> {
                    Key key = new Key(row.get(FORM_VERSION.FORM_ID), row.get(FORM_VERSION.VERSION));
                    return new Form.Version(
                            key.version(),
                            row.get(FORM_VERSION.NAME_VI),
                            row.get(FORM_VERSION.NAME_EN),
                            Period.parse(row.get(FORM_VERSION.APPLIES_FROM)),
                            row.get(FORM_VERSION.ENDED),
                            row.get(FORM_VERSION.DUE_DAYS),
                            row.get(FORM_VERSION.REMIND_DAYS),
                            lines.getOrDefault(key, List.of()),
                            units.getOrDefault(key, List.of()),
                            row.get(FORM_VERSION.RECORDED_AT).toInstant(),
                            row.get(FORM_VERSION.RECORDED_BY));
                });
    }

    private Map<Key, List<FormLine>> lines(List<UUID> forms) {
        return sql
                .selectFrom(FORM_LINE)
                .where(rows.ownedByCurrentTenant(FORM_LINE))
                .and(FORM_LINE.FORM_ID.in(forms))
                .orderBy(FORM_LINE.FORM_ID, FORM_LINE.VERSION, FORM_LINE.LINE)
                .fetch()
                .stream()
                .collect(Collectors.groupingBy(
                        row -> new Key(row.getFormId(), row.getVersion()),
                        Collectors.mapping(
                                row -> new FormLine(
                                        row.getIndicatorCode(),
                                        Coded.read(FormLine.Place.class, row.getPlace()),
                                        row.getSubgroup(),
                                        Coded.read(FormLine.Span.class, row.getSpan())),
                                Collectors.toList())));
    }

    private Map<Key, List<UUID>> units(List<UUID> forms) {
        return sql
                .selectFrom(FORM_UNIT)
                .where(rows.ownedByCurrentTenant(FORM_UNIT))
                .and(FORM_UNIT.FORM_ID.in(forms))
                .orderBy(FORM_UNIT.UNIT_ID)
                .fetch()
                .stream()
                .collect(Collectors.groupingBy(
                        row -> new Key(row.getFormId(), row.getVersion()),
                        Collectors.mapping(row -> row.getUnitId(), Collectors.toList())));
    }

    private Map<UUID, Map<Period, Form.Deadline>> moved(List<UUID> forms) {
        return sql
                .selectFrom(FORM_DEADLINE)
                .where(rows.ownedByCurrentTenant(FORM_DEADLINE))
                .and(FORM_DEADLINE.FORM_ID.in(forms))
                .orderBy(FORM_DEADLINE.NUMBER)
                .fetch()
                .stream()
                .collect(Collectors.groupingBy(
                        row -> row.getFormId(),
                        Collectors.toMap(
                                row -> Period.parse(row.getPeriod()),
                                row -> new Form.Deadline(row.getNumber(), row.getDueOn(), row.getReason()),
                                (older, newer) -> newer)));
    }
}
