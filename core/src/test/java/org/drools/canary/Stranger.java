package org.drools.canary;

/** Of another house, for an architecture test. */
public record Stranger() {}
