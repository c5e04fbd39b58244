package vn.cotmoc.web.problems;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.security.authentication.AuthorizationException;
import io.micronaut.security.authentication.DefaultAuthorizationExceptionHandler;
import jakarta.inject.Singleton;
import java.util.Map;

/** Nobody known (401), or somebody without the right (403). */
@Singleton
@Replaces(DefaultAuthorizationExceptionHandler.class)
final class SecurityHandler implements ExceptionHandler<AuthorizationException, MutableHttpResponse<?>> {

    @Override
    public MutableHttpResponse<?> handle(HttpRequest request, AuthorizationException refused) {
        HttpRequest<?> asked = request;
        return refused.isForbidden()
                ? Problems.answer(asked, HttpStatus.FORBIDDEN.getCode(), "not-allowed", null, Map.of())
                : Problems.answer(asked, HttpStatus.UNAUTHORIZED.getCode(), "not-signed-in", null, Map.of())
                        .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
}
