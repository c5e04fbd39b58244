package vn.cotmoc.web.canarytwo;

public record OtherController() {}
