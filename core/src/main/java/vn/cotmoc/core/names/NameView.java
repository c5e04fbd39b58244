package vn.cotmoc.core.names;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.castNull;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.toChar;
import static vn.cotmoc.core.tables.Tables.AREA;
import static vn.cotmoc.core.tables.Tables.EVIDENCE;
import static vn.cotmoc.core.tables.Tables.FIGURE_CHECK;
import static vn.cotmoc.core.tables.Tables.FLAG_CASE;
import static vn.cotmoc.core.tables.Tables.FORM;
import static vn.cotmoc.core.tables.Tables.FORM_VERSION;
import static vn.cotmoc.core.tables.Tables.INDICATOR;
import static vn.cotmoc.core.tables.Tables.INSTRUMENT;
import static vn.cotmoc.core.tables.Tables.OBSERVATION;
import static vn.cotmoc.core.tables.Tables.PLAN;
import static vn.cotmoc.core.tables.Tables.RULE_CHOICE;
import static vn.cotmoc.core.tables.Tables.RULE_DRAFT;
import static vn.cotmoc.core.tables.Tables.RULE_RELEASE;
import static vn.cotmoc.core.tables.Tables.SCORECARD;
import static vn.cotmoc.core.tables.Tables.SHEET_IMPORT;
import static vn.cotmoc.core.tables.Tables.SUBMISSION;
import static vn.cotmoc.core.tables.Tables.SUCCESSION;
import static vn.cotmoc.core.tables.Tables.TARGET;
import static vn.cotmoc.core.tables.Tables.TASK;
import static vn.cotmoc.core.tables.Tables.THRESHOLD;
import static vn.cotmoc.core.tables.Tables.UNIT;
import static vn.cotmoc.core.tables.Tables.UNIT_ASSIGNMENT;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record7;
import org.jooq.Select;
import org.jooq.SelectSelectStep;
import org.jooq.Table;
import vn.cotmoc.core.tables.tables.FormVersion;
import vn.cotmoc.core.tenancy.OwnedRows;

/** What the province's things are called that lists, spreadsheets and the trail know by an identifier or a code. */
@Singleton
public class NameView {

    private static final Pattern IDENTIFIER = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private static final Field<String> NONE = castNull(String.class);

    private final DSLContext sql;
    private final OwnedRows rows;

    NameView(DSLContext sql, OwnedRows rows) {
        this.sql = sql;
        this.rows = rows;
    }

    /** Whether a text is an identifier, which only programs can read. */
    public static boolean isIdentifier(String text) {
        return IDENTIFIER.matcher(text).matches();
    }

    /**
     * By identifier, or by code of an indicator; what the province does not have is not there.
     *
     * @param keys at most some thousands
     */
    @Transactional(readOnly = true)
    public Map<String, Name> of(Collection<String> keys) {
        UUID[] ids = keys.stream()
                .filter(NameView::isIdentifier)
                .map(UUID::fromString)
                .distinct()
                .toArray(UUID[]::new);
        String[] codes =
                keys.stream().filter(key -> !isIdentifier(key)).distinct().toArray(String[]::new);
        Map<String, Name> names = new HashMap<>();
        if (ids.length > 0) {
            names.putAll(found(things(ids)));
        }
        if (codes.length > 0) {
            names.putAll(found(indicators(codes)));
        }
        return names;
    }

    /** Of key, name in both languages, authority, period or day, part, place. */
    private static Map<String, Name> found(
            Select<Record7<String, String, String, String, String, String, String>> named) {
        return named.fetchMap(
                Record7::value1,
                row -> Name.of(row.value2(), row.value3(), row.value4(), row.value5(), row.value6(), row.value7()));
    }

    private Select<Record7<String, String, String, String, String, String, String>> indicators(String[] codes) {
        return sql.select(INDICATOR.CODE, INDICATOR.NAME_VI, INDICATOR.NAME_EN, NONE, NONE, NONE, NONE)
                .from(INDICATOR)
                .where(rows.ownedByCurrentTenant(INDICATOR))
                .and(INDICATOR.CODE.eq(any(codes)));
    }

