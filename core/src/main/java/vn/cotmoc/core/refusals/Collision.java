package vn.cotmoc.core.refusals;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Tells a unique key's refusal, the mark of two people at once, from other failures of the database. */
public final class Collision {

    private static final String UNIQUE_VIOLATION = "23505";

    private Collision() {}

    public static boolean caused(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
