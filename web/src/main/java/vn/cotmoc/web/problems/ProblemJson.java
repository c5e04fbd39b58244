package vn.cotmoc.web.problems;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * RFC 9457. The code is stable; title and detail are in the reader's language.
 *
 * @param traceId finds the request in the logs
 * @param values what the sentence was made of, for programs
 */
@Serdeable
@Schema(name = "Problem")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProblemJson(
        String type,
        String title,
        int status,
        String detail,
        String code,
        @Nullable String traceId,
        List<Fault> errors,
        Map<String, Object> values) {

    /**
     * @param line of a body of many lines, from 1 on, or the cell of a report
     * @param at a JSON pointer into the body or its line, or the name of a parameter or header
     */
    @Serdeable
    @Schema(name = "ProblemError")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Fault(@Nullable Integer line, String at, String code, String detail) {}
}
