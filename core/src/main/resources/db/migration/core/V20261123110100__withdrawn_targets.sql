-- A target that was taken back. One of a draft was a mistake and never counts; one of an adopted plan counts until a paper
-- withdraws it. It stays readable, and leaves its place to another.
alter table target
    add column withdrawn_on            date, -- first day on which it does not count; null for a mistake
    add column withdrawn_reason        text,
    add column withdrawn_instrument_id uuid, -- what decided it; null for a mistake
    add column withdrawn_at            timestamptz, -- null while it is in force
    add column withdrawn_by            text;
alter table target
    add constraint target_withdrawn_instrument_fk foreign key (tenant_id, withdrawn_instrument_id)
        references instrument (tenant_id, instrument_id);
grant update (withdrawn_on, withdrawn_reason, withdrawn_instrument_id, withdrawn_at, withdrawn_by) on target to cotmoc_app;

drop index target_uk;
create unique index target_uk on target
    (tenant_id, plan_id, indicator_code, area_id, subgroup, authority, period, basis, unit_id) nulls not distinct
    where withdrawn_at is null;
