package vn.cotmoc.web.problems;

import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.server.HttpServerConfiguration;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.serde.exceptions.SerdeException;
import io.micronaut.serde.exceptions.path.CollectionItemReferencePath;
import io.micronaut.serde.exceptions.path.PropertyReferencePath;
import io.micronaut.serde.exceptions.path.ReferencePath;
import jakarta.inject.Singleton;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.cotmoc.core.refusals.Shortage;

/** Everything the server itself refuses (no such page, unreadable body, too large, a fault of ours) as a problem. */
@Singleton
final class FrameworkProblems implements ErrorResponseProcessor<ProblemJson> {

    private static final Logger LOG = LoggerFactory.getLogger(FrameworkProblems.class);
    private static final int BAD_REQUEST = 400;
    private static final String RETRY_AFTER_SECONDS = "5";
    private static final int LONGEST_NAME_SHOWN = 60;

    private final long mostFileBytes;

    FrameworkProblems(HttpServerConfiguration server) {
        this.mostFileBytes = server.getMultipart().getMaxFileSize();
    }

    @Override
    public MutableHttpResponse<ProblemJson> processResponse(ErrorContext context, MutableHttpResponse<?> response) {
        HttpRequest<?> request = context.getRequest();
        Throwable cause = context.getRootCause().orElse(null);
        // The server says 413 of headers that are too long too, but then nothing was thrown.
        int answered = response.code() == 413 && cause == null ? 431 : response.code();
        boolean crowded = answered == 500 && Shortage.caused(cause);
        int status = crowded ? 503 : answered;
        if (status >= 500 && cause != null) {
            LOG.error("{} {} failed.", request.getMethodName(), request.getPath(), cause);
        }
        Fault fault = bodyMissing(request, status)
                .or(() -> fileTooLarge(request, status))
                .orElseGet(() -> fault(status, cause));
        MutableHttpResponse<ProblemJson> answer =
                Problems.answer(request, status, fault.code(), fault.at(), fault.values());
        response.getHeaders().forEach((name, values) -> {
            if (!name.equalsIgnoreCase("Content-Type") && !name.equalsIgnoreCase("Content-Length")) {
                values.forEach(value -> answer.header(name, value));
            }
        });
        if (crowded) {
            answer.header("Retry-After", RETRY_AFTER_SECONDS);
        }
        return answer.contentType(MediaType.of("application/problem+json"));
    }

    private record Fault(String code, @Nullable String at, Map<String, Object> values) {}

    private static Fault fault(int status, @Nullable Throwable cause) {
        Optional<Fault> ofAField = status == BAD_REQUEST ? fieldAtFault(cause) : Optional.empty();
        Optional<Fault> ofAParameter = status == BAD_REQUEST ? parameterAtFault(cause) : Optional.empty();
        return ofAField.or(() -> ofAParameter).orElseGet(() -> new Fault(code(status), null, Map.of()));
    }

    private static Optional<Fault> bodyMissing(HttpRequest<?> request, int status) {
        return status == BAD_REQUEST
                ? WantedBody.missingIn(request).map(wanted -> new Fault("body-missing", null, Map.of("wanted", wanted)))
                : Optional.empty();
    }

    private Optional<Fault> fileTooLarge(HttpRequest<?> request, int status) {
        return status == 413 && WantedBody.isFile(request)
                ? Optional.of(new Fault("file-too-large", "file", Map.of("most", mostFileBytes / 1024 / 1024)))
                : Optional.empty();
    }

    private static String code(int status) {
        return switch (status) {
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
        };
    }

    /** A parameter of the address or a header that could not be converted; the body's faults are those of its fields. */
    private static Optional<Fault> parameterAtFault(@Nullable Throwable cause) {
        return causes(cause).stream()
                .filter(ConversionErrorException.class::isInstance)
                .map(ConversionErrorException.class::cast)
                .map(ConversionErrorException::getArgument)
                .filter(argument -> !argument.isAnnotationPresent(Body.class))
                .findFirst()
                .map(argument ->
                        new Fault("unreadable-parameter", argument.getName(), Map.of("parameter", argument.getName())));
    }

    /** The reader of the body says where it stopped; whether there is such a field is told by the body's own shape. */
    private static Optional<Fault> fieldAtFault(@Nullable Throwable cause) {
        return causes(cause).stream()
                .filter(SerdeException.class::isInstance)
                .map(SerdeException.class::cast)
                .map(SerdeException::getPath)
                .filter(path -> !path.isEmpty())
                .findFirst()
                .map(path -> {
                    String at = path.reversed().stream()
                            .map(step -> "/" + name(step))
                            .collect(Collectors.joining());
                    String code = isKnown(path.getFirst()) ? "unreadable-field" : "unknown-field";
                    return new Fault(code, at, Map.of("field", at.substring(1)));
                });
    }

    /** @param step innermost first, as the reader gives them */
    private static boolean isKnown(ReferencePath step) {
        if (!(step instanceof PropertyReferencePath property)) {
            return true;
        }
        RecordComponent[] fields = property.type().getRecordComponents();
        return fields == null
                || Arrays.stream(fields)
                        .anyMatch(field ->
                                field.getName().equals(property.property().getName()));
    }

    /** As a step of a JSON pointer, short and without control characters, for an unknown name is the caller's own. */
    private static String name(ReferencePath step) {
        if (step instanceof CollectionItemReferencePath item) {
            return String.valueOf(item.index());
        }
        Argument<?> argument = step.getArgument();
        String name = argument.getName()
                .replaceAll("\\p{Cntrl}", "?")
                .replace("~", "~0")
                .replace("/", "~1");
        return name.length() <= LONGEST_NAME_SHOWN ? name : name.substring(0, LONGEST_NAME_SHOWN) + "…";
    }

    private static List<Throwable> causes(@Nullable Throwable cause) {
        List<Throwable> causes = new ArrayList<>();
        for (Throwable one = cause; one != null && !causes.contains(one); one = next(one)) {
            causes.add(one);
        }
        return causes;
    }

    private static @Nullable Throwable next(Throwable one) {
        return one instanceof ConversionErrorException conversion
                ? conversion.getConversionError().getCause()
                : one.getCause();
    }
}
