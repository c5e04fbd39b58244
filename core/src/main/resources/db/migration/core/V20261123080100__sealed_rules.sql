-- Who can write the database cannot publish rules: a release is believed while the seal that belongs to it is whole. The key lies
-- outside of the database. A seal is what this installation vouches for, not what the province has, so it is in no archive.
create table release_seal (
    tenant_id   text        not null,
    release_id  uuid        not null,
    seal        text        not null, -- e.g. ed25519 9f86d081884c7d65 3b4e…: over owner, model, hash, version and first day
    recorded_at timestamptz not null,
    constraint release_seal_pk primary key (tenant_id, release_id)
);
select shard_by_tenant('release_seal');
alter table release_seal
    add constraint release_seal_release_fk foreign key (tenant_id, release_id) references rule_release (tenant_id, release_id);
select fence_by_tenant('release_seal');
grant select, insert on release_seal to cotmoc_app;

-- The code that an engine made of a rule set, so that no start makes it anew. It is worth no more than the seal in front of it.
create table rule_code (
    tenant_id   text        not null,
    sha256      text        not null, -- of the rule set's model
    sealed      bytea       not null, -- a line with the seal, then the code
    recorded_at timestamptz not null,
    constraint rule_code_pk primary key (tenant_id, sha256)
);
select shard_by_tenant('rule_code');
select fence_by_tenant('rule_code');
grant select, insert on rule_code to cotmoc_app;
grant update (sealed, recorded_at) on rule_code to cotmoc_app;
