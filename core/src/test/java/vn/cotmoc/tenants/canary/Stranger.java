package vn.cotmoc.tenants.canary;

/** Of another house, for an architecture test. */
public record Stranger() {}
