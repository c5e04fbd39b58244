package vn.cotmoc.core.canarytwo.deeper;

public record TooDeep() {}
