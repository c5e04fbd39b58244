-- Names of parts are read along an index, one step a name. Those over visible() served no statement: row-level security asks a
-- function that is not leakproof only after its own policy.
drop index target_of_subgroup;
drop index observation_of_subgroup;
create index observation_of_subgroup on observation (tenant_id, subgroup) where subgroup <> '';
