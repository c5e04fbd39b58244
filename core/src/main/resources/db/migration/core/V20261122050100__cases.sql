-- What people do about a flag that the rules raised on a target. Opened and cleared by stored runs.
create table flag_case (
    tenant_id    text        not null,
    case_id      uuid        not null, -- in the order in which they were opened
    target_id    uuid        not null,
    flag         text        not null, -- as the rules call it: behind-pace
    severity     text        not null, -- low, medium, high; of the newest run that raised the flag
    status       text        not null, -- open, acknowledged, explanation-requested, explained, accepted, action-agreed, cleared
    unit_id      uuid,                 -- which has to explain; null while nobody is
    until_on     date,                 -- explanation-requested: the last day to answer; accepted: the last day it holds
    scorecard_id uuid        not null, -- the run that opened it
    as_of        date        not null, -- the day that run speaks of
    previous_id  uuid,                 -- the cleared case of the same target and flag before this one
    version      integer     not null, -- 1, 2, …: the number of its newest step
    recorded_at  timestamptz not null,
    recorded_by  text        not null,
    constraint flag_case_pk primary key (tenant_id, case_id)
);
select shard_by_tenant('flag_case');
alter table flag_case
    add constraint flag_case_target_fk foreign key (tenant_id, target_id) references target (tenant_id, target_id);
alter table flag_case
    add constraint flag_case_unit_fk foreign key (tenant_id, unit_id) references unit (tenant_id, unit_id);
alter table flag_case
    add constraint flag_case_scorecard_fk foreign key (tenant_id, scorecard_id)
        references scorecard (tenant_id, scorecard_id);
alter table flag_case
    add constraint flag_case_previous_fk foreign key (tenant_id, previous_id) references flag_case (tenant_id, case_id);
create unique index flag_case_live on flag_case (tenant_id, target_id, flag) where status <> 'cleared';
select fence_by_tenant('flag_case');
grant select, insert on flag_case to cotmoc_app;
grant update (severity, status, unit_id, until_on, version) on flag_case to cotmoc_app;

create table case_step (
    tenant_id   text        not null,
    case_id     uuid        not null,
    step        integer     not null, -- 1, 2, …
    act         text        not null, -- opened, acknowledged, assigned, explanation-requested, explained, …
    unit_id     uuid,                 -- assigned: to which unit
    until_on    date,                 -- explanation-requested, explanation-returned, accepted: until when
    comment     text,                 -- the explanation itself, or why
    papers      text,                 -- explained: the papers that prove it, with number and place
    recorded_at timestamptz not null,
    recorded_by text        not null,
    constraint case_step_pk primary key (tenant_id, case_id, step)
);
select shard_by_tenant('case_step');
alter table case_step
    add constraint case_step_case_fk foreign key (tenant_id, case_id) references flag_case (tenant_id, case_id);
alter table case_step
    add constraint case_step_unit_fk foreign key (tenant_id, unit_id) references unit (tenant_id, unit_id);
select fence_by_tenant('case_step');
grant select, insert on case_step to cotmoc_app;

create index scorecard_by_day on scorecard (tenant_id, plan_id, aims, as_of);
