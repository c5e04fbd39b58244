package vn.cotmoc.core.charges;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Who answers for a target from some moment on; the newest counts.
 *
 * @param number 1, 2, … of that target
 * @param coordinators units that help the owner, by name
 */
public record Charge(
        int number, InCharge owner, List<InCharge> coordinators, String reason, Instant recordedAt, String recordedBy) {

    /** A unit by its name. */
    public record InCharge(UUID unit, String name) {}
}
