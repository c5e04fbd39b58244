package vn.cotmoc.tenants.identity;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who issues our tokens and for whom.
 *
 * @param issuer e.g. {@code http://localhost:8180/realms/cotmoc}; the {@code iss} of every token, to the letter
 * @param keycloakUrl where Keycloak's administration is reached from here, e.g. {@code http://localhost:8180}
 * @param provisionerSecret of the client {@code cotmoc-provisioner}; without it no province can be opened
 * @param audience that tokens must be meant for
 * @param callers clients whose tokens are taken ({@code azp}), e.g. {@code cotmoc-web}
 */
@ConfigurationProperties("cotmoc.identity")
public record IdentityConfiguration(
        URI issuer,
        URI keycloakUrl,
        @Nullable String provisionerSecret,
        @Bindable(defaultValue = "cotmoc-api") String audience,
        @Bindable(defaultValue = "cotmoc-web") List<String> callers) {

    /** @throws ConfigurationException naming the property */
    public IdentityConfiguration {
        requireHttp("issuer", issuer);
        requireHttp("keycloak-url", keycloakUrl);
        if (!issuer.getPath().matches("(/.*)?/realms/[^/]+")) {
            throw new ConfigurationException(
                    "cotmoc.identity.issuer (%s) must end in /realms/<realm>, without a slash behind it."
                            .formatted(issuer));
        }
        if (callers.isEmpty()) {
            throw new ConfigurationException("cotmoc.identity.callers must name at least one client.");
        }
    }

    private static void requireHttp(String name, URI uri) {
        if (!List.of("http", "https").contains(String.valueOf(uri.getScheme())) || uri.getHost() == null) {
            throw new ConfigurationException(
                    "cotmoc.identity.%s (%s) must be an address like https://id.example.vn/….".formatted(name, uri));
        }
    }

    public String realm() {
        return issuer.getPath().substring(issuer.getPath().lastIndexOf('/') + 1);
    }

    public Optional<String> secretOfProvisioner() {
        return Optional.ofNullable(provisionerSecret).filter(secret -> !secret.isBlank());
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "IdentityConfiguration[issuer=%s, keycloakUrl=%s]".formatted(issuer, keycloakUrl);
    }
}
