-- The run that a plan shows: the newest that the house made by itself, else the newest that somebody asked for.
create index scorecard_newest on scorecard (tenant_id, plan_id, aims, (cause is null), recorded_at desc);
