-- The nation's default, under every province's own: whoever has set nothing is rated by it. Versions are only ever added, in the
-- nation's own workspace, and every province reads them.
create table national_threshold (
    threshold_id   uuid          not null,
    version        integer       not null, -- 1, 2, …
    exceeded_from  numeric(9, 6) not null, -- these as in threshold
    nearly_from    numeric(9, 6) not null,
    on_track_from  numeric(9, 6) not null,
    behind_from    numeric(9, 6) not null,
    tolerance      numeric(9, 6) not null,
    likely_from    numeric(9, 6) not null,
    open_from      numeric(9, 6) not null,
    stale_from     integer       not null,
    range_met      text          not null,
    ceiling_index  text          not null,
    valid_from     date          not null, -- after the day on which it was recorded: provinces see it come
    reason         text          not null,
    recorded_at    timestamptz   not null,
    recorded_by    text          not null,
    constraint national_threshold_pk primary key (threshold_id),
    constraint national_threshold_version_uk unique (version),
    constraint national_threshold_end_bands check (nearly_from > 0 and nearly_from < 1 and exceeded_from >= 1),
    constraint national_threshold_way_bands check (behind_from >= 0 and behind_from < on_track_from),
    constraint national_threshold_tolerance check (tolerance >= 0 and tolerance < 1),
    constraint national_threshold_forecast_bands check (open_from > 0 and open_from < likely_from and likely_from <= 1),
    constraint national_threshold_stale check (stale_from between 1 and 120),
    constraint national_threshold_range_met check (range_met in ('or-better', 'inside')),
    constraint national_threshold_ceiling_index check (ceiling_index in ('two-minus', 'inverse'))
);
select replicate_everywhere('national_threshold');
-- Own design, without a legal source, until the ministry sets another. Its identifier is the same in every installation.
insert into national_threshold
values ('019a9f00-0000-7000-8000-000000000001', 1, 1.05, 0.95, 1, 0.9, 0.05, 0.8, 0.2, 2, 'or-better', 'two-minus', '2000-01-01',
        'Mặc định của hệ thống', '2026-11-24 00:00:00+07', 'cot-moc');
alter table national_threshold enable row level security;
alter table national_threshold force row level security;
create policy everybody_reads on national_threshold for select using (true);
create policy nation_writes on national_threshold for insert with check (current_setting('cotmoc.tenant', true) = 'nation');
grant select, insert on national_threshold to cotmoc_app;

-- A province keeps a copy of the nation's beside the runs that were made by it, so that they read alike wherever they are taken; and
-- an own one may be withdrawn from a day on, from when what stands above it holds again.
alter table threshold
    add column national  boolean not null default false, -- a copy of national_threshold, with its identifier
    add column withdrawn boolean not null default false; -- the cut points are those that hold no more
alter table threshold
    add constraint threshold_of_nation check (not national or (area_id is null and not withdrawn));
alter table threshold
    drop constraint threshold_version_uk;
create unique index threshold_version_uk on threshold (tenant_id, indicator_code, area_id, version) nulls not distinct
    where not national;
