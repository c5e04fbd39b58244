-- What a national release would change is forgotten of plans that do not follow its set any more.
grant delete on rule_impact to cotmoc_app;
