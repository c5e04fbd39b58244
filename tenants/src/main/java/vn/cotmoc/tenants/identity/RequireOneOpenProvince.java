package vn.cotmoc.tenants.identity;

import io.micronaut.http.HttpAttributes;
import io.micronaut.http.HttpRequest;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecuredAnnotationRule;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.security.rules.SecurityRuleResult;
import io.micronaut.web.router.MethodBasedRouteMatch;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import vn.cotmoc.core.provinces.OpenProvinces;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.tenancy.TenantId;

/**
 * Before any role is looked at, a caller must stand somewhere: in one province that is open here, or above all of them.
 *
 * <ul>
 *   <li>{@code no-province}: the token names neither a province nor a central role
 *   <li>{@code choose-a-province}: it names several; the caller asks the issuer for a token of one of them
 *   <li>{@code province-not-open}: it names one that is not open here
 * </ul>
 *
 * Operations that anyone may call are not concerned.
 */
@Singleton
final class RequireOneOpenProvince implements SecurityRule<HttpRequest<?>> {

    private final OpenProvinces openProvinces;
    private final Scheduler blocking;

    RequireOneOpenProvince(OpenProvinces openProvinces, @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.openProvinces = openProvinces;
        this.blocking = Schedulers.fromExecutorService(blocking);
    }

    @Override
    public Publisher<SecurityRuleResult> check(HttpRequest<?> request, @Nullable Authentication authentication) {
        if (!(authentication instanceof Caller caller) || isForAnyone(request)) {
            return Mono.just(SecurityRuleResult.UNKNOWN);
        }
        if (caller.provinces().size() > 1) {
            return Mono.fromCallable(() -> chooseOneOf(caller)).subscribeOn(blocking);
        }
        return caller.province()
                .map(province -> Mono.fromCallable(() -> requireOpen(province)).subscribeOn(blocking))
                .orElseGet(() -> caller.centralRoles().isEmpty()
                        ? Mono.error(Refusal.forbidden("no-province"))
                        : Mono.just(SecurityRuleResult.UNKNOWN));
    }

    private SecurityRuleResult chooseOneOf(Caller caller) {
        throw Refusal.forbidden(
                "choose-a-province",
                "provinces",
                caller.provinces().keySet().stream()
                        .flatMap(id -> openProvinces.find(id).stream())
                        .map(province -> Map.of("id", province.id().value(), "name", province.name()))
                        .toList());
    }

    private SecurityRuleResult requireOpen(TenantId province) {
        if (openProvinces.find(province).isEmpty()) {
            throw Refusal.forbidden("province-not-open", "province", province.value());
        }
        return SecurityRuleResult.UNKNOWN;
    }

    private static boolean isForAnyone(HttpRequest<?> request) {
        return request.getAttribute(HttpAttributes.ROUTE_MATCH).orElse(null)
                        instanceof MethodBasedRouteMatch<?, ?> route
                && Arrays.asList(route.stringValues(Secured.class)).contains(IS_ANONYMOUS);
    }

    @Override
    public int getOrder() {
        return SecuredAnnotationRule.ORDER - 1;
    }
}
