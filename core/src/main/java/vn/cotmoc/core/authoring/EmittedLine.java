package vn.cotmoc.core.authoring;

import org.jspecify.annotations.Nullable;

/**
 * A line of what the default engine is given.
 *
 * @param rule the row or the alert that it comes from; null for the frame
 */
public record EmittedLine(int number, String text, @Nullable String rule) {}
