package vn.cotmoc.web.traffic;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
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
import java.nio.charset.CharacterCodingException;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.web.wire.BodyType;
import vn.cotmoc.web.wire.StrictJson;

/**
 * Refuses what the binding to a record would let pass: a field that is there twice, anything behind the body's end, bytes that
 * are no UTF-8, halves of surrogate pairs, which the database could only keep as question marks.
 */
@ServerFilter(
        // Files are not read into memory; those of figures are JSON by the line, and read as strictly by FigureLines.
        patternStyle = FilterPatternStyle.REGEX,
        patterns = "/api/(?!v1/((observations|instruments|cases)/[^/]+/evidence|observations/bulk"
                + "|submissions/[^/]+/sheets|archive/imports)$).*",
        methods = {HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH})
final class BodyFilter implements Ordered {

    /** @throws Refusal {@code text-control} naming the field */
    @RequestFilter
    void check(HttpRequest<?> request, @Body byte @Nullable [] body) {
        if (body == null || body.length == 0) {
            return;
        }
        BodyType.require(request, MediaType.APPLICATION_JSON);
        try (JsonParser parser = StrictJson.parser(body, 0, body.length)) {
            int depth = 0;
            boolean ended = false;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (ended) {
                    throw unreadable("Something follows the body's end.");
                }
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                ended = depth == 0;
                if (token == JsonToken.VALUE_STRING && StrictJson.hasHalfACharacter(parser.getText())) {
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

    @Override
    public int getOrder() {
        return ServerFilterPhase.LAST.order();
    }
}