    private Select<Record7<String, String, String, String, String, String, String>> things(UUID[] ids) {
        return titled(PLAN, PLAN.PLAN_ID, PLAN.TITLE, ids)
                .unionAll(titled(TASK, TASK.TASK_ID, TASK.TITLE, ids))
                .unionAll(titled(AREA, AREA.AREA_ID, AREA.NAME, ids))
                .unionAll(titled(INSTRUMENT, INSTRUMENT.INSTRUMENT_ID, INSTRUMENT.NUMBER, ids))
                .unionAll(titled(SUCCESSION, SUCCESSION.SUCCESSION_ID, SUCCESSION.SOURCE, ids))
                .unionAll(titled(EVIDENCE, EVIDENCE.EVIDENCE_ID, EVIDENCE.NAME, ids))
                .unionAll(titled(SHEET_IMPORT, SHEET_IMPORT.IMPORT_ID, SHEET_IMPORT.NAME, ids))
                .unionAll(titled(RULE_DRAFT, RULE_DRAFT.DRAFT_ID, RULE_DRAFT.RULE_SET_ID, ids))
                .unionAll(titled(RULE_RELEASE, RULE_RELEASE.RELEASE_ID, RULE_RELEASE.RULE_SET_ID, ids))
                .unionAll(units(ids))
                .unionAll(assignments(ids))
                .unionAll(forms(ids))
                .unionAll(reports(ids))
                .unionAll(runs(ids))
                .unionAll(figures(ids))
                .unionAll(targets(ids))
                .unionAll(cases(ids))
                .unionAll(choices(ids))
                .unionAll(settings(THRESHOLD, THRESHOLD.THRESHOLD_ID, THRESHOLD.INDICATOR_CODE, ids))
                .unionAll(settings(FIGURE_CHECK, FIGURE_CHECK.FIGURE_CHECK_ID, FIGURE_CHECK.INDICATOR_CODE, ids));
    }

    /** What has one name in both languages. */
    private Select<Record7<String, String, String, String, String, String, String>> titled(
            Table<?> table, Field<UUID> id, Field<String> title, UUID[] ids) {
        return sql.select(id.cast(String.class), title, title, NONE, NONE, NONE, NONE)
                .from(table)
                .where(rows.ownedByCurrentTenant(table))
                .and(id.eq(any(ids)));
    }

    private Select<Record7<String, String, String, String, String, String, String>> units(UUID[] ids) {
        return sql.select(
                        UNIT.UNIT_ID.cast(String.class),
                        withCode(UNIT.NAME_VI, UNIT.CODE),
                        withCode(UNIT.NAME_EN, UNIT.CODE),
                        NONE,
                        NONE,
                        NONE,
                        NONE)
                .from(UNIT)
                .where(rows.ownedByCurrentTenant(UNIT))
                .and(UNIT.UNIT_ID.eq(any(ids)));
    }

    /** Which unit reports which indicator. */
    private Select<Record7<String, String, String, String, String, String, String>> assignments(UUID[] ids) {
        return sql.select(
                        UNIT_ASSIGNMENT.ASSIGNMENT_ID.cast(String.class),
                        concat(UNIT.NAME_VI, inline(" · "), INDICATOR.NAME_VI),
                        concat(UNIT.NAME_EN, inline(" · "), INDICATOR.NAME_EN),
                        NONE,
                        NONE,
                        NONE,
                        NONE)
                .from(UNIT_ASSIGNMENT)
                .join(UNIT)
                .on(
                        rows.ownedByCurrentTenant(UNIT),
                        UNIT.TENANT_ID.eq(UNIT_ASSIGNMENT.TENANT_ID),
                        UNIT.UNIT_ID.eq(UNIT_ASSIGNMENT.UNIT_ID))
                .join(INDICATOR)
                .on(measuredBy(UNIT_ASSIGNMENT, UNIT_ASSIGNMENT.INDICATOR_CODE))
                .where(rows.ownedByCurrentTenant(UNIT_ASSIGNMENT))
                .and(UNIT_ASSIGNMENT.ASSIGNMENT_ID.eq(any(ids)));
    }

