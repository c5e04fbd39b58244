-- Areas get a life: where they come from, when they end, what follows them. Nothing of an area changes but its end.
alter table area
    add column source      text, -- the instrument that made it; null where none is known
    add column recorded_at timestamptz, -- null: begun together with its province
    add column recorded_by text;
-- The net beneath the use cases, which take one lock a province before they look: codes change hands, but no two areas
-- that exist carry the same one.
create unique index area_code_once on area (tenant_id, level, code) where valid_to is null;
grant update (valid_to) on area to cotmoc_app;

-- What became of areas on one day: merged, split, renamed, abolished.
create table succession (
    tenant_id     text        not null,
    succession_id uuid        not null,
    kind          text        not null, -- merged, split, renamed, abolished
    effective_on  date        not null, -- first day of the successors, and on which the predecessors are no more
    source        text        not null, -- the instrument's words
    recorded_at   timestamptz not null,
    recorded_by   text        not null,
    constraint succession_pk primary key (tenant_id, succession_id)
);
select shard_by_tenant('succession');
select fence_by_tenant('succession');
grant select, insert on succession to cotmoc_app;

-- An area stands on one side of a succession only, and ends once.
create table succession_area (
    tenant_id     text not null,
    succession_id uuid not null,
    area_id       uuid not null,
    side          text not null, -- predecessor, successor
    constraint succession_area_pk primary key (tenant_id, succession_id, area_id)
);
select shard_by_tenant('succession_area');
alter table succession_area
    add constraint succession_area_succession_fk foreign key (tenant_id, succession_id)
        references succession (tenant_id, succession_id);
alter table succession_area
    add constraint succession_area_area_fk foreign key (tenant_id, area_id) references area (tenant_id, area_id);
create unique index succession_area_ends_once on succession_area (tenant_id, area_id) where side = 'predecessor';
create index succession_of_area on succession_area (tenant_id, area_id);
select fence_by_tenant('succession_area');
grant select, insert on succession_area to cotmoc_app;

-- Departments and committees of communes, which own and report indicators; a compiler reports everything of the province.
create table unit (
    tenant_id   text        not null,
    unit_id     uuid        not null,
    code        text        not null, -- short, chosen by the province: STC, SYT
    name_vi     text        not null,
    name_en     text        not null,
    kind        text        not null, -- department, commune-committee, compiler
    area_id     uuid,                 -- of a commune's committee, else null
    valid_from  date        not null,
    valid_to    date,                 -- first day on which it is no more
    version     integer     not null,
    recorded_at timestamptz not null, -- of this version
    recorded_by text        not null,
    constraint unit_pk primary key (tenant_id, unit_id),
    constraint unit_code_uk unique (tenant_id, code),
    constraint unit_validity check (valid_to is null or valid_to > valid_from)
);
select shard_by_tenant('unit');
alter table unit
    add constraint unit_area_fk foreign key (tenant_id, area_id) references area (tenant_id, area_id);
select fence_by_tenant('unit');
grant select, insert on unit to cotmoc_app;
grant update (name_vi, name_en, valid_to, version, recorded_at, recorded_by) on unit to cotmoc_app;

-- Who belongs where. The newest row of a user counts, so nobody is in two units at once.
create table unit_member (
    tenant_id   text        not null,
    username    text        not null, -- as changes are recorded under
    move        integer     not null, -- 1, 2, … of that user
    unit_id     uuid,                 -- null: left without going to another
    recorded_at timestamptz not null,
    recorded_by text        not null,
    constraint unit_member_pk primary key (tenant_id, username, move)
);
select shard_by_tenant('unit_member');
alter table unit_member
    add constraint unit_member_unit_fk foreign key (tenant_id, unit_id) references unit (tenant_id, unit_id);
create index unit_member_of_unit on unit_member (tenant_id, unit_id);
select fence_by_tenant('unit_member');
grant select, insert on unit_member to cotmoc_app;

-- What a unit reports. Assignments are added and withdrawn, never changed.
create table unit_assignment (
    tenant_id      text        not null,
    assignment_id  uuid        not null,
    unit_id        uuid        not null,
    indicator_code text        not null,
    area_id        uuid,                 -- null: every area of the province
    recorded_at    timestamptz not null,
    recorded_by    text        not null,
    withdrawn_at   timestamptz,
    withdrawn_by   text,
    constraint unit_assignment_pk primary key (tenant_id, assignment_id)
);
select shard_by_tenant('unit_assignment');
alter table unit_assignment
    add constraint unit_assignment_unit_fk foreign key (tenant_id, unit_id) references unit (tenant_id, unit_id);
alter table unit_assignment
    add constraint unit_assignment_indicator_fk foreign key (tenant_id, indicator_code)
        references indicator (tenant_id, code);
alter table unit_assignment
    add constraint unit_assignment_area_fk foreign key (tenant_id, area_id) references area (tenant_id, area_id);
create unique index unit_assignment_once on unit_assignment (tenant_id, unit_id, indicator_code, area_id)
    nulls not distinct where withdrawn_at is null;
select fence_by_tenant('unit_assignment');
grant select, insert on unit_assignment to cotmoc_app;
grant update (withdrawn_at, withdrawn_by) on unit_assignment to cotmoc_app;
