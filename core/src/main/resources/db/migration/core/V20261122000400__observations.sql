-- Append-only vintages: what was known when. Nothing is ever updated.
create table observation (
    tenant_id       text           not null,
    observation_id  uuid           not null,
    indicator_code  text           not null,
    area_id         uuid           not null,
    subgroup        text           not null, -- '' is the whole
    period          text           not null, -- 2026, 2026-H1, 2026-Q3, 2026-07, 2026-01/2026-10 or 2021/2025
    period_ends     date           not null, -- last day of the period by its calendar
    calendar        text           not null, -- civil (1st to last) or legal (15th to 14th)
    status          text           not null, -- outturn, estimated, preliminary, official, revised
    amount          numeric(20, 6) not null, -- in the indicator's unit
    known_on        date           not null,
    known_on_stated boolean        not null, -- false: no date was given, the last day of the period stands in
    source          text           not null,
    note            text,
    recorded_at     timestamptz    not null,
    recorded_by     text           not null,
    constraint observation_pk primary key (tenant_id, observation_id)
);
select shard_by_tenant('observation');
alter table observation
    add constraint observation_indicator_fk foreign key (tenant_id, indicator_code) references indicator (tenant_id, code);
alter table observation
    add constraint observation_area_fk foreign key (tenant_id, area_id) references area (tenant_id, area_id);
create index observation_series on observation (tenant_id, indicator_code, area_id, subgroup, period, known_on);
select fence_by_tenant('observation');
grant select, insert on observation to cotmoc_app;

-- What a source says, word by word, as what it is.
create table statement (
    tenant_id      text        not null,
    code           text        not null,
    kind           text        not null, -- target, actual, count, vision, condition, fact, task, milestone, indicator
    quote          text        not null,
    source         text        not null,
    note           text,
    period         text,
    plan_id        uuid,
    target_id      uuid,
    observation_id uuid,
    recorded_at    timestamptz not null,
    recorded_by    text        not null,
    constraint statement_pk primary key (tenant_id, code)
);
select shard_by_tenant('statement');
alter table statement
    add constraint statement_plan_fk foreign key (tenant_id, plan_id) references plan (tenant_id, plan_id);
alter table statement
    add constraint statement_target_fk foreign key (tenant_id, target_id) references target (tenant_id, target_id);
alter table statement
    add constraint statement_observation_fk foreign key (tenant_id, observation_id)
        references observation (tenant_id, observation_id);
create index statement_of_target on statement (tenant_id, target_id);
create index statement_of_plan on statement (tenant_id, plan_id);
select fence_by_tenant('statement');
grant select, insert on statement to cotmoc_app;
