package vn.cotmoc.web.problems;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vn.cotmoc.core.measure.Coded;

/** What an operation takes as its body. */
enum WantedBody implements Coded {
    OBJECT(MediaType.APPLICATION_JSON),
    LINES("application/x-ndjson"),
    ARCHIVE("application/zip"),
    FILE(MediaType.MULTIPART_FORM_DATA);

    private final String type;

    WantedBody(String type) {
        this.type = type;
    }

    /** Empty where the request has a body, or where its operation takes none. */
    static Optional<WantedBody> missingIn(HttpRequest<?> request) {
        boolean has = request.getHeaders().contains("Transfer-Encoding") || request.getContentLength() > 0;
        return has ? Optional.empty() : RouteAttributes.getRouteInfo(request).flatMap(WantedBody::of);
    }

    static boolean isFile(HttpRequest<?> request) {
        return RouteAttributes.getRouteInfo(request)
                .flatMap(WantedBody::of)
                .filter(FILE::equals)
                .isPresent();
    }

    private static Optional<WantedBody> of(RouteInfo<?> operation) {
        List<String> taken =
                operation.getConsumes().stream().map(MediaType::getName).toList();
        return operation.isPermitsRequestBody()
                ? Arrays.stream(values())
                        .filter(body -> taken.contains(body.type))
                        .findFirst()
                : Optional.empty();
    }
}
