package vn.cotmoc.web.pages;

import io.micronaut.context.annotation.Value;
import io.micronaut.core.io.ResourceLoader;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import vn.cotmoc.web.problems.Problems;

/**
 * The React application under every address that is not the API's, so that deep links open, the API's description and the schema of its rule
 * models. The page's content policy allows scripts of its own origin only, and the styles that carry the answer's nonce.
 */
@Hidden
@Controller
@Secured(SecurityRule.IS_ANONYMOUS)
final class PageController {

    private static final List<String> NOT_PAGES =
            List.of("/api/", "/assets/", "/schemas/", "/health", "/prometheus", "/openapi.yml");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final ResourceLoader resources;
    private final String issuerOrigin;

    PageController(ResourceLoader resources, @Value("${cotmoc.identity.issuer}") URI issuer) {
        this.resources = resources;
        this.issuerOrigin = issuer.getScheme() + "://" + issuer.getAuthority();
    }

    @Get("/openapi.yml")
    @Produces("application/yaml")
    HttpResponse<byte[]> openApi() {
        return HttpResponse.ok(read("META-INF/swagger/cotmoc.yml"));
    }

    /** Where its own {@code $id} says that it is. */
    @Get("/schemas/rule-set.schema.json")
    @Produces("application/schema+json")
    HttpResponse<byte[]> ruleSetSchema() {
        return HttpResponse.ok(read("vn/cotmoc/rules/rule-set.schema.json"));
    }

    @Get("/favicon.svg")
    @Produces("image/svg+xml")
    HttpResponse<byte[]> icon() {
        return HttpResponse.ok(read("public/favicon.svg"));
    }

    @Get
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<String> page() {
        byte[] nonceBytes = new byte[16];
        RANDOM.nextBytes(nonceBytes);
        String nonce = Base64.getEncoder().encodeToString(nonceBytes);
        String page = new String(read("public/index.html"), StandardCharsets.UTF_8).replace("__CSP_NONCE__", nonce);
        return HttpResponse.ok(page)
                .contentType("text/html; charset=utf-8")
                .header("Cache-Control", "no-store")
                .header(
                        "Content-Security-Policy",
                        "default-src 'self'; script-src 'self'; style-src 'self' 'nonce-%s'; style-src-attr 'unsafe-inline'; img-src 'self' data:; connect-src 'self' %s; frame-src %s; frame-ancestors 'none'; base-uri 'none'; form-action 'self' %s"
                                .formatted(nonce, issuerOrigin, issuerOrigin, issuerOrigin));
    }

    @Error(status = HttpStatus.NOT_FOUND, global = true)
    HttpResponse<?> elsewhere(HttpRequest<?> request) {
        boolean isPage =
                request.getMethodName().equals("GET") && NOT_PAGES.stream().noneMatch(request.getPath()::startsWith);
        MutableHttpResponse<?> problem =
                Problems.answer(request, HttpStatus.NOT_FOUND.getCode(), "no-such-page", null, Map.of());
        return isPage ? page() : problem;
    }

    private byte[] read(String name) {
        try (InputStream resource = resources
                .getResourceAsStream("classpath:" + name)
                .orElseThrow(() -> new IllegalStateException("The jar lacks %s.".formatted(name)))) {
            return resource.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
