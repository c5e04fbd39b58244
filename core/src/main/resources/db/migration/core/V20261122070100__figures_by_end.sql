-- Figures are read by the days on which their periods end: a plan's years, what stands around a figure that comes in.
drop index observation_series;
create index observation_series on observation (tenant_id, indicator_code, area_id, subgroup, period_ends);
-- Terms of years (2021/2025) are few, and every figure inside one is checked with all of its parts.
create index observation_terms on observation (tenant_id, indicator_code, area_id, subgroup) where length(period) = 9;
