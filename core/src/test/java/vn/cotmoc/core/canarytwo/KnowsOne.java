package vn.cotmoc.core.canarytwo;

import vn.cotmoc.core.canaryone.KnowsTwo;

public record KnowsOne(KnowsTwo other) {}
