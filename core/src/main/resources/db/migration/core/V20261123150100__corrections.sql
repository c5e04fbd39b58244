-- What was written down wrongly can be corrected, by whoever has seen the newest version; what stood before is on the trail.
alter table instrument add column version integer not null default 1;
alter table area add column version integer not null default 1;
alter table statement add column version integer not null default 1;
grant update (kind, number, issued_on, issuer, title, link, version) on instrument to cotmoc_app;
grant update (source, version) on area to cotmoc_app; -- name and code may be already
grant update (kind, quote, source, note, period, plan_id, target_id, revision, observation_id, version)
    on statement to cotmoc_app;
grant update (observation_id), delete on statement_figure to cotmoc_app;
