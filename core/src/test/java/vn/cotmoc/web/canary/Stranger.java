package vn.cotmoc.web.canary;

/** Of another house, for an architecture test. */
public record Stranger() {}
