package vn.cotmoc.core.tenancy;

import java.util.Optional;

/** The province of the running request or job; {@code tenants} fills it from a verified source. */
public interface CurrentTenant {

    Optional<TenantId> find();

    /** @throws IllegalStateException if no province is bound; callers that may run without one use {@link #find} */
    default TenantId get() {
        return find().orElseThrow(() -> new IllegalStateException("No province is bound to this work."));
    }
}
