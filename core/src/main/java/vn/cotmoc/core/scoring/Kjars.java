package vn.cotmoc.core.scoring;

import java.util.Optional;

/**
 * Where the code that an engine made of rule sets is kept, so that a start does not make it anew. It is asked for the rule sets of the
 * province at work. The bytes carry the engine's own seal: whoever keeps them need not trust them, nor be trusted.
 */
public interface Kjars {

    /** @param sha256 of the rule set's model */
    Optional<byte[]> find(String sha256);

    /** Takes the place of what was kept under the same hash. */
    void keep(String sha256, byte[] sealed);
}
