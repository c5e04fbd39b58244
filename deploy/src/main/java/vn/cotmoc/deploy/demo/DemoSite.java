package vn.cotmoc.deploy.demo;

import java.net.URI;

/**
 * Where a demo is loaded.
 *
 * @param app the product, e.g. {@code http://localhost:8080}
 * @param keycloak e.g. {@code http://localhost:8180}
 * @param realm e.g. {@code cotmoc}; it must have the client {@code cotmoc-cli} with the password grant
 * @param admin who may create the demo's people in that realm
 */
public record DemoSite(URI app, URI keycloak, String realm, Admin admin) {

    /** A login of Keycloak's admin interface. */
    public sealed interface Admin {}

    /** A confidential client of the demo's realm that may manage users and organizations. */
    public record ServiceAccount(String clientId, String secret) implements Admin {
        @Override
        public String toString() {
            return "service account " + clientId;
        }
    }

    /** A person of the realm {@code master}, such as the bootstrap administrator. */
    public record MasterAdmin(String username, String password) implements Admin {
        @Override
        public String toString() {
            return "master administrator " + username;
        }
    }
}
