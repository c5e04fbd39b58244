package vn.cotmoc.core.subgroups;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static vn.cotmoc.core.tables.Tables.CHECKPOINT;
import static vn.cotmoc.core.tables.Tables.FORM_LINE;
import static vn.cotmoc.core.tables.Tables.OBSERVATION;
import static vn.cotmoc.core.tables.Tables.TARGET;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.measure.Texts;
import vn.cotmoc.core.tenancy.OwnedRows;

/**
 * How a province spells its parts. Figures and targets meet by the name of their part, so names that look alike, whatever their
 * capitals and what nobody sees of them, are one: as it was written first.
 */
@Singleton
public class SubgroupView {

    private final DSLContext sql;
    private final OwnedRows rows;

    SubgroupView(DSLContext sql, OwnedRows rows) {
        this.sql = sql;
        this.rows = rows;
    }

    /** The province's own spelling of it, else {@linkplain Texts#folded folded} as it is; empty for the whole. */
    @Transactional(readOnly = true)
    public String spelling(String written) {
        String folded = Texts.folded(written);
        if (folded.isEmpty()) {
            return folded;
        }
        String kept = sql.select(coalesce(
                        first(TARGET, TARGET.SUBGROUP, folded),
                        first(FORM_LINE, FORM_LINE.SUBGROUP, folded),
                        first(CHECKPOINT, CHECKPOINT.SUBGROUP, folded),
                        first(OBSERVATION, OBSERVATION.SUBGROUP, folded)))
                .fetchSingle()
                .value1();
        return kept == null ? folded : kept;
    }

    private Field<@Nullable String> first(Table<?> table, Field<String> subgroup, String wanted) {
        return field(select(subgroup)
                .from(table)
                .where(rows.ownedByCurrentTenant(table))
                .and(subgroup.ne(""))
                .and(visible(subgroup).eq(visible(val(wanted))))
                .orderBy(subgroup)
                .limit(1));
    }

    private static Field<String> visible(Field<String> words) {
        return function("visible", String.class, words);
    }
}
