package vn.cotmoc.tenants.boundary;

import io.micronaut.core.order.Ordered;
import io.micronaut.core.propagation.MutablePropagatedContext;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import java.security.Principal;
import vn.cotmoc.tenants.identity.Caller;

/**
 * Binds the request to the province of its verified token, or to the nation's workspace for whoever writes the nation's rules, and to
 * nothing a path, a header or a body says. It runs after security, which has by then refused whoever has no province, several, or one
 * that is not open.
 */
@ServerFilter(Filter.MATCH_ALL_PATTERN)
final class TenantFilter implements Ordered {

    @RequestFilter
    void bind(HttpRequest<?> request, MutablePropagatedContext context) {
        Principal principal = request.getUserPrincipal().orElse(null);
        if (principal instanceof Caller caller) {
            context.add(new Scope(caller.username(), caller.workspace()));
        }
    }

    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.after();
    }
}
