-- The papers that decide: resolutions, decisions, directives. Plans and amendments point to them.
create table instrument (
    tenant_id     text        not null,
    instrument_id uuid        not null,
    kind          text        not null, -- resolution, decision, directive, plan, report, other
    number        text        not null, -- as it is printed: 17/NQ-HĐND
    issued_on     date        not null,
    issuer        text        not null,
    title         text        not null,
    link          text,                 -- where its text can be read, http or https
    recorded_at   timestamptz not null,
    recorded_by   text        not null,
    constraint instrument_pk primary key (tenant_id, instrument_id),
    constraint instrument_uk unique (tenant_id, number, issued_on)
);
select shard_by_tenant('instrument');
select fence_by_tenant('instrument');
grant select, insert on instrument to cotmoc_app;

-- How a plan came to its status; a plan whose life began elsewhere has fewer steps than its status suggests.
create table plan_step (
    tenant_id     text        not null,
    plan_id       uuid        not null,
    step          integer     not null, -- 1, 2, …
    status        text        not null, -- adopted, assigned, amended, closed
    instrument_id uuid,                 -- null only for closed
    decided_on    date        not null,
    reason        text,
    recorded_at   timestamptz not null,
    recorded_by   text        not null,
    constraint plan_step_pk primary key (tenant_id, plan_id, step)
);
select shard_by_tenant('plan_step');
alter table plan_step
    add constraint plan_step_plan_fk foreign key (tenant_id, plan_id) references plan (tenant_id, plan_id);
alter table plan_step
    add constraint plan_step_instrument_fk foreign key (tenant_id, instrument_id)
        references instrument (tenant_id, instrument_id);
select fence_by_tenant('plan_step');
grant select, insert on plan_step to cotmoc_app;

alter table target
    add column basis     text not null default 'period', -- period, average-per-year, each-year
    add column parent_id uuid,                           -- the target whose part this is
    add column unit_id   uuid;                           -- the unit it is sub-assigned to
alter table target
    add constraint target_parent_fk foreign key (tenant_id, parent_id) references target (tenant_id, target_id);
alter table target
    add constraint target_unit_fk foreign key (tenant_id, unit_id) references unit (tenant_id, unit_id);
alter table target
    drop constraint target_uk;
create unique index target_uk on target
    (tenant_id, plan_id, indicator_code, area_id, subgroup, authority, period, basis, unit_id) nulls not distinct;
create index target_of_parent on target (tenant_id, parent_id);

-- The entities that a target names: 'huyện Tam Đường', 'huyện Than Uyên'.
create table target_named (
    tenant_id   text        not null,
    target_id   uuid        not null,
    position    integer     not null, -- 1, 2, … as in the wording
    name        text        not null,
    area_id     uuid,                 -- where it is an area that the province keeps
    recorded_at timestamptz not null,
    recorded_by text        not null,
    constraint target_named_pk primary key (tenant_id, target_id, position)
);
select shard_by_tenant('target_named');
alter table target_named
    add constraint target_named_target_fk foreign key (tenant_id, target_id) references target (tenant_id, target_id);
alter table target_named
    add constraint target_named_area_fk foreign key (tenant_id, area_id) references area (tenant_id, area_id);
select fence_by_tenant('target_named');
grant select, insert on target_named to cotmoc_app;

alter table target_revision
    add column instrument_id uuid; -- what decided it, where the province keeps it; source has its words in any case
alter table target_revision
    add constraint target_revision_instrument_fk foreign key (tenant_id, instrument_id)
        references instrument (tenant_id, instrument_id);

-- Who answers for a target. The newest charge counts.
create table target_charge (
    tenant_id     text        not null,
    target_id     uuid        not null,
    charge        integer     not null, -- 1, 2, …
    owner_unit_id uuid        not null,
    reason        text        not null,
    recorded_at   timestamptz not null,
    recorded_by   text        not null,
    constraint target_charge_pk primary key (tenant_id, target_id, charge)
);
select shard_by_tenant('target_charge');
alter table target_charge
    add constraint target_charge_target_fk foreign key (tenant_id, target_id) references target (tenant_id, target_id);
alter table target_charge
    add constraint target_charge_owner_fk foreign key (tenant_id, owner_unit_id) references unit (tenant_id, unit_id);
select fence_by_tenant('target_charge');
grant select, insert on target_charge to cotmoc_app;

create table target_coordinator (
    tenant_id   text        not null,
    target_id   uuid        not null,
    charge      integer     not null,
    unit_id     uuid        not null,
    recorded_at timestamptz not null,
    recorded_by text        not null,
    constraint target_coordinator_pk primary key (tenant_id, target_id, charge, unit_id)
);
select shard_by_tenant('target_coordinator');
alter table target_coordinator
    add constraint target_coordinator_charge_fk foreign key (tenant_id, target_id, charge)
        references target_charge (tenant_id, target_id, charge);
alter table target_coordinator
    add constraint target_coordinator_unit_fk foreign key (tenant_id, unit_id) references unit (tenant_id, unit_id);
select fence_by_tenant('target_coordinator');
grant select, insert on target_coordinator to cotmoc_app;

alter table scorecard
    add column aims text not null default 'current'; -- current, original: which revision of each target was rated
