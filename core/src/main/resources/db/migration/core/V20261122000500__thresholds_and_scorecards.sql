-- Cut points of the rating bands, dated and never updated: [nearly, met), [met, exceeded), [exceeded, …) at the end of a
-- period and [behind, on track), [on track, …) on the way. Cut points cannot leave a gap or overlap.
create table threshold (
    tenant_id      text          not null,
    threshold_id   uuid          not null,
    indicator_code text,                   -- null: the province's default
    version        integer       not null, -- 1, 2, … of the province's default or of the indicator's own
    exceeded_from  numeric(9, 6) not null, -- share of the target, e.g. 1.05
    nearly_from    numeric(9, 6) not null,
    on_track_from  numeric(9, 6) not null, -- share of what is expected by now
    behind_from    numeric(9, 6) not null,
    tolerance      numeric(9, 6) not null, -- how far "gần" and "khoảng" reach, as a share of the target
    valid_from     date          not null,
    reason         text          not null,
    recorded_at    timestamptz   not null,
    recorded_by    text          not null,
    constraint threshold_pk primary key (tenant_id, threshold_id),
    constraint threshold_version_uk unique nulls not distinct (tenant_id, indicator_code, version),
    constraint threshold_end_bands check (nearly_from > 0 and nearly_from < 1 and exceeded_from >= 1),
    constraint threshold_way_bands check (behind_from >= 0 and behind_from < on_track_from),
    constraint threshold_tolerance check (tolerance >= 0 and tolerance < 1)
);
select shard_by_tenant('threshold');
alter table threshold
    add constraint threshold_indicator_fk foreign key (tenant_id, indicator_code) references indicator (tenant_id, code);
create index threshold_in_force on threshold (tenant_id, indicator_code, valid_from, recorded_at);
select fence_by_tenant('threshold');
grant select, insert on threshold to cotmoc_app;

-- One stored scoring run over a plan as of a day.
create table scorecard (
    tenant_id        text        not null,
    scorecard_id     uuid        not null,
    plan_id          uuid        not null,
    as_of            date        not null,
    rule_set_id      text        not null,
    rule_set_version text        not null,
    rule_set_sha256  text        not null,
    engine_name      text        not null,
    engine_version   text        not null,
    recorded_at      timestamptz not null,
    recorded_by      text        not null,
    constraint scorecard_pk primary key (tenant_id, scorecard_id)
);
select shard_by_tenant('scorecard');
alter table scorecard
    add constraint scorecard_plan_fk foreign key (tenant_id, plan_id) references plan (tenant_id, plan_id);
create index scorecard_of_plan on scorecard (tenant_id, plan_id, recorded_at);
select fence_by_tenant('scorecard');
grant select, insert on scorecard to cotmoc_app;

create table finding (
    tenant_id    text not null,
    scorecard_id uuid not null,
    target_id    uuid not null,
    rating       text not null,
    attainment   numeric(20, 6),
    expected     numeric(9, 6),
    flags        text not null, -- comma-separated codes with severity, e.g. at-risk:high
    record       text not null, -- the explanation, canonical JSON; kept as text so that its bytes stay
    constraint finding_pk primary key (tenant_id, scorecard_id, target_id)
);
select shard_by_tenant('finding');
alter table finding
    add constraint finding_scorecard_fk foreign key (tenant_id, scorecard_id)
        references scorecard (tenant_id, scorecard_id);
alter table finding
    add constraint finding_target_fk foreign key (tenant_id, target_id) references target (tenant_id, target_id);
select fence_by_tenant('finding');
grant select, insert on finding to cotmoc_app;
