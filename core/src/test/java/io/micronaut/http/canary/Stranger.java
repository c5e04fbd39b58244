package io.micronaut.http.canary;

/** Of another house, for an architecture test. */
public record Stranger() {}
