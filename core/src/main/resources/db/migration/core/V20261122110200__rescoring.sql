-- How a plan's automatic scoring stands: one row a plan, beside the job that the scheduler keeps.
create table rescoring (
    tenant_id       text        not null,
    plan_id         uuid        not null,
    status          text        not null, -- queued, running, done, failed
    cause           text        not null, -- what asked last: figures, targets, thresholds, schedule, …
    asked           bigint      not null, -- how often it was asked for
    known           bigint      not null, -- the asking that the newest try knows of
    asked_at        timestamptz not null,
    begun_at        timestamptz,          -- of the newest try
    ended_at        timestamptz,          -- when it was last done or given up
    touched         text,                 -- indicators whose figures changed since the newest try began, comma-separated; null: anything may have
    targets         integer     not null, -- how many the newest try rates
    tries           integer     not null, -- failed ones since it was last done
    failure         text,                 -- why the last try stopped: a refusal's code, or unexpected
    scorecard_id    uuid,                 -- the run that says what holds
    rule_set_sha256 text,                 -- by which rules it was last done
    constraint rescoring_pk primary key (tenant_id, plan_id)
);
select shard_by_tenant('rescoring');
alter table rescoring
    add constraint rescoring_plan_fk foreign key (tenant_id, plan_id) references plan (tenant_id, plan_id);
alter table rescoring
    add constraint rescoring_scorecard_fk foreign key (tenant_id, scorecard_id)
        references scorecard (tenant_id, scorecard_id);
select fence_by_tenant('rescoring');
grant select, insert on rescoring to cotmoc_app;
grant update (status, cause, asked, known, asked_at, begun_at, touched, ended_at, targets, tries, failure, scorecard_id, rule_set_sha256)
    on rescoring to cotmoc_app;

-- Why a run was made; null where somebody made it by hand.
alter table scorecard
    add column cause text;

-- A table of the installation, not of provinces, that stays where it is made.
create function keep_on_coordinator(local_table regclass) returns void
    language plpgsql as
$$
begin
    if exists (select from pg_extension where extname = 'citus') then
        perform citus_add_local_table_to_metadata(local_table);
    end if;
end
$$;

-- db-scheduler's own table, as that library wants it: identifiers and times, nothing of what provinces know.
create table scheduled_tasks (
    task_name            text        not null,
    task_instance        text        not null, -- of a plan's scoring: <province>/<plan>
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    priority             smallint,
    constraint scheduled_tasks_pk primary key (task_name, task_instance)
);
select keep_on_coordinator('scheduled_tasks');
create index scheduled_tasks_due on scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on scheduled_tasks (last_heartbeat);
grant select, insert, update, delete on scheduled_tasks to cotmoc_app;
