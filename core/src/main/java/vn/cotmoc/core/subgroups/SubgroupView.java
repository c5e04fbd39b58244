package vn.cotmoc.core.subgroups;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;
import static vn.cotmoc.core.tables.Tables.CHECKPOINT;
import static vn.cotmoc.core.tables.Tables.FORM_LINE;
import static vn.cotmoc.core.tables.Tables.OBSERVATION;
import static vn.cotmoc.core.tables.Tables.TARGET;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record2;
import org.jooq.Select;
import org.jooq.Table;
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
        return folded.isEmpty() ? folded : spellings().getOrDefault(Texts.visible(folded), folded);
    }

    /**
     * The spelling of every part by {@linkplain Texts#visible what is seen of it}. Of millions of figures it takes a step along the index
     * for every name: row-level security lets no index over {@code visible} be used, since that function might tell what it is given.
     */
    @Transactional(readOnly = true)
    public Map<String, String> spellings() {
        Name names = name("figures_part");
        Field<String> part = field(name("figures_part", "part"), String.class);
        Map<String, String> spellings = new HashMap<>();
        sql.withRecursive(names, name("part"))
                .as(select(next(inline("")))
                        .unionAll(select(next(part)).from(table(names)).where(part.isNotNull())))
                .select(inline(4).as("place"), part.as("part"))
                .from(table(names))
                .where(part.isNotNull())
                .union(of(1, TARGET, TARGET.SUBGROUP))
                .union(of(2, FORM_LINE, FORM_LINE.SUBGROUP))
                .union(of(3, CHECKPOINT, CHECKPOINT.SUBGROUP))
                .orderBy(1, 2)
                .forEach(row -> spellings.putIfAbsent(Texts.visible(row.value2()), row.value2()));
        return spellings;
    }

    /** The part whose name follows this one among those of figures; null behind the last. */
    private Field<String> next(Field<String> part) {
        return field(select(OBSERVATION.SUBGROUP)
                .from(OBSERVATION)
                .where(rows.ownedByCurrentTenant(OBSERVATION))
                .and(OBSERVATION.SUBGROUP.ne(inline("")))
                .and(OBSERVATION.SUBGROUP.gt(part))
                .orderBy(OBSERVATION.SUBGROUP)
                .limit(inline(1)));
    }

    private Select<Record2<Integer, String>> of(int place, Table<?> table, Field<String> subgroup) {
        return select(inline(place), subgroup)
                .from(table)
                .where(rows.ownedByCurrentTenant(table))
                .and(subgroup.ne(inline("")));
    }
}
