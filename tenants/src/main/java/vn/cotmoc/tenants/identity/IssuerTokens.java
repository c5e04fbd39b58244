package vn.cotmoc.tenants.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.health.HealthStatus;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpRequest;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.token.jwt.validator.ReactiveJsonWebTokenValidator;
import io.micronaut.security.token.validator.TokenValidator;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.text.ParseException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Takes a token if the issuer signed it (RS256 only), for us, lately, and for a client that may call; and tells whom it
 * speaks of. It replaces the framework's validator, which takes unsigned tokens when no signature is configured.
 *
 * <p>Keys are fetched when first needed and again when a token names an unknown one, at most twice in five seconds; known keys
 * serve on for some hours while the issuer cannot be reached. Tokens are never logged.
 */
@Singleton
@Replaces(ReactiveJsonWebTokenValidator.class)
final class IssuerTokens implements TokenValidator<HttpRequest<?>> {

    private static final Logger LOG = LoggerFactory.getLogger(IssuerTokens.class);

    private static final int PATIENCE_MILLIS = 3_000;
    private static final int KEYS_BYTES = 200_000;
    private static final Duration KEYS_FRESH = Duration.ofMinutes(10);
    private static final Duration KEYS_IN_AN_OUTAGE = Duration.ofHours(4);
    private static final Duration BETWEEN_FETCHES = Duration.ofSeconds(5);
    private static final int CLOCKS_APART_SECONDS = 15;

    private final IdentityConfiguration configuration;
    private final Scheduler blocking;
    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    private volatile boolean keysAtHand;

    IssuerTokens(IdentityConfiguration configuration, @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.configuration = configuration;
        this.blocking = Schedulers.fromExecutorService(blocking);
        processor.setJWSKeySelector(
                new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keysOf(configuration.issuer())));
        var claims = new DefaultJWTClaimsVerifier<SecurityContext>(
                configuration.audience(),
                new JWTClaimsSet.Builder()
                        .issuer(configuration.issuer().toString())
                        .build(),
                Set.of("exp", "sub", "azp", "preferred_username"));
        claims.setMaxClockSkew(CLOCKS_APART_SECONDS);
        processor.setJWTClaimsSetVerifier(claims);
    }

    private JWKSource<SecurityContext> keysOf(URI issuer) {
        return JWKSourceBuilder.<SecurityContext>create(
                        url(issuer + "/protocol/openid-connect/certs"),
                        new DefaultResourceRetriever(PATIENCE_MILLIS, PATIENCE_MILLIS, KEYS_BYTES))
                .cache(KEYS_FRESH.toMillis(), Duration.ofSeconds(10).toMillis())
                .refreshAheadCache(false)
                .rateLimited(BETWEEN_FETCHES.toMillis())
                .outageTolerant(KEYS_IN_AN_OUTAGE.toMillis())
                .healthReporting(report -> keysAtHand |= report.getHealthStatus() == HealthStatus.HEALTHY)
                .build();
    }

    private static URL url(String text) {
        try {
            return URI.create(text).toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    public Publisher<Authentication> validateToken(String token, @Nullable HttpRequest<?> request) {
        return Mono.fromCallable(() -> read(token)).subscribeOn(blocking).flatMap(Mono::justOrEmpty);
    }

    /**
     * @return empty if it is no token of ours
     * @throws IssuerUnreachable if that cannot be told
     */
    Optional<Authentication> read(String token) {
        try {
            JWTClaimsSet claims = processor.process(token, null);
            if (!configuration.callers().contains(claims.getStringClaim("azp"))) {
                LOG.debug("A token was issued to a client that may not call.");
                return Optional.empty();
            }
            return Optional.of(Claims.read(claims, configuration.audience()));
        } catch (RateLimitReachedException e) {
            // Keys were asked for a moment ago: if that went well the token's key is a stranger's.
            if (keysAtHand) {
                return Optional.empty();
            }
            throw new IssuerUnreachable(e);
        } catch (KeySourceException e) {
            throw new IssuerUnreachable(e);
        } catch (ParseException | BadJOSEException | JOSEException e) {
            LOG.debug("A token was refused: {}", e.getClass().getSimpleName());
            return Optional.empty();
        }
    }
}
