-- What changed, written in the transaction that changed it: the province's own notice to whoever must work on. One row for all
-- things of a sort that one transaction changes, so that a file of a million figures is one.
create table outbox (
    tenant_id   text        not null,
    event_id    uuid        not null, -- version 7, made as the transaction is about to commit: in that order but for milliseconds
    kind        text        not null, -- the sort of thing, as the trail calls it: observation, threshold, plan_step
    subject     text,                 -- its key on the trail; null: several of the sort
    recorded_at timestamptz not null,
    constraint outbox_pk primary key (tenant_id, event_id)
);
select shard_by_tenant('outbox');
select fence_by_tenant('outbox');
-- The relay learns that something happened where, and nothing of what.
create policy relay_reads on outbox for select to cotmoc_relay using (true);
grant select, insert on outbox to cotmoc_app;
grant select (tenant_id, event_id) on outbox to cotmoc_relay;
