-- Of the "nhóm nhiệm vụ, giải pháp" of a plan, or agreed in a case: who does what until when.
create table task (
    tenant_id      text        not null,
    task_id        uuid        not null, -- in the order in which they were entered
    plan_id        uuid        not null,
    title          text        not null,
    detail         text,
    unit_id        uuid        not null, -- which does it
    due_on         date        not null, -- the last day
    case_id        uuid,                 -- in which it was agreed
    statement_code text,                 -- whose words it carries out
    status         text        not null, -- open, done, dropped
    progress       integer     not null, -- 0 to 100
    version        integer     not null, -- 1, 2, …
    recorded_at    timestamptz not null,
    recorded_by    text        not null,
    constraint task_pk primary key (tenant_id, task_id)
);
select shard_by_tenant('task');
alter table task
    add constraint task_plan_fk foreign key (tenant_id, plan_id) references plan (tenant_id, plan_id);
alter table task
    add constraint task_unit_fk foreign key (tenant_id, unit_id) references unit (tenant_id, unit_id);
alter table task
    add constraint task_case_fk foreign key (tenant_id, case_id) references flag_case (tenant_id, case_id);
alter table task
    add constraint task_statement_fk foreign key (tenant_id, statement_code) references statement (tenant_id, code);
create index task_of_plan on task (tenant_id, plan_id);
select fence_by_tenant('task');
grant select, insert on task to cotmoc_app;
grant update (status, progress, version) on task to cotmoc_app;

create table task_target (
    tenant_id   text        not null,
    task_id     uuid        not null,
    target_id   uuid        not null,
    recorded_at timestamptz not null,
    recorded_by text        not null,
    constraint task_target_pk primary key (tenant_id, task_id, target_id)
);
select shard_by_tenant('task_target');
alter table task_target
    add constraint task_target_task_fk foreign key (tenant_id, task_id) references task (tenant_id, task_id);
alter table task_target
    add constraint task_target_target_fk foreign key (tenant_id, target_id) references target (tenant_id, target_id);
create index task_target_of_target on task_target (tenant_id, target_id);
select fence_by_tenant('task_target');
grant select, insert on task_target to cotmoc_app;

create table task_coordinator (
    tenant_id   text        not null,
    task_id     uuid        not null,
    unit_id     uuid        not null,
    recorded_at timestamptz not null,
    recorded_by text        not null,
    constraint task_coordinator_pk primary key (tenant_id, task_id, unit_id)
);
select shard_by_tenant('task_coordinator');
alter table task_coordinator
    add constraint task_coordinator_task_fk foreign key (tenant_id, task_id) references task (tenant_id, task_id);
alter table task_coordinator
    add constraint task_coordinator_unit_fk foreign key (tenant_id, unit_id) references unit (tenant_id, unit_id);
select fence_by_tenant('task_coordinator');
grant select, insert on task_coordinator to cotmoc_app;

-- How far it has come. The newest counts.
create table task_progress (
    tenant_id   text        not null,
    task_id     uuid        not null,
    number      integer     not null, -- 1, 2, … of that task
    status      text        not null, -- what it made of the task: open, done, dropped
    progress    integer     not null, -- 0 to 100
    note        text        not null,
    recorded_at timestamptz not null,
    recorded_by text        not null,
    constraint task_progress_pk primary key (tenant_id, task_id, number),
    constraint task_progress_range check (progress between 0 and 100)
);
select shard_by_tenant('task_progress');
alter table task_progress
    add constraint task_progress_task_fk foreign key (tenant_id, task_id) references task (tenant_id, task_id);
select fence_by_tenant('task_progress');
grant select, insert on task_progress to cotmoc_app;
