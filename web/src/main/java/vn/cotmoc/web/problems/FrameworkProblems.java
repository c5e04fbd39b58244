package vn.cotmoc.web.problems;

import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything the server itself refuses (no such page, unreadable body, too large, a fault of ours) as a problem. */
@Singleton
final class FrameworkProblems implements ErrorResponseProcessor<ProblemJson> {

    private static final Logger LOG = LoggerFactory.getLogger(FrameworkProblems.class);
    private static final Pattern UNKNOWN_FIELD = Pattern.compile("Unknown property \\[([^\\]]{1,60})]");
    private static final Pattern MISSING_FIELD = Pattern.compile(
            "(?:required|non-null|non-nullable)[^\\[]*(?:property|parameter)[^\\[]*\\[(?:[\\w.$<>]+ )?([A-Za-z]{1,60})]");

    @Override
    public MutableHttpResponse<ProblemJson> processResponse(ErrorContext context, MutableHttpResponse<?> response) {
        HttpRequest<?> request = context.getRequest();
        Throwable cause = context.getRootCause().orElse(null);
        // The server says 413 of headers that are too long too, but then nothing was thrown.
        int status = response.code() == 413 && cause == null ? 431 : response.code();
        if (status >= 500 && cause != null) {
            LOG.error("{} {} failed.", request.getMethodName(), request.getPath(), cause);
        }
        Reading reading = read(status, message(context, cause));
        MutableHttpResponse<ProblemJson> answer =
                Problems.answer(request, status, reading.code(), reading.at(), reading.values());
        response.getHeaders().forEach((name, values) -> {
            if (!name.equalsIgnoreCase("Content-Type") && !name.equalsIgnoreCase("Content-Length")) {
                values.forEach(value -> answer.header(name, value));
            }
        });
        return answer.contentType(MediaType.of("application/problem+json"));
    }

    private record Reading(String code, @Nullable String at, Map<String, Object> values) {}

    private static Reading read(int status, String message) {
        Matcher unknown = UNKNOWN_FIELD.matcher(message);
        if (status == 400 && unknown.find()) {
            return new Reading("unknown-field", "/" + unknown.group(1), Map.of("field", unknown.group(1)));
        }
        Matcher missing = MISSING_FIELD.matcher(message);
        if (status == 400 && missing.find()) {
            return new Reading("missing-field", "/" + missing.group(1), Map.of("field", missing.group(1)));
        }
        return new Reading(
                switch (status) {
                    case 400 -> "unreadable-request";
                    case 401 -> "not-signed-in";
                    case 403 -> "not-allowed";
                    case 404 -> "no-such-page";
                    case 405 -> "method-not-allowed";
                    case 406 -> "not-acceptable";
                    case 413 -> "too-large";
                    case 414, 431 -> "headers-too-large";
                    case 415 -> "unsupported-media-type";
                    case 503 -> "unavailable";
                    default -> status >= 500 ? "internal" : "unreadable-request";
                },
                null,
                Map.of());
    }

    private static String message(ErrorContext context, @Nullable Throwable cause) {
        StringBuilder message = new StringBuilder();
        context.getErrors().forEach(error -> message.append(error.getMessage()).append('\n'));
        for (Throwable one = cause; one != null; one = one.getCause()) {
            message.append(one.getMessage()).append('\n');
            if (one instanceof ConversionErrorException conversion) {
                message.append(conversion.getConversionError().getCause().getMessage())
                        .append('\n');
            }
        }
        return message.toString();
    }
}
