package vn.cotmoc.core.house;

import io.micronaut.context.annotation.Requires;
import io.micronaut.data.runtime.multitenancy.TenantResolver;
import jakarta.inject.Singleton;
import java.io.Serializable;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.actors.CurrentActor;
import vn.cotmoc.core.tenancy.CurrentTenant;
import vn.cotmoc.core.tenancy.TenantId;
import vn.cotmoc.core.tenancy.TenantScope;

/** The province that a test works for, by thread. */
@Singleton
@Requires(property = House.PROPERTY)
final class FakeScope implements CurrentTenant, CurrentActor, TenantScope, TenantResolver {

    private final ThreadLocal<@Nullable TenantId> bound = new ThreadLocal<>();
    private final ThreadLocal<String> actor = ThreadLocal.withInitial(() -> Story.ME);

    @Override
    public Optional<TenantId> find() {
        return Optional.ofNullable(bound.get());
    }

    @Override
    public String username() {
        return actor.get();
    }

    <T> T as(String username, Supplier<T> work) {
        String outer = actor.get();
        actor.set(username);
        try {
            return work.get();
        } finally {
            actor.set(outer);
        }
    }

    @Override
    public <T> T within(TenantId tenant, Supplier<T> work) {
        TenantId outer = bound.get();
        bound.set(tenant);
        try {
            return work.get();
        } finally {
            bound.set(outer);
        }
    }

    @Override
    public Serializable resolveTenantIdentifier() {
        return get().value();
    }
}
