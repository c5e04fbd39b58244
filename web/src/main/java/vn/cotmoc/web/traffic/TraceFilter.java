package vn.cotmoc.web.traffic;

import io.micronaut.core.order.Ordered;
import io.micronaut.core.propagation.MutablePropagatedContext;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.web.router.UriRouteMatch;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Gives every request a trace id (the caller's, if it sends a W3C {@code traceparent}), writes one line when it is answered,
 * and sets the headers every answer has. Neither tokens nor bodies nor queries are ever logged.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class TraceFilter implements Ordered {

    private static final Logger LOG = LoggerFactory.getLogger("traffic");
    private static final Pattern TRACE_PARENT = Pattern.compile("00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");
    private static final String BEGUN = "cotmoc.begun";
    private static final String TRACE = "cotmoc.trace";

    @RequestFilter
    void begin(HttpRequest<?> request, MutablePropagatedContext context) {
        String trace = traceId(request);
        request.setAttribute(TRACE, trace);
        request.setAttribute(BEGUN, System.nanoTime());
        context.add(new Trace(trace));
    }

    @ResponseFilter
    void end(HttpRequest<?> request, MutableHttpResponse<?> response) {
        String trace = request.getAttribute(TRACE, String.class).orElse("");
        response.header("X-Trace-Id", trace);
        response.header("X-Content-Type-Options", "nosniff");
        response.header("Referrer-Policy", "no-referrer");
        response.header("X-Frame-Options", "DENY");
        if (request.getPath().startsWith("/api/")) {
            response.header("Cache-Control", "no-store");
            write(request, response, trace);
        }
    }

    private static void write(HttpRequest<?> request, MutableHttpResponse<?> response, String trace) {
        long begun = request.getAttribute(BEGUN, Long.class).orElse(System.nanoTime());
        String route = request.getAttribute("micronaut.http.route.match", UriRouteMatch.class)
                .map(match -> match.getRouteInfo().getUriMatchTemplate().toPathString())
                .orElse("–");
        try (var ignored = MDC.putCloseable("traceId", trace)) {
            LOG.atInfo()
                    .addKeyValue("method", request.getMethodName())
                    .addKeyValue("route", route)
                    .addKeyValue("status", response.code())
                    .addKeyValue("millis", (System.nanoTime() - begun) / 1_000_000)
                    .addKeyValue(
                            "user",
                            request.getUserPrincipal()
                                    .map(user -> user.getName())
                                    .orElse("–"))
                    .log("{} {} {}", request.getMethodName(), route, response.code());
        }
    }

    private static String traceId(HttpRequest<?> request) {
        String parent = request.getHeaders().get("traceparent");
        Matcher matcher = TRACE_PARENT.matcher(parent == null ? "" : parent);
        if (matcher.matches()) {
            return matcher.group(1);
        }
        UUID random = UUID.randomUUID();
        return HexFormat.of().toHexDigits(random.getMostSignificantBits())
                + HexFormat.of().toHexDigits(random.getLeastSignificantBits());
    }

    @Override
    public int getOrder() {
        return ServerFilterPhase.FIRST.order();
    }
}
