package vn.cotmoc.web.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.refusals.Collision;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.replies.AnswerOnce;
import vn.cotmoc.core.replies.Reply;

/**
 * Creating calls with an {@code Idempotency-Key}: the same user's same call with the same body gets the answer it got before;
 * another body under that key is refused.
 */
@Singleton
public final class CreateOnce {

    /** The header's name. */
    public static final String KEY = "Idempotency-Key";

    private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]{1,200}");

    private final AnswerOnce answers;
    private final ObjectMapper json;

    CreateOnce(AnswerOnce answers, ObjectMapper json) {
        this.answers = answers;
        this.json = json;
    }

    /** What was made: its place, its version if it has one, and how it looks. */
    public record Made<T>(
            @Nullable String location, @Nullable Integer version, T body) {}

    /**
     * @param key the header's value; null runs the call without protection
     * @param body the request's body as it was read
     * @param type of the answer's body
     */
    public <T> HttpResponse<T> create(
            HttpRequest<?> request, @Nullable String key, Object body, Class<T> type, Supplier<Made<T>> work) {
        if (key == null) {
            Made<T> made = work.get();
            return response(reply(made), made.body());
        }
        requireForm(key);
        AnswerOnce.Call call =
                new AnswerOnce.Call(key, request.getMethodName() + " " + request.getPath(), sha256(write(body)));
        Reply reply = answers.given(call).orElseGet(() -> answer(call, work));
        return response(reply, read(reply.body(), type));
    }

    /** @throws Refusal {@code idempotency-key-form} if there is a key and it is malformed */
    public static void requireForm(@Nullable String key) {
        if (key != null && !FORM.matcher(key).matches()) {
            throw Refusal.invalid("idempotency-key-form", KEY);
        }
    }

    private <T> Reply answer(AnswerOnce.Call call, Supplier<Made<T>> work) {
        try {
            return answers.answer(call, () -> reply(work.get()));
        } catch (DataAccessException | Refusal failure) {
            // The same call at the same moment may have been first: with its key, or with what it created.
            Optional<Reply> meanwhile = collides(failure) ? answers.given(call) : Optional.empty();
            return meanwhile.orElseThrow(() -> failure);
        }
    }

    private static boolean collides(RuntimeException failure) {
        return Collision.caused(failure)
                || failure instanceof Refusal refusal && refusal.kind() == Refusal.Kind.CONFLICT;
    }

    private Reply reply(Made<?> made) {
        return new Reply(
                HttpStatus.CREATED.getCode(),
                made.location(),
                made.version() == null ? null : Tags.of(made.version()),
                write(made.body()));
    }

    private static <T> HttpResponse<T> response(Reply reply, T body) {
        MutableHttpResponse<T> response = HttpResponse.status(HttpStatus.valueOf(reply.status()));
        response.body(body);
        if (reply.location() != null) {
            response.header(HttpHeaders.LOCATION, URI.create(reply.location()).toString());
        }
        if (reply.etag() != null) {
            response.header(HttpHeaders.ETAG, reply.etag());
        }
        return response;
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private <T> T read(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
