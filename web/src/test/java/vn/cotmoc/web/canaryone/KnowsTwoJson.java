package vn.cotmoc.web.canaryone;

import vn.cotmoc.web.canarytwo.KnowsOneJson;

public record KnowsTwoJson(KnowsOneJson other) {}
