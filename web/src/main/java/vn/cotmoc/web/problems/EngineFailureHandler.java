package vn.cotmoc.web.problems;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.cotmoc.core.scoring.ScoringEngine;

/** The scoring engine could not do its work: said plainly, and nothing was stored. */
@Singleton
@Produces
final class EngineFailureHandler implements ExceptionHandler<ScoringEngine.EngineFailure, HttpResponse<?>> {

    private static final Logger LOG = LoggerFactory.getLogger(EngineFailureHandler.class);

    @Override
    public HttpResponse<?> handle(HttpRequest request, ScoringEngine.EngineFailure failure) {
        HttpRequest<?> asked = request;
        LOG.error("{} {}: the scoring engine failed.", asked.getMethodName(), asked.getPath(), failure);
        return Problems.answer(asked, HttpStatus.SERVICE_UNAVAILABLE.getCode(), "engine-failed", null, Map.of());
    }
}
