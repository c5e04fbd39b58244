package vn.cotmoc.rules.sandbox;

import org.jspecify.annotations.Nullable;

/** The guard found something in the DRL that the emitter never writes. */
public final class DrlRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    DrlRefused(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }

    DrlRefused(String reason) {
        this(reason, null);
    }
}
