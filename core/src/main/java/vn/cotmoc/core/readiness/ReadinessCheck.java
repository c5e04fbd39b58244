package vn.cotmoc.core.readiness;

import java.util.Optional;

/** A module's contribution to readiness; it may wait for an answer, and says nothing secret. */
public interface ReadinessCheck {

    /** What an operator would change, e.g. {@code datasources.default.url}. */
    String property();

    /** What is wrong, for the operator; empty when all is well. */
    Optional<String> fault();

    /** What the operator should do something about although requests are taken; empty when there is nothing. */
    default Optional<String> warning() {
        return Optional.empty();
    }
}
