-- By which rules a province scores, dated and never updated. The set itself is kept under its hash: what was chosen stays what it was
-- when the house comes to ship another version.
create table rule_choice (
    tenant_id   text        not null,
    choice_id   uuid        not null,
    plan_id     uuid,                 -- null: all plans of the province that have no choice of their own
    version     integer     not null, -- 1, 2, … of the province's choice or of the plan's own
    sha256      text        not null,
    valid_from  date        not null,
    reason      text        not null,
    recorded_at timestamptz not null,
    recorded_by text        not null,
    constraint rule_choice_pk primary key (tenant_id, choice_id),
    constraint rule_choice_version_uk unique nulls not distinct (tenant_id, plan_id, version)
);
select shard_by_tenant('rule_choice');
alter table rule_choice
    add constraint rule_choice_plan_fk foreign key (tenant_id, plan_id) references plan (tenant_id, plan_id);
alter table rule_choice
    add constraint rule_choice_rule_set_fk foreign key (tenant_id, sha256) references rule_set (tenant_id, sha256);
select fence_by_tenant('rule_choice');
grant select, insert on rule_choice to cotmoc_app;
