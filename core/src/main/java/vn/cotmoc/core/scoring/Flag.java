package vn.cotmoc.core.scoring;

/**
 * A risk that a rule raised.
 *
 * @param code stable, lower-case and hyphenated, e.g. {@code behind-pace}
 */
public record Flag(String code, Severity severity) {}
