package vn.cotmoc.tenants.boundary;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.jdbc.DataSourceResolver;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;

/**
 * Stops the start when the role of a data source could pass by row-level security, itself or as a member of another role. It
 * runs after the migrations and before the first request.
 */
@Singleton
final class RefuseBypassingRoles implements ApplicationEventListener<StartupEvent> {

    /** One row: the role, and why it can pass by, or null. */
    private static final String ASK = """
            with mine as (select * from pg_roles where pg_has_role(current_user, oid, 'member'))
            select current_user,
                   case
                       when (select bool_or(rolsuper) from mine) then 'is a superuser'
                       when (select bool_or(rolbypassrls) from mine) then 'has BYPASSRLS'
                       when (select bool_or(rolreplication) from mine) then 'has REPLICATION'
                       when exists (select from mine where rolname in
                           ('pg_read_server_files', 'pg_write_server_files', 'pg_execute_server_program'))
                           then 'reaches the files of the server'
                       else (
                           select 'can act as the owner of ' || min(owned.name)
                           from (select relname::text as name, relowner as owner
                                 from pg_class
                                 where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace
                                 union all
                                 select 'schema ' || nspname, nspowner from pg_namespace where nspname = 'public') owned
                           where owned.owner in (select oid from mine)
                           having count(*) > 0)
                   end
            """;

    private final Map<String, DataSource> dataSources;
    private final DataSourceResolver withoutProxy;

    RefuseBypassingRoles(Map<String, DataSource> dataSources, DataSourceResolver withoutProxy) {
        this.dataSources = dataSources;
        this.withoutProxy = withoutProxy;
    }

    /** @throws ConfigurationException naming the property to change */
    @Override
    public void onApplicationEvent(StartupEvent event) {
        dataSources.forEach((name, dataSource) -> check(name, withoutProxy.resolve(dataSource)));
    }

    private static void check(String name, DataSource dataSource) {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(ASK)) {
            row.next();
            String reason = row.getString(2);
            if (reason != null) {
                throw new ConfigurationException(
                        "datasources.%s.username (%s) %s and so would pass by the fence between provinces; name a role that is no superuser, has no BYPASSRLS and owns nothing, like cotmoc_app."
                                .formatted(name, row.getString(1), reason));
            }
        } catch (SQLException e) {
            throw new ConfigurationException(
                    "datasources.%s cannot be asked for its role's rights: %s.".formatted(name, e.getMessage()), e);
        }
    }
}
