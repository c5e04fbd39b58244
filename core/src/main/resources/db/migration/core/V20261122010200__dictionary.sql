-- What an indicator says beside its kind: how parts make the whole in time and over places, in which prices, by which formula.
alter table national_indicator
    add column time_aggregation text,                 -- sum, last, mean, compound, none; null: as its kind does
    add column area_aggregation text not null default 'none', -- sum, count, ratio, none
    add column numerator_code   text,                 -- of a ratio: the indicators whose sums are divided
    add column denominator_code text,
    add column price_basis      text not null default 'none', -- none, current, constant-2010
    add column formula          text;                 -- of a calculated indicator, over other indicators' codes

-- null aggregation: rows that were copied before this column; the kind decides as it did for them
alter table indicator
    add column time_aggregation text,
    add column area_aggregation text    not null default 'none',
    add column numerator_code   text,
    add column denominator_code text,
    add column price_basis      text    not null default 'none',
    add column formula          text,
    add column version          integer not null default 1, -- 1, 2, … of its description
    add column retired          boolean not null default false, -- no new figures and targets; what there is stays
    add constraint indicator_ratio check (
        area_aggregation <> 'ratio' or (numerator_code is not null and denominator_code is not null));
-- What figures mean (unit, kind, formula …) changes only while there are none: CorrectIndicator sees to it.
grant update on indicator to cotmoc_app;

-- As the reporter wrote it, where it was converted exactly into the indicator's unit.
alter table observation
    add column reported_amount numeric(30, 12),
    add column reported_unit   text;

-- Who changed what: a row a change, only ever added.
create table change (
    tenant_id   text        not null,
    change_id   uuid        not null, -- in the order in which they happened
    made_at     timestamptz not null,
    made_by     text        not null,
    act         text        not null, -- added, changed, withdrawn
    subject     text        not null, -- the table's name, e.g. indicator
    subject_key text        not null, -- its key within the province, e.g. GRDP_GROWTH
    was         text,                 -- JSON object of the fields that changed, as they were
    became      text,                 -- JSON object of the fields that changed, as they are now
    instrument  text,                 -- the paper that decided it, in its own words
    constraint change_pk primary key (tenant_id, change_id)
);
select shard_by_tenant('change');
create index change_of_subject on change (tenant_id, subject, subject_key, change_id);
select fence_by_tenant('change');
grant select, insert on change to cotmoc_app;
