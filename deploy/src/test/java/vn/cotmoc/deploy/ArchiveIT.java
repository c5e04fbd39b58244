package vn.cotmoc.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.cotmoc.deploy.Province.Kind;
import vn.cotmoc.deploy.Stack.Answer;
import vn.cotmoc.deploy.TenantRows.Mark;
import vn.cotmoc.local.LocalKeycloak;

/** A province leaves with everything and comes back as another one, over HTTP: rows, attached files, checksums. */
class ArchiveIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Map<String, String> ZIP = Map.of("Content-Type", "application/zip");

    private static Stack stack;
    private static TenantRows rows;
    private static Mark begun;
    private static Province own;
    private static String admin;

    @BeforeAll
    static void start() {
        stack = Stack.running();
        rows = new TenantRows(stack.postgres());
        begun = rows.mark();
        own = new Province(stack, rows, "lao-cai", "lc");
        admin = emptyProvince("noi-den");
    }

    /** @return its administrator's user name */
    private static String emptyProvince(String id) {
        String username = "quantri." + id;
        Answer opened =
                stack.call("POST", "/api/v1/provinces", stack.token("nen.tang"), Map.of(), """
                {"id": "%1$s", "name": "Tỉnh %1$s", "nameEn": "Province %1$s", "code": "97", "begins": "archive",
                 "admin": {"username": "%2$s", "email": "%2$s@cotmoc.example", "firstName": "Đến", "lastName": "Nơi"}}""".formatted(id, username)
                        .getBytes(UTF_8));
        assertThat(opened.status()).as(opened.toString()).isEqualTo(201);
        assertThat(opened.json().path("begins").asText()).isEqualTo("archive");
        stack.keycloak().admin().setPassword(username, LocalKeycloak.DEMO_PASSWORD);
        return username;
    }

    @AfterAll
    static void forget() {
        rows.forgetSince(begun);
        rows.close();
    }

    @Test
    void everythingIsThereAfterwardsWithTheSameChecksums() throws Exception {
        byte[] archive = export(own.token("quantri"));
        JsonNode before = manifest(archive);
        assertThat(before.path("files").size()).as("attached files").isPositive();
        Answer taken = take(archive);
        assertThat(taken.status()).as(taken.toString()).isEqualTo(201);
        assertThat(taken.json().path("province").asText()).isEqualTo("lao-cai");
        assertThat(taken.json().path("files").asInt())
                .isEqualTo(before.path("files").size());
        JsonNode after = manifest(export(stack.token(admin)));
        assertThat(after.path("files")).isEqualTo(before.path("files"));
        // Both trails have grown since: by the export here, by the import there.
        assertThat(withoutTrail(after)).isEqualTo(withoutTrail(before));
        Answer file = stack.call(
                "GET", "/api/v1/evidence/" + own.identifier(Kind.EVIDENCE), stack.token(admin), Map.of(), null);
        assertThat(file.body()).isEqualTo("Một báo cáo.");
        Answer again = take(archive);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.code()).isEqualTo("province-not-empty");
    }

    @Test
    void whatIsNoArchiveIsRefusedAndNothingIsStored() {
        String empty = emptyProvince("noi-trong");
        Map<String, String> before = rows.fingerprint("noi-trong");
        Answer other = stack.call("POST", "/api/v1/archive/imports", stack.token(empty), ZIP, "no zip".getBytes(UTF_8));
        assertThat(other.status()).as(other.toString()).isEqualTo(422);
        assertThat(other.code()).isEqualTo("archive-unreadable");
        Answer nothing = stack.call("POST", "/api/v1/archive/imports", stack.token(empty), ZIP, new byte[0]);
        assertThat(nothing.status()).as(nothing.toString()).isEqualTo(400);
        assertThat(rows.fingerprint("noi-trong")).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"application/json", "multipart/form-data", "text/plain"})
    void aBodyOfAnotherTypeIsRefused(String type) {
        Answer answer = stack.call(
                "POST",
                "/api/v1/archive/imports",
                stack.token(admin),
                Map.of("Content-Type", type),
                "{}".getBytes(UTF_8));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(415);
    }

    private static Answer take(byte[] archive) {
        return stack.call("POST", "/api/v1/archive/imports", stack.token(admin), ZIP, archive);
    }

    private static byte[] export(String token) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = HTTP.send(
                HttpRequest.newBuilder(URI.create(stack.origin() + "/api/v1/archive/exports"))
                        .header("Authorization", "Bearer " + token)
                        .POST(BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private static JsonNode manifest(byte[] archive) throws IOException {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("manifest.json")) {
                    return JSON.readTree(zip.readAllBytes());
                }
            }
        }
        throw new IOException("The archive has no manifest.");
    }

    private static JsonNode withoutTrail(JsonNode manifest) {
        return ((ObjectNode) manifest.path("tables")).without("change");
    }
}
