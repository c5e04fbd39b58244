package vn.cotmoc.tenants.boundary;

import io.micronaut.core.propagation.PropagatedContext;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Supplier;
import vn.cotmoc.core.actors.CurrentActor;
import vn.cotmoc.core.tenancy.CurrentTenant;
import vn.cotmoc.core.tenancy.TenantId;
import vn.cotmoc.core.tenancy.TenantScope;

/** Answers core's three questions about the running work from the {@link Scope} that travels with it. */
@Singleton
final class PropagatedScope implements CurrentTenant, CurrentActor, TenantScope {

    private static final String THE_HOUSE_ITSELF = "system";

    @Override
    public Optional<TenantId> find() {
        return scope().flatMap(Scope::tenant);
    }

    @Override
    public String username() {
        return scope().map(Scope::username).orElse(THE_HOUSE_ITSELF);
    }

    /**
     * Must be called outside a transaction: one that runs already keeps the province it began with, so row-level security
     * would show and take nothing.
     *
     * @throws IllegalStateException if the running work is another province's
     */
    @Override
    public <T> T within(TenantId tenant, Supplier<T> work) {
        find().filter(bound -> !bound.equals(tenant)).ifPresent(bound -> {
            throw new IllegalStateException("Work for %s cannot turn to %s.".formatted(bound, tenant));
        });
        PropagatedContext context = PropagatedContext.getOrEmpty();
        Scope scope = new Scope(username(), Optional.of(tenant));
        return context.find(Scope.class)
                .map(outer -> context.replace(outer, scope))
                .orElseGet(() -> context.plus(scope))
                .propagate(work);
    }

    private static Optional<Scope> scope() {
        return PropagatedContext.find().flatMap(context -> context.find(Scope.class));
    }
}
