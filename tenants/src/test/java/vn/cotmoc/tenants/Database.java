package vn.cotmoc.tenants;

import io.micronaut.context.ApplicationContext;
import java.util.HashMap;
import java.util.Map;
import vn.cotmoc.local.LocalPostgres;
import vn.cotmoc.local.Login;

/** One PostgreSQL for all tests of this module, and the configuration that the application would get for it. */
public final class Database {

    public static final LocalPostgres POSTGRES = LocalPostgres.temporary();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(POSTGRES::close));
    }

    private Database() {}

    /** An application whose pool has one connection, so that whatever leaks is met at once. */
    public static ApplicationContext application(Map<String, Object> more) {
        Map<String, Object> properties = new HashMap<>(configuration());
        properties.putAll(more);
        return ApplicationContext.run(properties);
    }

    public static Map<String, Object> configuration() {
        var properties = new HashMap<String, Object>();
        dataSource(properties, "default", POSTGRES.app());
        dataSource(properties, "ministry", POSTGRES.ministry());
        dataSource(properties, "relay", POSTGRES.relay());
        properties.put("datasources.relay.maximum-pool-size", 3); // two of them stay taken
        properties.put("cotmoc.scoring.automatic", "false");
        properties.put("flyway.datasources.migration.url", POSTGRES.url());
        properties.put("flyway.datasources.migration.user", POSTGRES.owner().user());
        properties.put("flyway.datasources.migration.password", POSTGRES.owner().password());
        properties.put("flyway.datasources.migration.locations", "classpath:db/migration/core");
        properties.put("jooq.datasources.default.sql-dialect", "POSTGRES");
        properties.put("jooq.datasources.ministry.sql-dialect", "POSTGRES");
        return properties;
    }

    private static void dataSource(Map<String, Object> properties, String name, Login login) {
        properties.put("datasources." + name + ".url", POSTGRES.url());
        properties.put("datasources." + name + ".username", login.user());
        properties.put("datasources." + name + ".password", login.password());
        properties.put("datasources." + name + ".dialect", "POSTGRES");
        properties.put("datasources." + name + ".maximum-pool-size", 1);
    }
}
