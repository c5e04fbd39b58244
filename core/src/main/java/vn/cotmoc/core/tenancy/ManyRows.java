package vn.cotmoc.core.tenancy;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.val;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Things as a table inside a statement: an array a column, whatever their number, so that thousands take one statement that is
 * always the same. Columns are called {@code c1}, {@code c2}, … and the things are numbered from 1 in {@code n}.
 *
 * @param <T> the things
 */
public final class ManyRows<T> {

    private final String alias;
    private final List<T> things;
    private final List<Field<?>> columns = new ArrayList<>();
    private final List<QueryPart> arrays = new ArrayList<>();

    /** @param alias of the table in its statement */
    public ManyRows(String alias, Collection<T> things) {
        this.alias = alias;
        this.things = List.copyOf(things);
    }

    /** Adds a column, and gives the field that reads it. */
    @SuppressWarnings("unchecked")
    public <V> Field<V> column(Class<V> type, Function<? super T, ? extends @Nullable V> value) {
        V[] values = (V[]) Array.newInstance(type, things.size());
        int row = 0;
        for (T thing : things) {
            values[row++] = value.apply(thing);
        }
        arrays.add(val(values));
        Field<V> column = field(name(alias, "c" + arrays.size()), type);
        columns.add(column);
        return column;
    }

    /** Adds a column, and says that another table's field equals it. */
    public <V> Condition equal(Field<V> field, Function<? super T, ? extends @Nullable V> value) {
        return field.eq(column(field.getType(), value));
    }

    /** Which of the things a row is, from 1 on. */
    public Field<Integer> number() {
        return field(name(alias, "n"), Integer.class);
    }

    /** In the order of their numbers. */
    public List<T> things() {
        return things;
    }

    /** With the columns that were added by now. */
    public Table<?> table() {
        String places =
                IntStream.range(0, arrays.size()).mapToObj("{%d}"::formatted).collect(Collectors.joining(", "));
        String names = columns.stream().map(Field::getName).collect(Collectors.joining(", "));
        return DSL.table(
                "unnest(" + places + ") with ordinality as " + alias + "(" + names + ", n)",
                arrays.toArray(QueryPart[]::new));
    }
}
