package vn.cotmoc.tenants.identity;

import com.nimbusds.jose.util.DefaultResourceRetriever;
import io.micronaut.health.HealthStatus;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Ready when the issuer of {@code cotmoc.identity.issuer} answers under that very name; asked at most every 15 seconds. */
@Singleton
@Readiness
final class IssuerReadiness implements HealthIndicator {

    private static final String PROPERTY = "cotmoc.identity.issuer";
    private static final Duration KEPT = Duration.ofSeconds(15);

    private final DefaultResourceRetriever http = new DefaultResourceRetriever(2_000, 2_000, 100_000);
    private final URI issuer;
    private final JsonMapper json;
    private final Mono<HealthResult> result;

    IssuerReadiness(
            IdentityConfiguration configuration,
            JsonMapper json,
            @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.issuer = configuration.issuer();
        this.json = json;
        this.result = Mono.fromCallable(this::ask)
                .subscribeOn(Schedulers.fromExecutorService(blocking))
                .cache(KEPT);
    }

    @Override
    public Publisher<HealthResult> getResult() {
        return result;
    }

    private HealthResult ask() {
        try {
            String answer = http.retrieveResource(URI.create(issuer + "/.well-known/openid-configuration")
                            .toURL())
                    .getContent();
            JsonNode named = json.readValue(answer, JsonNode.class).get("issuer");
            return named != null && issuer.toString().equals(named.getStringValue())
                    ? HealthResult.builder(PROPERTY, HealthStatus.UP).build()
                    : down("%s (%s) calls itself otherwise; set it to the name in the tokens."
                            .formatted(PROPERTY, issuer));
        } catch (IOException | RuntimeException e) {
            return down("%s (%s) does not answer.".formatted(PROPERTY, issuer));
        }
    }

    private static HealthResult down(String because) {
        return HealthResult.builder(PROPERTY, HealthStatus.DOWN)
                .details(Map.of("because", because))
                .build();
    }
}
