package vn.cotmoc.tenants.canary;

/** A class of a module that the rules must not know. */
public final class Stranger {}
