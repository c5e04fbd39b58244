-- The tenant of a transaction, and the helpers every later migration uses.

-- SET LOCAL inside a function: it ends with the transaction, so a pooled connection never carries a province over,
-- and on Citus it is propagated to the shards, which set_config() is not.
create function set_tenant(tenant text) returns void
    language plpgsql as
$$
begin
    if tenant is null or tenant !~ '^[a-z][a-z0-9-]{1,39}$' then
        raise exception 'A tenant must match ^[a-z][a-z0-9-]{1,39}$.' using errcode = 'invalid_parameter_value';
    end if;
    execute format('set local cotmoc.tenant = %L', tenant);
end
$$;

-- Where Citus is installed these distribute the table; on plain PostgreSQL they do nothing.
create function shard_by_tenant(tenant_table regclass) returns void
    language plpgsql as
$$
begin
    if exists (select from pg_extension where extname = 'citus') then
        perform create_distributed_table(tenant_table, 'tenant_id');
    end if;
end
$$;

create function replicate_everywhere(shared_table regclass) returns void
    language plpgsql as
$$
begin
    if exists (select from pg_extension where extname = 'citus') then
        perform create_reference_table(shared_table);
    end if;
end
$$;

-- The net beneath every statement's own `tenant_id = ?`: without a bound tenant reads are empty and writes refused,
-- for the owner too (FORCE).
create function fence_by_tenant(tenant_table regclass) returns void
    language plpgsql as
$$
begin
    execute format('alter table %s enable row level security', tenant_table);
    execute format('alter table %s force row level security', tenant_table);
    execute format(
        'create policy own_province on %s using (tenant_id = current_setting(''cotmoc.tenant'', true)) '
        || 'with check (tenant_id = current_setting(''cotmoc.tenant'', true))', tenant_table);
end
$$;

-- One row a province (or another kind of client later). Shared: no foreign keys to tenant tables.
create table tenant (
    tenant_id text        not null, -- the alias of its Keycloak organization, e.g. lao-cai; never changes
    name_vi   text        not null,
    name_en   text        not null,
    code      text        not null, -- official code at the time of opening; re-used over the years, so never a key
    simulated boolean     not null, -- generated data, never to be compared with a real province
    opened_at timestamptz not null,
    constraint tenant_pk primary key (tenant_id),
    constraint tenant_id_form check (tenant_id ~ '^[a-z][a-z0-9-]{1,39}$')
);
select replicate_everywhere('tenant');
grant select, insert on tenant to cotmoc_app;
grant select on tenant to cotmoc_ministry;

-- A province being opened: the stored row that the opening works from and continues from after a failure.
create table opening (
    tenant_id       text        not null,
    name_vi         text        not null,
    name_en         text        not null,
    code            text        not null,
    simulated       boolean     not null,
    admin_username  text        not null,
    admin_email     text        not null,
    admin_first     text        not null,
    admin_last      text        not null,
    step            text        not null, -- requested, organization, administrator, catalogue, open
    failure         text,                 -- why the last try stopped, for people
    started_by      text        not null,
    started_at      timestamptz not null,
    updated_at      timestamptz not null,
    constraint opening_pk primary key (tenant_id),
    constraint opening_id_form check (tenant_id ~ '^[a-z][a-z0-9-]{1,39}$')
);
select replicate_everywhere('opening');
grant select, insert, update on opening to cotmoc_app;

-- What a creating call answered, so that the same call sent twice creates once.
create table idempotent_reply (
    tenant_id      text        not null,
    actor          text        not null,
    reply_key      text        not null, -- the caller's Idempotency-Key
    operation      text        not null, -- method and path
    request_sha256 text        not null,
    status         integer     not null,
    location       text,
    etag           text,
    body           text        not null,
    created_at     timestamptz not null,
    constraint idempotent_reply_pk primary key (tenant_id, actor, reply_key)
);
select shard_by_tenant('idempotent_reply');
select fence_by_tenant('idempotent_reply');
grant select, insert on idempotent_reply to cotmoc_app;
