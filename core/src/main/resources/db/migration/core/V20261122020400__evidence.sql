-- Files that prove a figure or a paper; their bytes lie in the evidence storage under tenant and hash.
create table evidence (
    tenant_id      text        not null,
    evidence_id    uuid        not null,
    observation_id uuid,                 -- what it is about: exactly one of these
    instrument_id  uuid,
    name           text        not null, -- as it was called, made safe
    file_type      text        not null, -- pdf, png, jpeg, docx, xlsx, text: by what is in it
    bytes          bigint      not null,
    sha256         text        not null, -- lower-case hexadecimal
    recorded_at    timestamptz not null,
    recorded_by    text        not null,
    constraint evidence_pk primary key (tenant_id, evidence_id),
    constraint evidence_about check (num_nonnulls(observation_id, instrument_id) = 1),
    constraint evidence_of_observation_uk unique (tenant_id, observation_id, sha256),
    constraint evidence_of_instrument_uk unique (tenant_id, instrument_id, sha256)
);
select shard_by_tenant('evidence');
alter table evidence
    add constraint evidence_observation_fk foreign key (tenant_id, observation_id)
        references observation (tenant_id, observation_id);
alter table evidence
    add constraint evidence_instrument_fk foreign key (tenant_id, instrument_id)
        references instrument (tenant_id, instrument_id);
select fence_by_tenant('evidence');
grant select, insert on evidence to cotmoc_app;
