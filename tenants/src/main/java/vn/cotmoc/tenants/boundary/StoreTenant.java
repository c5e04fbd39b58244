package vn.cotmoc.tenants.boundary;

import io.micronaut.data.runtime.multitenancy.TenantResolver;
import jakarta.inject.Singleton;
import java.io.Serializable;
import vn.cotmoc.core.tenancy.CurrentTenant;

/** The value of every {@code @TenantId} in statements of Micronaut Data. */
@Singleton
final class StoreTenant implements TenantResolver {

    private final CurrentTenant currentTenant;

    StoreTenant(CurrentTenant currentTenant) {
        this.currentTenant = currentTenant;
    }

    /** @throws IllegalStateException if no province is bound; a store of tenant rows has then nothing to do */
    @Override
    public Serializable resolveTenantIdentifier() {
        return currentTenant.get().value();
    }
}
