package vn.cotmoc.web.pages;

import io.micronaut.context.annotation.Value;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What the screens must know before anybody signs in. */
@Controller("/api/v1/configuration")
@Tag(name = "configuration")
final class ConfigurationController {

    private static final String CLIENT = "cotmoc-web";

    private final ConfigurationJson configuration;

    ConfigurationController(
            @Value("${cotmoc.identity.issuer}") String issuer, @Value("${cotmoc.as-of:}") @Nullable String asOf) {
        this.configuration =
                new ConfigurationJson(issuer, CLIENT, asOf == null || asOf.isBlank() ? null : LocalDate.parse(asOf));
    }

    /**
     * @param issuer of the tokens
     * @param clientId the screens' own
     * @param asOf the day the screens open with; null for today
     */
    @Serdeable
    @Schema(name = "Configuration")
    record ConfigurationJson(
            String issuer, String clientId, @Nullable LocalDate asOf) {}

    @Get
    @Operation(operationId = "getConfiguration", summary = "The issuer of tokens and the day the screens open with")
    @Secured(SecurityRule.IS_ANONYMOUS)
    @SecurityRequirements
    ConfigurationJson get() {
        return configuration;
    }
}
