package vn.cotmoc.core.canaryone;

import vn.cotmoc.core.canarytwo.KnowsOne;

public record KnowsTwo(KnowsOne other) {}
