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
import vn.cotmoc.core.scoring.EngineUnavailable;
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
        int status = HttpStatus.SERVICE_UNAVAILABLE.getCode();
        return failure instanceof EngineUnavailable unavailable
                ? Problems.answer(asked, status, code(unavailable.why()), null, unavailable.values())
                : Problems.answer(asked, status, "engine-failed", null, Map.of());
    }

    private static String code(EngineUnavailable.Why why) {
        return switch (why) {
            case UNKNOWN -> "engine-unknown";
            case THREW -> "engine-threw";
            case HUNG -> "engine-too-slow";
            case NONSENSE -> "engine-nonsense";
            case BUSY -> "engine-busy";
            case QUARANTINED -> "engine-quarantined";
        };
    }
}
