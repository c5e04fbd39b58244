package vn.cotmoc.core.forms;

import static vn.cotmoc.core.tables.Tables.FORM;
import static vn.cotmoc.core.tables.Tables.FORM_DEADLINE;
import static vn.cotmoc.core.tables.Tables.FORM_LINE;
import static vn.cotmoc.core.tables.Tables.FORM_UNIT;
import static vn.cotmoc.core.tables.Tables.FORM_VERSION;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import vn.cotmoc.core.actors.CurrentActor;
import vn.cotmoc.core.audit.Trail;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.tenancy.OwnedRows;

/** The current province's reporting forms; versions and deadlines are only ever added. */
@Singleton
class FormStore {

    private final DSLContext sql;
    private final OwnedRows rows;
    private final Trail trail;
    private final CurrentActor actor;
    private final Clock clock;

    FormStore(DSLContext sql, OwnedRows rows, Trail trail, CurrentActor actor, Clock clock) {
        this.sql = sql;
        this.rows = rows;
        this.trail = trail;
        this.actor = actor;
        this.clock = clock;
    }

    /** With its first version. */
    void add(Form form) {
        sql.insertInto(FORM)
                .set(FORM.TENANT_ID, rows.currentTenant())
                .set(FORM.FORM_ID, form.id())
                .set(FORM.CODE, form.code())
                .set(FORM.FREQUENCY, form.frequency().code())
                .set(FORM.CALENDAR, form.calendar().code())
                .set(FORM.RECORDED_AT, now())
                .set(FORM.RECORDED_BY, actor.username())
                .execute();
        insert(form.id(), form.newest());
        Map<String, String> fields = fields(form.newest());
        fields.put("code", form.code());
        fields.put("frequency", form.frequency().code());
        fields.put("calendar", form.calendar().code());
        trail.added("form", form.id(), fields);
    }

    void append(UUID form, Form.Version was, Form.Version version) {
        insert(form, version);
        trail.changed("form", form, fields(was), fields(version));
    }

    /** @param version of the form that the period is about: it says the deadline that moves first */
    void move(Form form, Form.Version version, Period period, Form.Deadline deadline) {
        sql.insertInto(FORM_DEADLINE)
                .set(FORM_DEADLINE.TENANT_ID, rows.currentTenant())
                .set(FORM_DEADLINE.FORM_ID, form.id())
                .set(FORM_DEADLINE.PERIOD, period.toString())
                .set(FORM_DEADLINE.NUMBER, deadline.number())
                .set(FORM_DEADLINE.DUE_ON, deadline.dueOn())
                .set(FORM_DEADLINE.REASON, deadline.reason())
                .set(FORM_DEADLINE.RECORDED_AT, now())
                .set(FORM_DEADLINE.RECORDED_BY, actor.username())
                .execute();
        Form.Deadline before = form.moved().get(period);
        trail.changed(
                "form_deadline",
                form.id() + "/" + period,
                before == null ? Map.of("dueOn", form.dueOn(period, version).toString()) : fields(before),
                of(period, fields(deadline)));
    }

    /** Which period it is stands with every move. */
    private static Map<String, String> of(Period period, Map<String, String> deadline) {
        Map<String, String> fields = new TreeMap<>(deadline);
        fields.put("period", period.toString());
        return fields;
    }

    private static Map<String, String> fields(Form.Deadline deadline) {
        return Map.of(
                "version",
                Integer.toString(deadline.number()),
                "dueOn",
                deadline.dueOn().toString(),
                "reason",
                deadline.reason());
    }

    private void insert(UUID form, Form.Version version) {
        sql.insertInto(FORM_VERSION)
                .set(FORM_VERSION.TENANT_ID, rows.currentTenant())
                .set(FORM_VERSION.FORM_ID, form)
                .set(FORM_VERSION.VERSION, version.number())
                .set(FORM_VERSION.NAME_VI, version.name())
                .set(FORM_VERSION.NAME_EN, version.nameEn())
                .set(FORM_VERSION.APPLIES_FROM, version.from().toString())
                .set(FORM_VERSION.ENDED, version.ended())
                .set(FORM_VERSION.DUE_DAYS, version.dueDays())
                .set(FORM_VERSION.REMIND_DAYS, version.remindDays())
                .set(FORM_VERSION.RECORDED_AT, now())
                .set(FORM_VERSION.RECORDED_BY, actor.username())
                .execute();
        var lines = sql.insertInto(
                FORM_LINE,
                FORM_LINE.TENANT_ID,
                FORM_LINE.FORM_ID,
                FORM_LINE.VERSION,
                FORM_LINE.LINE,
                FORM_LINE.INDICATOR_CODE,
                FORM_LINE.PLACE,
                FORM_LINE.SUBGROUP,
                FORM_LINE.SPAN);
        int number = 0;
        for (FormLine line : version.lines()) {
            number++;
            lines = lines.values(
                    rows.currentTenant(),
                    form,
                    version.number(),
                    number,
                    line.indicator(),
                    line.place().code(),
                    line.subgroup(),
                    line.span().code());
        }
        lines.execute();
        var units =
                sql.insertInto(FORM_UNIT, FORM_UNIT.TENANT_ID, FORM_UNIT.FORM_ID, FORM_UNIT.VERSION, FORM_UNIT.UNIT_ID);
        for (UUID unit : version.units()) {
            units = units.values(rows.currentTenant(), form, version.number(), unit);
        }
        units.execute();
    }

    private static Map<String, String> fields(Form.Version version) {
        Map<String, String> fields = new TreeMap<>();
        fields.put("version", Integer.toString(version.number()));
        fields.put("name", version.name());
        fields.put("nameEn", version.nameEn());
        fields.put("from", version.from().toString());
        fields.put("ended", Boolean.toString(version.ended()));
        fields.put("dueDays", Integer.toString(version.dueDays()));
        fields.put("remindDays", Integer.toString(version.remindDays()));
        fields.put(
                "lines",
                version.lines().stream()
                        .map(line -> String.join(
                                " ",
                                line.indicator(),
                                line.place().code(),
                                line.span().code(),
                                line.subgroup()))
                        .map(String::strip)
                        .collect(Collectors.joining("; ")));
        fields.put("units", version.units().stream().map(UUID::toString).collect(Collectors.joining(" ")));
        return fields;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
