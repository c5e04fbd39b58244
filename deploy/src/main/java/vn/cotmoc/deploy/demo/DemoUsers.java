package vn.cotmoc.deploy.demo;

import io.micronaut.json.tree.JsonNode;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.deploy.demo.DemoFiles.User;

/**
 * Makes the demo's people in Keycloak by its admin interface. Making a person again only sets the name, the password and
 * the roles again.
 */
final class DemoUsers {

    /** Everybody's, in a realm that exists for demonstrations only. */
    static final String PASSWORD = "cotmoc-demo";

    private static final String API_CLIENT = "cotmoc-api";

    private final JsonCalls calls;
    private final Tokens tokens;
    private final URI realm;
    private final Map<String, String> organizations = new HashMap<>();

    DemoUsers(JsonCalls calls, Tokens tokens, DemoSite site) {
        this.calls = calls;
        this.tokens = tokens;
        this.realm = site.keycloak().resolve("/admin/realms/%s/".formatted(site.realm()));
    }

    /** An address nobody owns: the domain is reserved for examples. */
    static String email(String username) {
        return username + "@cotmoc.example";
    }

    /** The person's provinces must be open. */
    void make(User user) {
        String id = findId(user.username()).orElseGet(() -> create(user));
        expect(user, "PUT", "users/" + id, representation(user), 204);
        expect(
                user,
                "PUT",
                "users/%s/reset-password".formatted(id),
                Map.of("type", "password", "value", PASSWORD, "temporary", false),
                204);
        for (String province : user.provinces()) {
            String organization = "organizations/" + organization(province);
            expect(user, "POST", organization + "/members", id, 201, 204, 409);
            if (user.role() != null) {
                String group = idNamed(organization + "/groups?max=100", "name", user.role())
                        .orElseThrow(() -> new DemoFailure("users.csv, %s: the organization %s has no group %s."
                                .formatted(user.username(), province, user.role())));
                expect(user, "PUT", "%s/groups/%s/members/%s".formatted(organization, group, id), null, 201, 204, 409);
            }
        }
        if (user.centralRole() != null) {
            giveCentralRole(user, id, user.centralRole());
        }
    }

    private void giveCentralRole(User user, String id, String role) {
        String client = idNamed("clients?clientId=" + API_CLIENT, "clientId", API_CLIENT)
                .orElseThrow(() -> new DemoFailure("The realm has no client %s.".formatted(API_CLIENT)));
        JsonNode found = expect(user, "GET", "clients/%s/roles/%s".formatted(client, role), null, 200);
        List<Map<String, String>> roles = List.of(Map.of("id", text(found, "id"), "name", text(found, "name")));
        expect(user, "POST", "users/%s/role-mappings/clients/%s".formatted(id, client), roles, 204);
    }

    private String create(User user) {
        expect(user, "POST", "users", representation(user), 201);
        return findId(user.username())
                .orElseThrow(() -> new DemoFailure(
                        "users.csv, %s: Keycloak made it but does not find it.".formatted(user.username())));
    }

    private static Map<String, Object> representation(User user) {
        return Map.of(
                "username", user.username(),
                "email", email(user.username()),
                "emailVerified", true,
                "firstName", user.firstName(),
                "lastName", user.lastName(),
                "enabled", true,
                "requiredActions", List.of());
    }

    private Optional<String> findId(String username) {
        return idNamed("users?exact=true&username=" + JsonCalls.encoded(username), "username", username);
    }

    private String organization(String alias) {
        return organizations.computeIfAbsent(
                alias,
                wanted -> idNamed("organizations?max=1000", "alias", wanted)
                        .orElseThrow(() -> new DemoFailure(
                                "The realm has no organization %s: is the province open?".formatted(wanted))));
    }

    private Optional<String> idNamed(String path, String property, String name) {
        JsonCalls.Answer answer = send("GET", path, null);
        if (!answer.ok()) {
            throw new DemoFailure("Keycloak answered GET %s with %s.".formatted(path, answer));
        }
        return items(answer.body())
                .filter(item -> text(item, property).equals(name))
                .map(item -> text(item, "id"))
                .findFirst();
    }

    private JsonNode expect(User user, String method, String path, @Nullable Object body, Integer... statuses) {
        JsonCalls.Answer answer = send(method, path, body);
        if (!List.of(statuses).contains(answer.status())) {
            throw new DemoFailure(
                    "users.csv, %s: Keycloak answered %s %s with %s.".formatted(user.username(), method, path, answer));
        }
        return answer.body();
    }

    private JsonCalls.Answer send(String method, String path, @Nullable Object body) {
        return calls.send(method, realm.resolve(path), Map.of("Authorization", "Bearer " + tokens.ofAdmin()), body);
    }

    private static Stream<JsonNode> items(JsonNode array) {
        return StreamSupport.stream(array.values().spliterator(), false);
    }

    private static String text(JsonNode object, String property) {
        return Objects.requireNonNull(object.get(property), property).getStringValue();
    }
}