    /** By their newest names. */
    private Select<Record7<String, String, String, String, String, String, String>> forms(UUID[] ids) {
        FormVersion any = FORM_VERSION.as("any_version");
        return sql.select(
                        FORM.FORM_ID.cast(String.class),
                        withCode(FORM_VERSION.NAME_VI, FORM.CODE),
                        withCode(FORM_VERSION.NAME_EN, FORM.CODE),
                        NONE,
                        NONE,
                        NONE,
                        NONE)
                .from(FORM)
                .join(FORM_VERSION)
                .on(
                        rows.ownedByCurrentTenant(FORM_VERSION),
                        FORM_VERSION.TENANT_ID.eq(FORM.TENANT_ID),
                        FORM_VERSION.FORM_ID.eq(FORM.FORM_ID))
                .where(rows.ownedByCurrentTenant(FORM))
                .and(FORM.FORM_ID.eq(any(ids)))
                .and(FORM_VERSION.VERSION.eq(select(max(any.VERSION))
                        .from(any)
                        .where(rows.ownedByCurrentTenant(any))
                        .and(any.FORM_ID.eq(FORM_VERSION.FORM_ID))));
    }

    private Select<Record7<String, String, String, String, String, String, String>> reports(UUID[] ids) {
        return sql.select(
                        SUBMISSION.SUBMISSION_ID.cast(String.class),
                        FORM_VERSION.NAME_VI,
                        FORM_VERSION.NAME_EN,
                        NONE,
                        SUBMISSION.PERIOD,
                        NONE,
                        UNIT.NAME_VI)
                .from(SUBMISSION)
                .join(FORM_VERSION)
                .on(
                        rows.ownedByCurrentTenant(FORM_VERSION),
                        FORM_VERSION.TENANT_ID.eq(SUBMISSION.TENANT_ID),
                        FORM_VERSION.FORM_ID.eq(SUBMISSION.FORM_ID),
                        FORM_VERSION.VERSION.eq(SUBMISSION.FORM_VERSION))
                .join(UNIT)
                .on(
                        rows.ownedByCurrentTenant(UNIT),
                        UNIT.TENANT_ID.eq(SUBMISSION.TENANT_ID),
                        UNIT.UNIT_ID.eq(SUBMISSION.UNIT_ID))
                .where(rows.ownedByCurrentTenant(SUBMISSION))
                .and(SUBMISSION.SUBMISSION_ID.eq(any(ids)));
    }

    private Select<Record7<String, String, String, String, String, String, String>> runs(UUID[] ids) {
        return sql.select(
                        SCORECARD.SCORECARD_ID.cast(String.class),
                        PLAN.TITLE,
                        PLAN.TITLE,
                        NONE,
                        toChar(SCORECARD.AS_OF, "DD/MM/YYYY"),
                        NONE,
                        NONE)
                .from(SCORECARD)
                .join(PLAN)
                .on(
                        rows.ownedByCurrentTenant(PLAN),
                        PLAN.TENANT_ID.eq(SCORECARD.TENANT_ID),
                        PLAN.PLAN_ID.eq(SCORECARD.PLAN_ID))
                .where(rows.ownedByCurrentTenant(SCORECARD))
                .and(SCORECARD.SCORECARD_ID.eq(any(ids)));
    }

    private Select<Record7<String, String, String, String, String, String, String>> figures(UUID[] ids) {
        return sql.select(
                        OBSERVATION.OBSERVATION_ID.cast(String.class),
                        INDICATOR.NAME_VI,
                        INDICATOR.NAME_EN,
                        NONE,
                        OBSERVATION.PERIOD,
                        OBSERVATION.SUBGROUP,
                        AREA.NAME)
                .from(OBSERVATION)
                .join(INDICATOR)
                .on(measuredBy(OBSERVATION, OBSERVATION.INDICATOR_CODE))
                .join(AREA)
                .on(in(OBSERVATION, OBSERVATION.AREA_ID))
                .where(rows.ownedByCurrentTenant(OBSERVATION))
                .and(OBSERVATION.OBSERVATION_ID.eq(any(ids)));
    }

