-- Rule sets of the nation, which every province may adopt. They are written in a workspace of their own, whose rows are those of the
-- tenant "nation"; no province has that id. What is released there is laid down here too, where every province reads it.
create table national_release (
    release_id  uuid        not null, -- that of the workspace
    rule_set_id text        not null, -- national-…
    number      integer     not null, -- 1, 2, … of that set
    set_version text        not null,
    sha256      text        not null, -- of the model
    model       text        not null, -- canonical JSON
    valid_from  date        not null, -- after the day on which it was released: provinces see before what it changes
    reason      text        not null,
    seal        text        not null, -- of the nation
    recorded_at timestamptz not null,
    recorded_by text        not null,
    constraint national_release_pk primary key (release_id),
    constraint national_release_number_uk unique (rule_set_id, number)
);
select replicate_everywhere('national_release');
alter table national_release enable row level security;
alter table national_release force row level security;
create policy everybody_reads on national_release for select using (true);
create policy nation_writes on national_release for insert with check (current_setting('cotmoc.tenant', true) = 'nation');
grant select, insert on national_release to cotmoc_app;
grant select on national_release to cotmoc_ministry;

alter table tenant add constraint tenant_is_no_nation check (tenant_id <> 'nation');

-- What a release of the nation that does not hold yet would change in a province that follows it, by its figures of today. The ministry
-- sees the counts of plans that the province has published.
create table rule_impact (
    tenant_id   text        not null,
    release_id  uuid        not null, -- of national_release
    plan_id     uuid        not null,
    plan_title  text        not null,
    plan_period text        not null,
    published   boolean     not null, -- whether the ministry has a run of the plan
    as_of       date        not null, -- on which day's figures
    targets     integer     not null,
    moves       text        not null, -- how many targets would be rated otherwise: on-track>at-risk 3, met>missed 1
    flagged     integer     not null, -- targets that would keep their rating and be flagged or valued otherwise
    recorded_at timestamptz not null,
    constraint rule_impact_pk primary key (tenant_id, release_id, plan_id)
);
select shard_by_tenant('rule_impact');
alter table rule_impact
    add constraint rule_impact_plan_fk foreign key (tenant_id, plan_id) references plan (tenant_id, plan_id);
alter table rule_impact
    add constraint rule_impact_release_fk foreign key (release_id) references national_release (release_id);
select fence_by_tenant('rule_impact');
create policy ministry_reads on rule_impact for select to cotmoc_ministry using (published);
grant select, insert on rule_impact to cotmoc_app;
grant update (plan_title, published, as_of, targets, moves, flagged, recorded_at) on rule_impact to cotmoc_app;
grant select on rule_impact to cotmoc_ministry;
