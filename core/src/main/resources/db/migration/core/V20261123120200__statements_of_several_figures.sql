-- A statement may report several figures, "242 dự án … gần 16.000 tỷ", and speak of an amendment: "điều chỉnh giảm còn".
alter table statement
    add column revision integer; -- of the target, that it speaks of; null for the target as such
alter table statement
    add constraint statement_revision_fk foreign key (tenant_id, target_id, revision)
        references target_revision (tenant_id, target_id, revision);
alter table statement
    add constraint statement_revision_of_target check (revision is null or target_id is not null);

-- The figures after the first, which stands in the statement itself.
create table statement_figure (
    tenant_id      text        not null,
    code           text        not null, -- the statement's
    position       integer     not null, -- 2, 3, … as in its words
    observation_id uuid        not null,
    recorded_at    timestamptz not null,
    recorded_by    text        not null,
    constraint statement_figure_pk primary key (tenant_id, code, position)
);
select shard_by_tenant('statement_figure');
alter table statement_figure
    add constraint statement_figure_statement_fk foreign key (tenant_id, code) references statement (tenant_id, code);
alter table statement_figure
    add constraint statement_figure_observation_fk foreign key (tenant_id, observation_id)
        references observation (tenant_id, observation_id);
select fence_by_tenant('statement_figure');
grant select, insert on statement_figure to cotmoc_app;
