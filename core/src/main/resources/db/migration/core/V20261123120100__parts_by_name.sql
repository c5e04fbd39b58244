-- A part is known by what is seen of its name, whatever its capitals: "Các huyện nghèo" and "các  huyện nghèo" are one, and the
-- first spelling is kept.
drop index target_uk;
create unique index target_uk on target
    (tenant_id, plan_id, indicator_code, area_id, visible(subgroup), authority, period, basis, unit_id) nulls not distinct
    where withdrawn_at is null;
create index target_of_subgroup on target (tenant_id, visible(subgroup)) where subgroup <> '';
create index observation_of_subgroup on observation (tenant_id, visible(subgroup)) where subgroup <> '';
