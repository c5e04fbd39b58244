package vn.cotmoc.web.wire;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.exceptions.HttpStatusException;

/** The router takes a type that is none, as {@code x}, for any; what is read as a stream must say what it is. */
public final class BodyType {

    private BodyType() {}

    /** @throws HttpStatusException with 415 unless the request says that its body is of the type */
    public static void require(HttpRequest<?> request, String type) {
        if (request.getContentType().filter(MediaType.of(type)::matches).isEmpty()) {
            throw new HttpStatusException(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The body must be %s.".formatted(type));
        }
    }
}
