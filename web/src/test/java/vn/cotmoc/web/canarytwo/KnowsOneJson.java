package vn.cotmoc.web.canarytwo;

import vn.cotmoc.web.canaryone.KnowsTwoJson;

public record KnowsOneJson(KnowsTwoJson other) {}
