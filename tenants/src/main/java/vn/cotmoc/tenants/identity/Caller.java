package vn.cotmoc.tenants.identity;

import io.micronaut.security.authentication.Authentication;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.cotmoc.core.tenancy.TenantId;

/**
 * Whom a verified token speaks of. The roles hold in the one province of the token and, central ones, above it; a token of
 * several provinces gives none of theirs, for nobody knows yet which is meant.
 *
 * @param id the issuer's id of the user
 * @param username what changes are recorded under, e.g. {@code lc.chuyenvien}
 * @param fullName for display
 * @param provinces each province of the token with the caller's roles there
 * @param centralRoles of {@link Role#CENTRAL}
 */
public record Caller(
        String id, String username, String fullName, Map<TenantId, Set<String>> provinces, Set<String> centralRoles)
        implements Authentication {

    public Optional<TenantId> province() {
        return provinces.size() == 1 ? Optional.of(provinces.keySet().iterator().next()) : Optional.empty();
    }

    @Override
    public Collection<String> getRoles() {
        Set<String> roles = new LinkedHashSet<>(centralRoles);
        province().map(provinces::get).ifPresent(roles::addAll);
        return roles;
    }

    @Override
    public String getName() {
        return username;
    }

    @Override
    public Map<String, Object> getAttributes() {
        return Map.of();
    }
}
