-- Cut points of the forecast and of staleness join the dated ones; rows from before keep what was own design without them. A
-- place may have an indicator's cut points of its own.
alter table threshold
    add column likely_from numeric(9, 6) not null default 0.8, -- probability of attaining: [likely, 1], [open, likely), [0, open)
    add column open_from   numeric(9, 6) not null default 0.2,
    add column stale_from  integer       not null default 2,   -- periods of the indicator's cadence without a figure
    add column area_id     uuid;                               -- null: everywhere; else the indicator's in that place only
alter table threshold
    add constraint threshold_forecast_bands check (open_from > 0 and open_from < likely_from and likely_from <= 1),
    add constraint threshold_stale check (stale_from between 1 and 120),
    add constraint threshold_area_of_indicator check (area_id is null or indicator_code is not null);
alter table threshold
    drop constraint threshold_version_uk;
alter table threshold
    add constraint threshold_version_uk unique nulls not distinct (tenant_id, indicator_code, area_id, version);
alter table threshold
    add constraint threshold_area_fk foreign key (tenant_id, area_id) references area (tenant_id, area_id);
