package vn.cotmoc.web.traffic;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.http.filter.FilterPatternStyle;
import io.micronaut.http.filter.ServerFilterPhase;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.refusals.Refusal;

/**
 * Refuses what the binding to a record would let pass: a field that is there twice, anything behind the body's end, bytes that
 * are no UTF-8, halves of surrogate pairs, which the database could only keep as question marks.
 */
@ServerFilter(
        // Files are no JSON, and are not read into memory.
        patternStyle = FilterPatternStyle.REGEX,
        patterns = "/api/(?!v1/((observations|instruments)/[^/]+/evidence|submissions/[^/]+/sheets)$).*",
        methods = {HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH})
final class BodyFilter implements Ordered {

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** @throws Refusal {@code text-control} naming the field */
    @RequestFilter
    void check(HttpRequest<?> request, @Body byte @Nullable [] body) {
        if (body == null || body.length == 0) {
            return;
        }
        if (request.getContentType()
                .filter(MediaType.APPLICATION_JSON_TYPE::matches)
                .isEmpty()) {
            throw new HttpStatusException(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The body must be application/json.");
        }
        try (JsonParser parser = JSON.createParser(
                UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString())) {
            int depth = 0;
            boolean ended = false;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (ended) {
                    throw unreadable("Something follows the body's end.");
                }
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                ended = depth == 0;
                if (token == JsonToken.VALUE_STRING && hasHalfACharacter(parser.getText())) {
                    throw Refusal.invalid(
                            "text-control",
                            parser.getParsingContext().pathAsPointer().toString());
                }
            }
        } catch (CharacterCodingException | JsonProcessingException broken) {
            throw unreadable("The body is no JSON in UTF-8.");
        } catch (IOException impossible) { // it reads from memory
            throw new AssertionError(impossible);
        }
    }

    private static HttpStatusException unreadable(String why) {
        return new HttpStatusException(HttpStatus.BAD_REQUEST, why);
    }

    private static boolean hasHalfACharacter(String text) {
        return text.codePoints()
                .anyMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }

    @Override
    public int getOrder() {
        return ServerFilterPhase.LAST.order();
    }
}
