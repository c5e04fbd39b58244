package vn.cotmoc.core.tenancy;

import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.val;

import org.jooq.Condition;
import org.jooq.Field;

/** Texts that look alike, whatever their blanks and capitals: the database's {@code visible()}, as unique indexes see them. */
public final class Visible {

    private Visible() {}

    public static Condition isLike(Field<String> column, String text) {
        return of(column).eq(of(val(text)));
    }

    private static Field<String> of(Field<String> text) {
        return function("visible", String.class, text);
    }
}
