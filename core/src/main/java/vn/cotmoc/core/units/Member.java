package vn.cotmoc.core.units;

import java.time.Instant;

/**
 * Somebody who belongs to a unit now.
 *
 * @param username as the issuer knows them
 * @param since when they were entered there
 * @param by who entered them
 */
public record Member(String username, Instant since, String by) {}
