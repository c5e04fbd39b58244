-- The roles of an installation. Run by the superuser on every start, in any database; repeating it is harmless.
-- Passwords come in as settings of the session, e.g. for psql:
--   PGOPTIONS="-c cotmoc.owner_password=… -c cotmoc.app_password=… -c cotmoc.ministry_password=…
--   -c cotmoc.relay_password=… -c cotmoc.keycloak_password=…"
--
-- cotmoc_owner     owns the tables and migrates them
-- cotmoc_app       the application: owns nothing and passes through row-level security like everyone
-- cotmoc_ministry  reads what provinces have published, nothing else
-- cotmoc_relay     reads in which province which event happened, and tells the nodes; nothing else
-- keycloak         owns Keycloak's own database
do
$$
declare
    login text;
begin
    foreach login in array array ['cotmoc_owner', 'cotmoc_app', 'cotmoc_ministry', 'cotmoc_relay', 'keycloak']
    loop
        if not exists (select from pg_roles where rolname = login) then
            execute format('create role %I', login);
        end if;
        execute format(
            'alter role %I login nosuperuser nobypassrls nocreatedb nocreaterole noreplication password %L',
            login, current_setting('cotmoc.' || replace(login, 'cotmoc_', '') || '_password'));
    end loop;
end
$$;

-- With this, SET LOCAL of the tenant stays with the transaction on Citus' workers too. Plain PostgreSQL keeps the unknown
-- setting; a server that refuses it is one without Citus, which needs none.
do
$$
begin
    alter role cotmoc_app set citus.propagate_set_commands = 'local';
exception
    when others then raise notice 'citus.propagate_set_commands is not set: %', sqlerrm;
end
$$;
