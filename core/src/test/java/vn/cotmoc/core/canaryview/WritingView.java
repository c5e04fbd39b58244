package vn.cotmoc.core.canaryview;

import org.jooq.DSLContext;
import org.jooq.Table;

record WritingView(DSLContext sql) {

    void forget(Table<?> table) {
        sql.deleteFrom(table).execute();
    }
}
