package vn.cotmoc.web.canaryone;

import vn.cotmoc.web.canarytwo.OtherController;

record KnowsAController(OtherController other) {}
