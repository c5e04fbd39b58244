-- A paper's number is one however it is spaced or capitalised.
alter table instrument drop constraint instrument_uk;
create unique index instrument_uk on instrument (tenant_id, visible(number), issued_on);

-- Decisions that took their day from a paper whose day was copied wrongly are mended with it.
grant update (decided_on) on target_revision to cotmoc_app;
grant update (decided_on) on plan_step to cotmoc_app;
