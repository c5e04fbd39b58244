package vn.cotmoc.web.problems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.micronaut.core.convert.ConversionError;
import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.HttpServerConfiguration;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.simple.SimpleHttpRequest;
import io.micronaut.serde.ObjectMapper;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.cotmoc.core.refusals.Refusal;

/** With bodies as callers send them and the reader that the house has, so that another version of it cannot change the answers. */
class FrameworkProblemsTest {

    private static final ObjectMapper JSON =
            ObjectMapper.create(Map.of("micronaut.serde.deserialization.ignore-unknown", false), "vn.cotmoc.web");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "provinces.ProvinceJson$OpenJson | {\"id\":\"a\",\"wrong\":1}                | unknown-field    | /wrong",
                "provinces.ProvinceJson$OpenJson | {\"admin\":{\"wrong\":1}}                 | unknown-field    | /admin/wrong",
                "targets.TargetJson$SetJson      | {\"baseline\":{\"amout\":\"1\"}}          | unknown-field    | /baseline/amout",
                "provinces.ProvinceJson$OpenJson | {\"a/b~c\":1}                             | unknown-field    | /a~1b~0c",
                "provinces.ProvinceJson$OpenJson | {\"a\\u0007b\":1}                         | unknown-field    | /a?b",
                "provinces.ProvinceJson$OpenJson | {\"id\":5}                                | unreadable-field | /id",
                "provinces.ProvinceJson$OpenJson | {\"id\":[\"a\"]}                          | unreadable-field | /id",
                "provinces.ProvinceJson$OpenJson | {\"admin\":{\"username\":1}}              | unreadable-field | /admin/username",
                "provinces.ProvinceJson$OpenJson | {\"admin\":[1]}                           | unreadable-field | /admin",
                "provinces.ProvinceJson$OpenJson | {\"simulated\":\"maybe\"}                 | unreadable-field | /simulated",
                "provinces.ProvinceJson$OpenJson | {\"id\":\"a\",\"id\":\"b\"}               | unreadable-field | /id",
                "indicators.IndicatorJson$Add    | {\"decimals\":\"x\"}                      | unreadable-field | /decimals",
                "indicators.IndicatorJson$Add    | {\"decimals\":1.5}                        | unreadable-field | /decimals",
                "indicators.IndicatorJson$Add    | {\"decimals\":99999999999}                | unreadable-field | /decimals"
            })
    void aFieldThatCannotBeReadIsNamedByItsPath(String type, String body, String code, String at) {
        Throwable failure = failure(type, body);
        for (ProblemJson problem :
                List.of(answer(HttpStatus.BAD_REQUEST, failure), answer(HttpStatus.BAD_REQUEST, wrapped(failure)))) {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.status()).isEqualTo(400);
            assertThat(problem.errors()).singleElement().satisfies(fault -> {
                assertThat(fault.at()).isEqualTo(at);
                assertThat(fault.code()).isEqualTo(code);
            });
            assertThat(problem.detail()).contains(at.substring(1)).doesNotContain("vn.cotmoc");
            assertThat(problem.values()).containsEntry("field", at.substring(1));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{\"id\":", "[]", "5", "\"text\"", "{]", "''"})
    void whatIsNoObjectIsUnreadableAsAWhole(String body) {
        ProblemJson problem = answer(HttpStatus.BAD_REQUEST, failure("provinces.ProvinceJson$OpenJson", body));
        assertThat(problem.code()).isEqualTo("unreadable-request");
        assertThat(problem.errors()).isEmpty();
    }

    @Test
    void anEndlessNameIsCutShort() {
        ProblemJson problem = answer(
                HttpStatus.BAD_REQUEST,
                failure("provinces.ProvinceJson$OpenJson", "{\"%s\":1}".formatted("x".repeat(5000))));
        assertThat(problem.errors().getFirst().at()).isEqualTo("/" + "x".repeat(60) + "…");
    }

    @ParameterizedTest
    @CsvSource({
        "400, unreadable-request",
        "401, not-signed-in",
        "403, not-allowed",
        "404, no-such-page",
        "405, method-not-allowed",
        "406, not-acceptable",
        "408, unreadable-request",
        "414, headers-too-large",
        "415, unsupported-media-type",
        "431, headers-too-large",
        "500, internal",
        "502, internal",
        "503, unavailable"
    })
    void everyStatusHasItsCode(int status, String code) {
        ProblemJson problem = answer(HttpStatus.valueOf(status), null);
        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.type()).isEqualTo("urn:cotmoc:problem:" + code);
        assertThat(problem.status()).isEqualTo(status);
        assertThat(problem.title()).isNotBlank().doesNotContain(".title");
    }

    /** The server says 413 of both; only of the content it throws. */
    @Test
    void tooLongAContentIsToldFromTooLongHeaders() {
        assertThat(answer(HttpStatus.REQUEST_ENTITY_TOO_LARGE, new IllegalStateException("too long"))
                        .code())
                .isEqualTo("too-large");
        ProblemJson ofHeaders = answer(HttpStatus.REQUEST_ENTITY_TOO_LARGE, null);
        assertThat(ofHeaders.code()).isEqualTo("headers-too-large");
        assertThat(ofHeaders.status()).isEqualTo(431);
    }

    @Test
    void aFaultOfOursSaysNothingOfItsCause() {
        ProblemJson problem = answer(
                HttpStatus.INTERNAL_SERVER_ERROR,
                new IllegalStateException("password=1234", failure("provinces.ProvinceJson$OpenJson", "{\"x\":1}")));
        assertThat(problem.toString()).doesNotContain("1234").doesNotContain("Illegal");
        assertThat(problem.code()).isEqualTo("internal");
    }

    @Test
    void whoeverFindsNoConnectionFreeIsAskedToComeAgain() {
        Throwable crowded = new IllegalStateException(new SQLTransientConnectionException("request timed out"));
        var answer = new FrameworkProblems(new HttpServerConfiguration())
                .processResponse(context(crowded), HttpResponse.serverError());
        assertThat(answer.code()).isEqualTo(503);
        assertThat(answer.getHeaders().get("Retry-After")).isEqualTo("5");
        assertThat(Objects.requireNonNull(answer.body()).code()).isEqualTo("unavailable");
    }

    @Test
    void headersStayAndTheBodyIsAProblem() {
        MutableHttpResponse<?> refused = HttpResponse.status(HttpStatus.METHOD_NOT_ALLOWED)
                .header("Allow", "GET")
                .contentType("text/html");
        var answer = new FrameworkProblems(new HttpServerConfiguration()).processResponse(context(null), refused);
        assertThat(answer.getHeaders().get("Allow")).isEqualTo("GET");
        assertThat(answer.getContentType().orElseThrow()).hasToString("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource({
        "UNKNOWN, 404",
        "INVALID, 422",
        "CONFLICT, 409",
        "STALE, 412",
        "FORBIDDEN, 403",
    })
    void everyKindOfRefusalHasItsStatus(Refusal.Kind kind, int status) {
        Refusal refusal = switch (kind) {
            case UNKNOWN -> Refusal.unknown("unknown-plan", "plan", 1);
            case INVALID -> Refusal.invalid("plan-period", "/period", "period", 1);
            case CONFLICT -> Refusal.conflict("plan-exists", "period", 1);
            case STALE -> Refusal.stale("target-changed", "version", 1);
            case FORBIDDEN -> Refusal.forbidden("no-province");
        };
        assertThat(Problems.answer(request(), refusal).code()).isEqualTo(status);
    }

    @Test
    void aMissingIfMatchHasAStatusOfItsOwn() {
        assertThat(List.of("if-match-missing", "if-match-or-none"))
                .allSatisfy(code -> assertThat(Problems.answer(request(), Refusal.invalid(code, "If-Match"))
                                .code())
                        .isEqualTo(428));
    }

    private static Throwable failure(String type, String body) {
        return catchThrowable(() -> JSON.readValue(body, Argument.of(Class.forName("vn.cotmoc.web." + type))));
    }

    /** As the binder of bodies hands it on. */
    private static Throwable wrapped(Throwable failure) {
        return new ConversionErrorException(Argument.of(Object.class, "body"), new ConversionError() {
            @Override
            public Exception getCause() {
                return (Exception) failure;
            }
        });
    }

    private static ProblemJson answer(HttpStatus status, @Nullable Throwable cause) {
        return Objects.requireNonNull(new FrameworkProblems(new HttpServerConfiguration())
                .processResponse(context(cause), HttpResponse.status(status))
                .body());
    }

    private static ErrorContext context(@Nullable Throwable cause) {
        var context = ErrorContext.builder(request());
        return cause == null ? context.build() : context.cause(cause).build();
    }

    private static SimpleHttpRequest<?> request() {
        return new SimpleHttpRequest<>(HttpMethod.POST, "/api/v1/plans", null);
    }
}
