package vn.cotmoc.core.refusals;

import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;

/** Tells that no connection to the database became free in time from other failures: nothing was done, and soon it can be. */
public final class Shortage {

    private Shortage() {}

    public static boolean caused(@Nullable Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException) {
                return true;
            }
        }
        return false;
    }
}
