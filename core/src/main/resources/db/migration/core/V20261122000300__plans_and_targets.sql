create table plan (
    tenant_id   text        not null,
    plan_id     uuid        not null,
    period      text        not null, -- 2023 (a year) or 2021/2025 (a term)
    title       text        not null,
    status      text        not null, -- draft, adopted, assigned, amended, closed
    version     integer     not null,
    recorded_at timestamptz not null,
    recorded_by text        not null,
    constraint plan_pk primary key (tenant_id, plan_id),
    constraint plan_period_uk unique (tenant_id, period)
);
select shard_by_tenant('plan');
select fence_by_tenant('plan');
grant select, insert, update on plan to cotmoc_app;

-- What is aimed at: one indicator, one place, one period, set by one authority.
create table target (
    tenant_id      text        not null,
    target_id      uuid        not null,
    plan_id        uuid        not null,
    indicator_code text        not null,
    area_id        uuid        not null,
    subgroup       text        not null, -- '' is the whole; else a part by name, e.g. 'các huyện nghèo'
    authority      text        not null, -- party, council, government, committee
    period         text        not null, -- 2023; 2025 for "by 2025"; 2021/2025 for the whole term
    strictness     text        not null, -- binding, aspirational
    focus          text,                 -- e.g. '5 chỉ tiêu về kinh tế'
    weight         numeric(9, 4),
    recorded_at    timestamptz not null,
    recorded_by    text        not null,
    constraint target_pk primary key (tenant_id, target_id),
    constraint target_uk unique (tenant_id, plan_id, indicator_code, area_id, subgroup, authority, period),
    constraint target_weight check (weight > 0)
);
select shard_by_tenant('target');
alter table target
    add constraint target_plan_fk foreign key (tenant_id, plan_id) references plan (tenant_id, plan_id);
alter table target
    add constraint target_indicator_fk foreign key (tenant_id, indicator_code) references indicator (tenant_id, code);
alter table target
    add constraint target_area_fk foreign key (tenant_id, area_id) references area (tenant_id, area_id);
select fence_by_tenant('target');
grant select, insert on target to cotmoc_app;

-- How much, in whose words. An amendment appends a revision; the old one stays and can still be scored.
create table target_revision (
    tenant_id       text           not null,
    target_id       uuid           not null,
    revision        integer        not null, -- 1, 2, …
    comparator      text           not null,
    amount          numeric(20, 6),          -- in the indicator's unit; null for yes-no and before-date
    amount_high     numeric(20, 6),          -- upper end of a range; n of "k of n"
    due             date,                    -- before-date only
    baseline_amount numeric(20, 6),
    baseline_period text,
    wording         text           not null, -- as the instrument says it
    source          text           not null,
    reason          text,                    -- of an amendment
    decided_on      date,
    recorded_at     timestamptz    not null,
    recorded_by     text           not null,
    constraint target_revision_pk primary key (tenant_id, target_id, revision)
);
select shard_by_tenant('target_revision');
alter table target_revision
    add constraint target_revision_target_fk foreign key (tenant_id, target_id) references target (tenant_id, target_id);
select fence_by_tenant('target_revision');
grant select, insert on target_revision to cotmoc_app;
