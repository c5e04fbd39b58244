-- The national catalogue (its rows come from catalogue.csv, see NationalCatalogue).
create table national_indicator (
    code       text     not null,
    name_vi    text     not null,
    name_en    text     not null,
    unit_vi    text     not null,
    unit_en    text     not null,
    decimals   smallint not null,
    direction  text     not null, -- higher-is-better, lower-is-better, neutral
    kind       text     not null, -- level, flow, rate, share, reduction, index, count, rank, condition
    group_code text     not null,
    cadence    text     not null,
    definition text     not null,
    source     text     not null,
    constraint national_indicator_pk primary key (code)
);
select replicate_everywhere('national_indicator');
grant select on national_indicator to cotmoc_app, cotmoc_ministry;

-- A province's own set: copied from the catalogue when it was opened, and indicators of its own.
create table indicator (
    tenant_id     text        not null,
    code          text        not null,
    national_code text,                 -- null: the province's own
    name_vi       text        not null,
    name_en       text        not null,
    unit_vi       text        not null,
    unit_en       text        not null,
    decimals      smallint    not null,
    direction     text        not null,
    kind          text        not null,
    group_code    text        not null,
    cadence       text        not null,
    definition    text        not null, -- with the source, what makes two series comparable
    source        text        not null,
    recorded_at   timestamptz not null,
    recorded_by   text        not null,
    constraint indicator_pk primary key (tenant_id, code),
    constraint indicator_code_form check (code ~ '^[A-Z][A-Z0-9_]{1,59}$'),
    constraint indicator_decimals check (decimals between 0 and 6)
);
select shard_by_tenant('indicator');
alter table indicator
    add constraint indicator_national_fk foreign key (national_code) references national_indicator (code);
select fence_by_tenant('indicator');
grant select, insert on indicator to cotmoc_app;

-- Administrative units by identity and validity; official codes change hands, so a code is never a key.
create table area (
    tenant_id  text not null,
    area_id    uuid not null,
    parent_id  uuid,          -- null: the province itself
    level      text not null, -- province, district, commune, ward, special-zone
    code       text not null,
    name       text not null,
    valid_from date not null,
    valid_to   date,          -- first day on which it is no more
    constraint area_pk primary key (tenant_id, area_id),
    constraint area_validity check (valid_to is null or valid_to > valid_from)
);
select shard_by_tenant('area');
alter table area
    add constraint area_parent_fk foreign key (tenant_id, parent_id) references area (tenant_id, area_id);
select fence_by_tenant('area');
grant select, insert on area to cotmoc_app;
