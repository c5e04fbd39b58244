package vn.cotmoc.tenants.onboarding;

import static vn.cotmoc.tenants.onboarding.KeycloakCalls.encoded;

import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.provinces.Opening;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.tenancy.TenantId;
import vn.cotmoc.tenants.identity.Role;

/**
 * A province's organization and first administrator in Keycloak. Each operation first looks for what an earlier, broken try
 * made, so that repeating it is harmless; what someone else made is never touched.
 */
@Singleton
class KeycloakAccounts {

    /** Attribute of an organization: the province whose opening made it. */
    private static final String MADE_BY = "opening";

    private static final Duration CLOCKS_APART = Duration.ofMinutes(1);

    private final KeycloakCalls keycloak;

    KeycloakAccounts(KeycloakCalls keycloak) {
        this.keycloak = keycloak;
    }

    /**
     * The organization with a group for each role.
     *
     * @param groups Keycloak's id of each role's group
     */
    record Organization(String id, Map<String, String> groups) {}

    /** @throws Refusal {@code organization-exists} if another one has its alias or name */
    Organization organization(Opening opening) {
        String id = findOrganization(opening).orElseGet(() -> makeOrganization(opening));
        Map<String, String> groups = groups(id);
        for (String role : new TreeSet<>(Role.OF_PROVINCE)) {
            if (!groups.containsKey(role)) {
                keycloak.call("POST", "/organizations/" + id + "/groups", Map.of("name", role), "tạo nhóm vai trò");
            }
        }
        return new Organization(id, groups.size() < Role.OF_PROVINCE.size() ? groups(id) : groups);
    }

    private Optional<String> findOrganization(Opening opening) {
        String query = encoded(MADE_BY + ":" + opening.id());
        var answer = keycloak.call("GET", "/organizations?q=" + query, null, "tìm tổ chức");
        return items(answer.body()).stream()
                .filter(found -> opening.id().value().equals(text(found, "alias")))
                .map(found -> text(found, "id"))
                .findFirst();
    }

    private String makeOrganization(Opening opening) {
        var answer = keycloak.call(
                "POST",
                "/organizations",
                Map.of(
                        "name", opening.name(),
                        "alias", opening.id().value(),
                        "enabled", true,
                        "attributes", Map.of(MADE_BY, List.of(opening.id().value()))),
                "tạo tổ chức");
        return findOrganization(opening)
                .orElseThrow(() -> answer.isConflict()
                        ? Refusal.conflict(
                                "organization-exists", "province", opening.id().value(), "name", opening.name())
                        : new KeycloakFailure("Máy chủ đăng nhập không trả lại tổ chức vừa tạo."));
    }

    private Map<String, String> groups(String organization) {
        Map<String, String> ids = new HashMap<>();
        var answer =
                keycloak.call("GET", "/organizations/" + organization + "/groups?max=200", null, "đọc nhóm vai trò");
        items(answer.body()).forEach(group -> ids.put(text(group, "name"), text(group, "id")));
        ids.keySet().retainAll(Role.OF_PROVINCE);
        return ids;
    }

    /**
     * The administrator's account, without a password still, belonging to the organization and its group of administrators.
     *
     * @return Keycloak's id of the user
     * @throws Refusal {@code username-taken} or {@code email-taken} if somebody else has it
     */
    String administrator(Organization organization, Opening opening) {
        String user =
                findAdministrator(organization, opening).orElseGet(() -> makeAdministrator(organization, opening));
        keycloak.callAgain(
                "POST", "/organizations/" + organization.id() + "/members", user, "thêm quản trị viên vào tổ chức");
        String group = Optional.ofNullable(organization.groups().get(Role.PROVINCE_ADMIN))
                .orElseThrow(() -> new KeycloakFailure("Máy chủ đăng nhập không trả lại nhóm vai trò vừa tạo."));
        keycloak.callAgain(
                "PUT",
                "/organizations/%s/groups/%s/members/%s".formatted(organization.id(), group, user),
                null,
                "giao vai trò quản trị");
        return user;
    }

