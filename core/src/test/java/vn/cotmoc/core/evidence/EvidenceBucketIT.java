package vn.cotmoc.core.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.cotmoc.core.tenancy.TenantId;

/** Against a server that speaks S3 and verifies signatures: S3Proxy, in a process of its own. */
class EvidenceBucketIT {

    private static final Path JAR = Path.of("target/s3/s3proxy.jar").toAbsolutePath();
    private static final String KEY = "khoa-thu";
    private static final String SECRET = "mat-khau-thu";

    @TempDir
    static Path folder;

    private static Process server;
    private static String endpoint = "";
    private static TenantId tenant = new TenantId("lao-cai");

    @BeforeAll
    static void aStoreWithABucket() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        endpoint = "http://127.0.0.1:" + port;
        Path settings = Files.writeString(folder.resolve("s3proxy.conf"), """
                s3proxy.endpoint=%s
                s3proxy.authorization=aws-v2-or-v4
                s3proxy.identity=%s
                s3proxy.credential=%s
                jclouds.provider=transient
                """.formatted(endpoint, KEY, SECRET));
        server = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        JAR.toString(),
                        "--properties",
                        settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("s3proxy.log").toFile())
                .start();
        URI bucket = URI.create(endpoint + "/minh-chung");
        int status = 0;
        for (long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(60); status != 200; ) {
            assertThat(System.nanoTime())
                    .as("S3Proxy does not start: %s", Files.readString(folder.resolve("s3proxy.log")))
                    .isLessThan(until);
            status = makeBucket(bucket);
        }
    }

    private static int makeBucket(URI bucket) throws InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(bucket);
        new S3Signature("us-east-1", KEY, SECRET)
                .headers(
                        "PUT", bucket, Sha256.of(new byte[0]), Clock.systemUTC().instant())
                .forEach(request::header);
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request.PUT(BodyPublishers.noBody()).build(), BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException notYet) {
            Thread.sleep(200);
            return 0;
        }
    }

    @AfterAll
    static void stop() throws InterruptedException {
        server.destroy();
        server.waitFor();
    }

    @Test
    void whatIsKeptComesBackAndOnlyToItsProvince() throws IOException {
        byte[] report = "%PDF-1.7 báo cáo".getBytes(UTF_8);
        Path file = Files.write(folder.resolve("bao-cao"), report);
        String sha256 = Sha256.of(report);
        EvidenceBucket bucket = bucket("minh-chung", SECRET);
        bucket.keep(sha256, file);
        bucket.keep(sha256, file);
        try (InputStream content = bucket.open(sha256).orElseThrow()) {
            assertThat(content.readAllBytes()).isEqualTo(report);
        }
        assertThat(bucket.open(Sha256.of(new byte[] {1}))).isEmpty();
        tenant = new TenantId("dien-bien");
        assertThat(bucket.open(sha256)).isEmpty();
        tenant = new TenantId("lao-cai");
    }

    @Test
    void aWrongSecretIsRefusedAndSaidAtTheStart() throws IOException {
        Path file = Files.write(folder.resolve("tep"), new byte[] {'a'});
        EvidenceBucket bucket = bucket("minh-chung", "sai");
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> bucket.keep(Sha256.of(new byte[] {'a'}), file))
                .withMessageContaining("403");
        assertThat(bucket.fault())
                .hasValueSatisfying(fault -> assertThat(fault).contains("403").doesNotContain("sai", KEY));
        assertThat(bucket("minh-chung", SECRET).fault()).isEmpty();
        assertThat(bucket("khong-co", SECRET).fault()).isPresent();
    }

    private static EvidenceBucket bucket(String name, String secret) {
        return new EvidenceBucket(
                endpoint, name, "us-east-1", KEY, secret, () -> Optional.of(tenant), Clock.systemUTC());
    }
}
