package vn.cotmoc.core.notifications;

import java.util.UUID;

/** Who is told. */
public sealed interface Recipient {

    /** Somebody, by login name. */
    record User(String username) implements Recipient {}

    /** Whoever is in the unit when they look. */
    record Unit(UUID id) implements Recipient {}

    /** Everyone of the province who has the role, e.g. {@code approver}. */
    record Role(String role) implements Recipient {}

    default String kind() {
        return switch (this) {
            case User user -> "user";
            case Unit unit -> "unit";
            case Role role -> "role";
        };
    }

    default String key() {
        return switch (this) {
            case User user -> user.username();
            case Unit unit -> unit.id().toString();
            case Role role -> role.role();
        };
    }
}