    private Select<Record7<String, String, String, String, String, String, String>> targets(UUID[] ids) {
        return aimed(TARGET.TARGET_ID)
                .from(TARGET)
                .join(INDICATOR)
                .on(measuredBy(TARGET, TARGET.INDICATOR_CODE))
                .join(AREA)
                .on(in(TARGET, TARGET.AREA_ID))
                .where(rows.ownedByCurrentTenant(TARGET))
                .and(TARGET.TARGET_ID.eq(any(ids)));
    }

    /** By what they are about. */
    private Select<Record7<String, String, String, String, String, String, String>> cases(UUID[] ids) {
        return aimed(FLAG_CASE.CASE_ID)
                .from(FLAG_CASE)
                .join(TARGET)
                .on(
                        rows.ownedByCurrentTenant(TARGET),
                        TARGET.TENANT_ID.eq(FLAG_CASE.TENANT_ID),
                        TARGET.TARGET_ID.eq(FLAG_CASE.TARGET_ID))
                .join(INDICATOR)
                .on(measuredBy(TARGET, TARGET.INDICATOR_CODE))
                .join(AREA)
                .on(in(TARGET, TARGET.AREA_ID))
                .where(rows.ownedByCurrentTenant(FLAG_CASE))
                .and(FLAG_CASE.CASE_ID.eq(any(ids)));
    }

    /** Of rules, for a plan or for all of the province's. */
    private Select<Record7<String, String, String, String, String, String, String>> choices(UUID[] ids) {
        return sql.select(
                        RULE_CHOICE.CHOICE_ID.cast(String.class),
                        coalesce(PLAN.TITLE, inline("mặc định của tỉnh")),
                        coalesce(PLAN.TITLE, inline("the province's default")),
                        NONE,
                        NONE,
                        NONE,
                        NONE)
                .from(RULE_CHOICE)
                .leftJoin(PLAN)
                .on(
                        rows.ownedByCurrentTenant(PLAN),
                        PLAN.TENANT_ID.eq(RULE_CHOICE.TENANT_ID),
                        PLAN.PLAN_ID.eq(RULE_CHOICE.PLAN_ID))
                .where(rows.ownedByCurrentTenant(RULE_CHOICE))
                .and(RULE_CHOICE.CHOICE_ID.eq(any(ids)));
    }

    private SelectSelectStep<Record7<String, String, String, String, String, String, String>> aimed(Field<UUID> id) {
        return sql.select(
                id.cast(String.class),
                INDICATOR.NAME_VI,
                INDICATOR.NAME_EN,
                TARGET.AUTHORITY,
                TARGET.PERIOD,
                TARGET.SUBGROUP,
                AREA.NAME);
    }

    /** Of an indicator, or the province's default. */
    private Select<Record7<String, String, String, String, String, String, String>> settings(
            Table<?> table, Field<UUID> id, Field<String> indicator, UUID[] ids) {
        return sql.select(
                        id.cast(String.class),
                        coalesce(INDICATOR.NAME_VI, inline("mặc định của tỉnh")),
                        coalesce(INDICATOR.NAME_EN, inline("the province's default")),
                        NONE,
                        NONE,
                        NONE,
                        NONE)
                .from(table)
                .leftJoin(INDICATOR)
                .on(measuredBy(table, indicator))
                .where(rows.ownedByCurrentTenant(table))
                .and(id.eq(any(ids)));
    }

    private Condition measuredBy(Table<?> table, Field<String> indicator) {
        return rows.ownedByCurrentTenant(INDICATOR)
                .and(INDICATOR.TENANT_ID.eq(table.field(INDICATOR.TENANT_ID.getName(), String.class)))
                .and(INDICATOR.CODE.eq(indicator));
    }

    private Condition in(Table<?> table, Field<UUID> area) {
        return rows.ownedByCurrentTenant(AREA)
                .and(AREA.TENANT_ID.eq(table.field(AREA.TENANT_ID.getName(), String.class)))
                .and(AREA.AREA_ID.eq(area));
    }

    private static Field<String> withCode(Field<String> name, Field<String> code) {
        return concat(name, inline(" ("), code, inline(")"));
    }
}
