package vn.cotmoc.core.evidence;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import vn.cotmoc.core.readiness.ReadinessCheck;
import vn.cotmoc.core.tenancy.CurrentTenant;

/** A bucket of a store that speaks S3, in path style: {@code endpoint/bucket/province/sha256}. */
@Singleton
@Requires(property = EvidenceBucket.PROPERTY)
final class EvidenceBucket implements EvidenceStorage, ReadinessCheck {

    static final String PROPERTY = "cotmoc.evidence.s3.bucket";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Of no bytes. */
    private static final String EMPTY_SHA256 = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI bucket;
    private final S3Signature signature;
    private final CurrentTenant currentTenant;
    private final Clock clock;

    EvidenceBucket(
            @Value("${cotmoc.evidence.s3.endpoint}") String endpoint,
            @Value("${" + PROPERTY + "}") String bucket,
            @Value("${cotmoc.evidence.s3.region:us-east-1}") String region,
            @Value("${cotmoc.evidence.s3.access-key}") String accessKey,
            @Value("${cotmoc.evidence.s3.secret-key}") String secretKey,
            CurrentTenant currentTenant,
            Clock clock) {
        this.bucket = URI.create(endpoint.replaceAll("/+$", "") + "/" + bucket + "/");
        this.signature = new S3Signature(region, accessKey, secretKey);
        this.currentTenant = currentTenant;
        this.clock = clock;
    }

    @Override
    public void keep(String sha256, Path file) throws IOException {
        HttpResponse<Void> answer = send(
                request("PUT", own(sha256), sha256).method("PUT", BodyPublishers.ofFile(file)),
                BodyHandlers.discarding());
        if (answer.statusCode() != 200) {
            throw new IOException("The evidence store answered %d to a PUT.".formatted(answer.statusCode()));
        }
    }

    @Override
    public Optional<InputStream> open(String sha256) throws IOException {
        HttpResponse<InputStream> answer =
                send(request("GET", own(sha256), EMPTY_SHA256).GET(), BodyHandlers.ofInputStream());
        if (answer.statusCode() == 200) {
            return Optional.of(answer.body());
        }
        answer.body().close();
        if (answer.statusCode() == 404) {
            return Optional.empty();
        }
        throw new IOException("The evidence store answered %d to a GET.".formatted(answer.statusCode()));
    }

    private URI own(String sha256) {
        return bucket.resolve(currentTenant.get().value() + "/" + sha256);
    }

    private HttpRequest.Builder request(String method, URI address, String sha256) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(PATIENCE);
        signature.headers(method, address, sha256, clock.instant()).forEach(request::header);
        return request;
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler)
            throws IOException {
        try {
            return http.send(request.build(), handler);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("The evidence store was not waited for.", stopped);
        }
    }

    @Override
    public String property() {
        return PROPERTY;
    }

    @Override
    public Optional<String> fault() {
        URI whole = URI.create(bucket.toString().replaceAll("/$", ""));
        try {
            int status = send(
                            request("HEAD", whole, EMPTY_SHA256).method("HEAD", BodyPublishers.noBody()),
                            BodyHandlers.discarding())
                    .statusCode();
            return status == 200
                    ? Optional.empty()
                    : Optional.of(
                            "The evidence store answers %d for %s; check bucket and keys.".formatted(status, whole));
        } catch (IOException failure) {
            return Optional.of("The evidence store %s does not answer.".formatted(whole));
        }
    }
}
