package vn.cotmoc.deploy.demo;

import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** JSON over HTTP. */
final class JsonCalls implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final JsonMapper json = JsonMapper.createDefault();

    /** @param text the body, also where it is no JSON */
    record Answer(int status, Map<String, String> headers, String text, JsonNode body) {

        boolean ok() {
            return status / 100 == 2;
        }

        @Override
        public String toString() {
            return "%d %s".formatted(status, text.length() > 600 ? text.substring(0, 600) + "…" : text);
        }
    }

    /** @param body a string, number, boolean, list or map; absent for none */
    Answer send(String method, URI uri, Map<String, String> headers, @Nullable Object body) {
        return send(
                method,
                uri,
                headers,
                "application/json",
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(written(body)));
    }

    Answer sendForm(URI uri, Map<String, String> fields) {
        String form = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return send("POST", uri, Map.of(), "application/x-www-form-urlencoded", BodyPublishers.ofString(form));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Answer send(String method, URI uri, Map<String, String> headers, String type, BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .timeout(PATIENCE)
                .header("Accept", "application/json")
                .header("Content-Type", type)
                .method(method, body);
        headers.forEach(request::header);
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(
                    response.statusCode(),
                    response.headers().map().entrySet().stream()
                            .collect(Collectors.toMap(
                                    Map.Entry::getKey, entry -> entry.getValue().getFirst())),
                    response.body(),
                    read(response));
        } catch (IOException e) {
            throw new DemoFailure("%s %s was not answered: %s.".formatted(method, uri, e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailure("The load was interrupted at %s %s.".formatted(method, uri), e);
        }
    }

    private byte[] written(Object body) {
        try {
            return json.writeValueAsBytes(JsonNode.from(body));
        } catch (IOException e) {
            throw new IllegalArgumentException("%s cannot be written as JSON.".formatted(body), e);
        }
    }

    private JsonNode read(HttpResponse<String> response) throws IOException {
        String type = response.headers().firstValue("Content-Type").orElse("");
        boolean json = type.contains("json") && !response.body().isBlank();
        return json ? this.json.readValue(response.body(), Argument.of(JsonNode.class)) : JsonNode.nullNode();
    }

    @Override
    public void close() {
        http.close();
    }
}
