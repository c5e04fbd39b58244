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
 * several provinces gives none of theirs, for nobody knows yet which is meant. Whoever writes the nation's rules does it in the
 * nation's workspace, and so by a token of no province: in a province that role gives nothing, and neither does it to whoever
 * administers the platform.
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

    /** Whose rows the caller works on: those of the province, or of the nation's workspace; empty for all others. */
    public Optional<TenantId> workspace() {
        return getRoles().contains(Role.MINISTRY_RULE_AUTHOR) ? Optional.of(TenantId.NATION) : province();
    }

    @Override
    public Collection<String> getRoles() {
        Set<String> roles = new LinkedHashSet<>(centralRoles);
        if (!provinces.isEmpty() || roles.contains(Role.PLATFORM_ADMIN)) {
            roles.remove(Role.MINISTRY_RULE_AUTHOR);
        }
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
