package vn.cotmoc.web.traffic;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.core.order.Ordered;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.web.router.MethodBasedRouteMatch;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.List;
import vn.cotmoc.core.refusals.Refusal;

/** Refuses query parameters that the operation does not know, and control characters anywhere in the address. */
@ServerFilter("/api/**")
final class QueryFilter implements Ordered {

    /** @throws Refusal {@code unknown-parameter}, {@code control-characters} */
    @RequestFilter
    void check(HttpRequest<?> request) {
        if (hasControl(request.getPath()) || hasControl(URLDecoder.decode(request.getPath(), UTF_8))) {
            throw Refusal.invalid("control-characters", "path");
        }
        List<String> known = request.getAttribute("micronaut.http.route.match", MethodBasedRouteMatch.class)
                .map(QueryFilter::queryNames)
                .orElse(List.of());
        for (var parameter : request.getParameters()) {
            if (!known.contains(parameter.getKey())) {
                throw Refusal.invalid(
                        "unknown-parameter",
                        "query",
                        "parameter",
                        parameter.getKey().replaceAll("\\p{Cntrl}", "?"),
                        "allowed",
                        known.isEmpty() ? "–" : String.join(", ", known));
            }
            if (parameter.getValue().stream().anyMatch(QueryFilter::hasControl)) {
                throw Refusal.invalid("control-characters", parameter.getKey());
            }
        }
    }

    private static List<String> queryNames(MethodBasedRouteMatch<?, ?> match) {
        return Arrays.stream(match.getArguments())
                .filter(argument -> argument.isAnnotationPresent(QueryValue.class))
                .map(Argument::getName)
                .toList();
    }

    /** Bytes that are no UTF-8 have been decoded to U+FFFD. */
    private static boolean hasControl(String text) {
        return text.chars().anyMatch(character -> Character.isISOControl(character) || character == 0xFFFD);
    }

    @Override
    public int getOrder() {
        return ServerFilterPhase.LAST.order();
    }
}
