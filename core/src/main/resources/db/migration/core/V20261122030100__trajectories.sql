-- The expected path of a target inside its period, in versions. An empty version takes the path back.
create table trajectory (
    tenant_id   text        not null,
    target_id   uuid        not null,
    version     integer     not null, -- 1, 2, …
    source      text        not null, -- the paper's own words
    reason      text        not null,
    decided_on  date,                 -- null where the source states no date
    recorded_at timestamptz not null,
    recorded_by text        not null,
    constraint trajectory_pk primary key (tenant_id, target_id, version)
);
select shard_by_tenant('trajectory');
alter table trajectory
    add constraint trajectory_target_fk foreign key (tenant_id, target_id) references target (tenant_id, target_id);
select fence_by_tenant('trajectory');
grant select, insert on trajectory to cotmoc_app;

-- How much is expected of some months, as it was given: nothing is averaged or computed.
create table checkpoint (
    tenant_id      text           not null,
    target_id      uuid           not null,
    version        integer        not null,
    position       integer        not null, -- 1, 2, … as given
    scenario       text           not null, -- low, base, high
    indicator_code text           not null, -- the target's own, or that of a sector
    area_id        uuid           not null,
    subgroup       text           not null, -- empty for the whole
    period         text           not null, -- 2024-Q2 discrete; 2024-H1, 2024-01/2024-09 cumulative
    amount         numeric(20, 6) not null, -- in the indicator's unit
    recorded_at    timestamptz    not null,
    recorded_by    text           not null,
    constraint checkpoint_pk primary key (tenant_id, target_id, version, position),
    constraint checkpoint_uk
        unique (tenant_id, target_id, version, scenario, indicator_code, area_id, subgroup, period)
);
select shard_by_tenant('checkpoint');
alter table checkpoint
    add constraint checkpoint_trajectory_fk foreign key (tenant_id, target_id, version)
        references trajectory (tenant_id, target_id, version);
alter table checkpoint
    add constraint checkpoint_indicator_fk foreign key (tenant_id, indicator_code)
        references indicator (tenant_id, code);
alter table checkpoint
    add constraint checkpoint_area_fk foreign key (tenant_id, area_id) references area (tenant_id, area_id);
select fence_by_tenant('checkpoint');
grant select, insert on checkpoint to cotmoc_app;
