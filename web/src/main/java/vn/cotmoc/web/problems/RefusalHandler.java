package vn.cotmoc.web.problems;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import vn.cotmoc.core.refusals.Refusal;

/** What a use case refused. */
@Singleton
@Produces
final class RefusalHandler implements ExceptionHandler<Refusal, HttpResponse<?>> {

    @Override
    public HttpResponse<?> handle(HttpRequest request, Refusal refusal) {
        return Problems.answer((HttpRequest<?>) request, refusal);
    }
}
