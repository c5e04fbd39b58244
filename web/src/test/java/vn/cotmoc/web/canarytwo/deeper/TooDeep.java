package vn.cotmoc.web.canarytwo.deeper;

record TooDeep() {}
