package vn.cotmoc.web.problems;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import vn.cotmoc.core.measure.Coded;
import vn.cotmoc.core.refusals.Refusal;

/** Makes problem+json answers. */
public final class Problems {

    private static final int PRECONDITION_REQUIRED = 428;
    private static final Set<String> OF_A_MISSING_PRECONDITION = Set.of("if-match-missing", "if-match-or-none");

    private Problems() {}

    /** @param at where in the request the fault is; null for the request as a whole */
    public static MutableHttpResponse<ProblemJson> answer(
            HttpRequest<?> request, int status, String code, @Nullable String at, Map<String, Object> values) {
        String detail = Sentences.detail(code, Language.of(request), values);
        return answer(
                request,
                status,
                code,
                at == null ? List.of() : List.of(new ProblemJson.Fault(null, at, code, detail)),
                values);
    }

    private static MutableHttpResponse<ProblemJson> answer(
            HttpRequest<?> request,
            int status,
            String code,
            List<ProblemJson.Fault> errors,
            Map<String, Object> values) {
        Language language = Language.of(request);
        ProblemJson problem = new ProblemJson(
                "urn:cotmoc:problem:" + code,
                Sentences.title(code, language),
                status,
                Sentences.detail(code, language, values),
                code,
                MDC.get("traceId"),
                errors,
                plain(values));
        return HttpResponse.<ProblemJson>status(HttpStatus.valueOf(status))
                .body(problem)
                .contentType(MediaType.of("application/problem+json"));
    }

    /** Of the caller's language. */
    public static Locale locale(HttpRequest<?> request) {
        return Language.of(request).locale();
    }

    /** The sentence of a fault that is no answer by itself, in the caller's language. */
    public static String sentence(HttpRequest<?> request, String code, Map<String, Object> values) {
        return Sentences.detail(code, Language.of(request), values);
    }

    static MutableHttpResponse<ProblemJson> answer(HttpRequest<?> request, Refusal refusal) {
        return refusal.lines().isEmpty()
                ? answer(request, status(refusal), refusal.code(), refusal.at(), refusal.values())
                : answer(request, status(refusal), refusal.code(), faults(request, refusal), refusal.values());
    }

    private static List<ProblemJson.Fault> faults(HttpRequest<?> request, Refusal refusal) {
        Language language = Language.of(request);
        return refusal.lines().stream()
                .map(fault -> {
                    Refusal why = fault.refusal();
                    return new ProblemJson.Fault(
                            fault.line(),
                            why.at() == null ? "" : why.at(),
                            why.code(),
                            Sentences.detail(why.code(), language, why.values()));
                })
                .toList();
    }

    private static int status(Refusal refusal) {
        if (OF_A_MISSING_PRECONDITION.contains(refusal.code())) {
            return PRECONDITION_REQUIRED;
        }
        return switch (refusal.kind()) {
            case UNKNOWN -> HttpStatus.NOT_FOUND.getCode();
            case INVALID -> HttpStatus.UNPROCESSABLE_ENTITY.getCode();
            case CONFLICT -> HttpStatus.CONFLICT.getCode();
            case STALE -> HttpStatus.PRECONDITION_FAILED.getCode();
            case FORBIDDEN -> HttpStatus.FORBIDDEN.getCode();
        };
    }

    /** Lists keep what they hold, but for words of the domain, which are their codes. */
    private static Map<String, Object> plain(Map<String, Object> values) {
        Map<String, Object> plain = new LinkedHashMap<>();
        values.forEach((name, value) -> plain.put(
                name,
                value instanceof List<?> several
                        ? several.stream().map(Problems::coded).toList()
                        : String.valueOf(coded(value))));
        return plain;
    }

    private static Object coded(Object value) {
        return switch (value) {
            case Coded word -> word.code();
            case BigDecimal number -> number.toPlainString();
            default -> value;
        };
    }
}
