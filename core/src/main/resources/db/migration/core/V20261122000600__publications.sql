-- What a province has released to the ministry: the only tenant rows that the ministry's role may read.
create table published_figure (
    tenant_id      text           not null,
    observation_id uuid           not null,
    national_code  text           not null,
    period         text           not null,
    period_ends    date           not null,
    status         text           not null,
    amount         numeric(20, 6) not null,
    known_on       date           not null,
    published_at   timestamptz    not null,
    published_by   text           not null,
    constraint published_figure_pk primary key (tenant_id, observation_id)
);
select shard_by_tenant('published_figure');
alter table published_figure
    add constraint published_figure_observation_fk foreign key (tenant_id, observation_id)
        references observation (tenant_id, observation_id);
alter table published_figure
    add constraint published_figure_national_fk foreign key (national_code) references national_indicator (code);
select fence_by_tenant('published_figure');
create policy ministry_reads on published_figure for select to cotmoc_ministry using (true);
grant select, insert on published_figure to cotmoc_app;
grant select on published_figure to cotmoc_ministry;

-- Counts of a stored scorecard, mergeable over provinces.
create table published_plan (
    tenant_id         text        not null,
    scorecard_id      uuid        not null,
    plan_period       text        not null,
    as_of             date        not null,
    exceeded          integer     not null,
    met               integer     not null,
    nearly_met        integer     not null,
    missed            integer     not null,
    on_track          integer     not null,
    behind            integer     not null,
    at_risk           integer     not null,
    insufficient_data integer     not null,
    published_at      timestamptz not null,
    published_by      text        not null,
    constraint published_plan_pk primary key (tenant_id, scorecard_id)
);
select shard_by_tenant('published_plan');
alter table published_plan
    add constraint published_plan_scorecard_fk foreign key (tenant_id, scorecard_id)
        references scorecard (tenant_id, scorecard_id);
select fence_by_tenant('published_plan');
create policy ministry_reads on published_plan for select to cotmoc_ministry using (true);
grant select, insert on published_plan to cotmoc_app;
grant select on published_plan to cotmoc_ministry;
