-- Whose targets a figure moves, and which a plan has; the unique index knows only what is in force.
create index target_of_figures on target (tenant_id, indicator_code, area_id);
create index target_of_plan on target (tenant_id, plan_id, period);
