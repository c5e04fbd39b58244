-- A figure that was recorded by mistake: it stays, and counts no more from this day on.
create table observation_withdrawal (
    tenant_id      text        not null,
    observation_id uuid        not null,
    withdrawn_on   date        not null,
    reason         text        not null,
    recorded_at    timestamptz not null,
    recorded_by    text        not null,
    constraint observation_withdrawal_pk primary key (tenant_id, observation_id)
);
select shard_by_tenant('observation_withdrawal');
alter table observation_withdrawal
    add constraint observation_withdrawal_observation_fk foreign key (tenant_id, observation_id)
        references observation (tenant_id, observation_id);
select fence_by_tenant('observation_withdrawal');
grant select, insert on observation_withdrawal to cotmoc_app;

-- The same of a figure that had been released: the ministry may know the day, and neither the reason nor who.
create table published_withdrawal (
    tenant_id      text not null,
    observation_id uuid not null,
    withdrawn_on   date not null,
    constraint published_withdrawal_pk primary key (tenant_id, observation_id)
);
select shard_by_tenant('published_withdrawal');
alter table published_withdrawal
    add constraint published_withdrawal_figure_fk foreign key (tenant_id, observation_id)
        references published_figure (tenant_id, observation_id);
select fence_by_tenant('published_withdrawal');
create policy ministry_reads on published_withdrawal for select to cotmoc_ministry using (true);
grant select, insert on published_withdrawal to cotmoc_app;
grant select on published_withdrawal to cotmoc_ministry;
