-- How a province checks figures when they are entered: settings as versions that are only added, like thresholds.
create table figure_check (
    tenant_id       text        not null,
    figure_check_id uuid        not null,
    indicator_code  text,                  -- null: the province's default
    version         integer     not null,  -- 1, 2, … of the province's default or of the indicator's own
    range_reaction  text        not null,  -- off, warn, block; so are the other reactions
    lowest          numeric(20, 6),        -- in the indicator's unit, of an indicator's own only; null: no bound
    highest         numeric(20, 6),
    jump_reaction   text        not null,
    jump_most       numeric(9, 6) not null, -- largest change as a share of the earlier figure, e.g. 0.5
    fall_reaction   text        not null,
    parts_reaction  text        not null,
    parts_tolerance numeric(9, 6) not null, -- largest difference as a share of the whole's figure, e.g. 0.01
    valid_from      date        not null,
    reason          text        not null,
    recorded_at     timestamptz not null,
    recorded_by     text        not null,
    constraint figure_check_pk primary key (tenant_id, figure_check_id),
    constraint figure_check_version_uk unique nulls not distinct (tenant_id, indicator_code, version),
    constraint figure_check_bounds check (indicator_code is not null or (lowest is null and highest is null)),
    constraint figure_check_order check (lowest <= highest)
);
select shard_by_tenant('figure_check');
alter table figure_check
    add constraint figure_check_indicator_fk foreign key (tenant_id, indicator_code) references indicator (tenant_id, code);
select fence_by_tenant('figure_check');
grant select, insert on figure_check to cotmoc_app;

-- What was warned of when a figure was entered, by the settings and figures of that moment. A figure that blocked was never stored.
create table observation_warning (
    tenant_id      text           not null,
    observation_id uuid           not null,
    fault          text           not null, -- below-lowest, above-highest, jump, below-earlier, above-later, parts-in-time, parts-over-areas
    amount         numeric(20, 6) not null, -- the figure; of the two about parts, the whole's
    against        numeric(20, 6) not null, -- the bound, the other figure, or what the parts make together
    period         text,                    -- of the other figure, or of the whole; null for a bound
    allowed        numeric(9, 6),           -- the share that was exceeded: of a jump or of parts
    constraint observation_warning_pk primary key (tenant_id, observation_id, fault)
);
select shard_by_tenant('observation_warning');
alter table observation_warning
    add constraint observation_warning_observation_fk foreign key (tenant_id, observation_id)
        references observation (tenant_id, observation_id);
select fence_by_tenant('observation_warning');
grant select, insert on observation_warning to cotmoc_app;
