package vn.cotmoc.tenants.identity;

import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.tenancy.TenantId;

/**
 * Reads Keycloak's claims:
 *
 * <pre>{@code
 * "organization": {"lao-cai": {"id": "…", "groups": ["/officer"]}}      → officer in Lào Cai
 * "resource_access": {"cotmoc-api": {"roles": ["ministry-viewer"]}}     → a central role
 * }</pre>
 *
 * Words that are no roles of that place give nothing: a group {@code /platform-admin} makes nobody a platform admin.
 */
final class Claims {

    private Claims() {}

    static Caller read(JWTClaimsSet claims, String api) throws ParseException {
        String username = claims.getStringClaim("preferred_username");
        String fullName = claims.getStringClaim("name");
        return new Caller(
                claims.getSubject(),
                username,
                fullName == null ? username : fullName,
                provinces(claims.getClaim("organization")),
                among(Role.CENTRAL, list(field(field(claims.getClaim("resource_access"), api), "roles"))));
    }

    private static Map<TenantId, Set<String>> provinces(@Nullable Object organizations) {
        Map<TenantId, Set<String>> provinces = new LinkedHashMap<>();
        if (organizations instanceof Map<?, ?> byAlias) {
            for (String alias : new TreeSet<>(strings(byAlias.keySet()))) {
                if (TenantId.isOfProvince(alias)) {
                    List<String> groups = list(field(byAlias.get(alias), "groups")).stream()
                            .filter(group -> group.startsWith("/"))
                            .map(group -> group.substring(1))
                            .toList();
                    provinces.put(new TenantId(alias), among(Role.OF_PROVINCE, groups));
                }
            }
        }
        return provinces;
    }

    private static Set<String> among(Set<String> roles, List<String> names) {
        Set<String> known = new LinkedHashSet<>(names);
        known.retainAll(roles);
        return known;
    }

    private static @Nullable Object field(@Nullable Object object, String name) {
        return object instanceof Map<?, ?> fields ? fields.get(name) : null;
    }

    private static List<String> list(@Nullable Object value) {
        return value instanceof Collection<?> values ? strings(values) : List.of();
    }

    private static List<String> strings(Collection<?> values) {
        return values.stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .toList();
    }
}
