package vn.cotmoc.rules.canary;

/** Of another house, for an architecture test. */
public record Stranger() {}
