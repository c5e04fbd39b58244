package org.keycloak.canary;

/** Of another house, for an architecture test. */
public record Stranger() {}