    private Optional<String> findAdministrator(Organization organization, Opening opening) {
        String username = opening.administrator().username();
        var answer = keycloak.call("GET", "/users?exact=true&username=" + encoded(username), null, "tìm tài khoản");
        Optional<JsonNode> user = items(answer.body()).stream().findFirst();
        if (user.isPresent() && !isMember(organization, username) && !isLeftByThisOpening(user.get(), opening)) {
            throw Refusal.conflict("username-taken", "username", username);
        }
        return user.map(found -> text(found, "id"));
    }

    private boolean isMember(Organization organization, String username) {
        var answer = keycloak.call(
                "GET",
                "/organizations/%s/members?exact=true&search=%s".formatted(organization.id(), encoded(username)),
                null,
                "đọc thành viên tổ chức");
        return items(answer.body()).stream().anyMatch(member -> username.equals(text(member, "username")));
    }

    /** Whether somebody of that name, exactly, belongs to the province's organization. */
    boolean isMember(TenantId province, String username) {
        var found = keycloak.call("GET", "/users?exact=true&username=" + encoded(username), null, "tìm tài khoản");
        return items(found.body()).stream()
                .filter(user -> username.equals(text(user, "username")))
                .flatMap(user -> items(keycloak.call(
                                        "GET",
                                        "/organizations/members/%s/organizations".formatted(text(user, "id")),
                                        null,
                                        "đọc tổ chức của tài khoản")
                                .body())
                        .stream())
                .anyMatch(organization -> province.value().equals(text(organization, "alias")));
    }

    /**
     * Keycloak drops attributes of users that a realm does not declare, so the mark is this: made since the opening began, for
     * the same person, and nobody can have logged in to it, for it has no credentials and comes from no other directory.
     */
    private boolean isLeftByThisOpening(JsonNode user, Opening opening) {
        JsonNode madeAt = user.get("createdTimestamp");
        return opening.administrator().email().equalsIgnoreCase(text(user, "email"))
                && user.get("federationLink") == null
                && madeAt != null
                && madeAt.getLongValue()
                        >= opening.startedAt().minus(CLOCKS_APART).toEpochMilli()
                && items(keycloak.call("GET", "/users/" + text(user, "id") + "/credentials", null, "đọc tài khoản")
                                .body())
                        .isEmpty();
    }

    private String makeAdministrator(Organization organization, Opening opening) {
        var administrator = opening.administrator();
        var answer = keycloak.call(
                "POST",
                "/users",
                Map.of(
                        "username", administrator.username(),
                        "email", administrator.email(),
                        "firstName", administrator.firstName(),
                        "lastName", administrator.lastName(),
                        "enabled", true,
                        "requiredActions", List.of("UPDATE_PASSWORD")),
                "tạo tài khoản quản trị");
        return findAdministrator(organization, opening)
                .orElseThrow(() -> answer.isConflict()
                        ? Refusal.conflict("email-taken", "email", administrator.email())
                        : new KeycloakFailure("Máy chủ đăng nhập không trả lại tài khoản vừa tạo."));
    }

    /** Gives a password that must be changed at the first login. */
    void setTemporaryPassword(String user, String password) {
        keycloak.call(
                "PUT",
                "/users/" + user + "/reset-password",
                Map.of("type", "password", "value", password, "temporary", true),
                "đặt mật khẩu tạm");
    }

    private static List<JsonNode> items(@Nullable JsonNode array) {
        List<JsonNode> items = new ArrayList<>();
        if (array != null && array.isArray()) {
            array.values().forEach(items::add);
        }
        return items;
    }

    private static String text(JsonNode object, String name) {
        JsonNode value = object.get(name);
        return value == null || !value.isString() ? "" : value.getStringValue();
    }
}
