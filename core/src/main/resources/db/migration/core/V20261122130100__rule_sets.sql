-- The rule sets that a province's runs were made by, under their hash, so that a run can be made again after the house came to
-- score by others. A row a province, not a shared one: a province's own rules stay its own, and its archive holds what its runs
-- need. No foreign key from scorecard: runs from before this table have rules that nobody kept.
create table rule_set (
    tenant_id   text        not null,
    sha256      text        not null, -- of the model's UTF-8 bytes, lower-case hexadecimal
    model       text        not null, -- canonical JSON; its id, version and engine are in it
    recorded_at timestamptz not null,
    recorded_by text        not null,
    constraint rule_set_pk primary key (tenant_id, sha256)
);
select shard_by_tenant('rule_set');
select fence_by_tenant('rule_set');
grant select, insert on rule_set to cotmoc_app;
