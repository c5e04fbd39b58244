package vn.cotmoc.core.house;

import io.micronaut.context.ApplicationContext;
import io.micronaut.transaction.TransactionOperations;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import vn.cotmoc.core.provinces.BeginProvince;
import vn.cotmoc.core.provinces.Beginning;
import vn.cotmoc.core.provinces.Province;
import vn.cotmoc.core.tenancy.TenantId;
import vn.cotmoc.core.tenancy.TenantScope;
import vn.cotmoc.local.LocalPostgres;
import vn.cotmoc.local.Login;

/**
 * One for all tests: they begin provinces of their own in it and never touch each other's rows. The app works as the role that
 * it has in earnest.
 */
public final class House {

    static final String PROPERTY = "cotmoc.core.house";

    /** By which rules a node scores: any text. */
    public static final String MODEL = "cotmoc.core.house.model";

    private static final LocalPostgres POSTGRES = LocalPostgres.temporary();
    private static final Path EVIDENCE = Path.of(
                    "target", "evidence", String.valueOf(ProcessHandle.current().pid()))
            .toAbsolutePath();
    private static final ApplicationContext APPLICATION = node(Map.of());
    private static final AtomicInteger PROVINCES = new AtomicInteger();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            APPLICATION.close();
            POSTGRES.close();
        }));
    }

    private House() {}

    /** One more node on the same database, which its caller closes. */
    public static ApplicationContext node(Map<String, Object> more) {
        Map<String, Object> properties = properties();
        properties.putAll(more);
        return ApplicationContext.run(properties);
    }

    /** Where evidence lies. */
    public static Path evidence() {
        return EVIDENCE;
    }

    public static <T> Collection<T> all(Class<T> beans) {
        return APPLICATION.getBeansOfType(beans);
    }

    public static <T> T get(Class<T> bean) {
        return APPLICATION.getBean(bean);
    }

    /**
     * A new province with its area, the national catalogue's indicators and the default thresholds; who tests is in its
     * compiling unit.
     */
    public static TenantId province() {
        return province(false);
    }

    public static TenantId province(boolean simulated) {
        TenantId id = begun(simulated, Beginning.CATALOGUE);
        in(id, Story::joinsCompiler);
        return id;
    }

    /** A new province that has nothing. */
    public static TenantId emptyProvince() {
        return begun(false, Beginning.ARCHIVE);
    }

    private static TenantId begun(boolean simulated, Beginning beginning) {
        TenantId id = new TenantId("tinh-" + PROVINCES.incrementAndGet());
        return in(id, () -> {
            get(BeginProvince.class)
                    .begin(new Province(id, "Tỉnh " + id, "Province " + id, "10", simulated, Instant.EPOCH), beginning);
            return id;
        });
    }

    public static <T> T in(TenantId province, Supplier<T> work) {
        return get(TenantScope.class).within(province, work);
    }

    /** The same by somebody else than {@link Story#ME}. */
    public static <T> T as(String username, Supplier<T> work) {
        return get(FakeScope.class).as(username, work);
    }

    /** One transaction of the bound province. */
    public static <T> T transaction(Supplier<T> work) {
        @SuppressWarnings("unchecked")
        TransactionOperations<Connection> transactions = APPLICATION.getBean(TransactionOperations.class);
        return transactions.executeWrite(status -> work.get());
    }

    /** What is really in the database, past the fence. */
    public static List<String> asSuperuser(String sql) {
        return rows(POSTGRES.superuser(), sql);
    }

    public static List<String> asMinistry(String sql) {
        return rows(POSTGRES.ministry(), sql);
    }

    /** Rows of one text column; a statement without rows is run all the same. */
    private static List<String> rows(Login login, String sql) {
        try (Connection connection = POSTGRES.connect("cotmoc", login);
                var statement = connection.createStatement()) {
            List<String> values = new ArrayList<>();
            if (statement.execute(sql)) {
                var rows = statement.getResultSet();
                while (rows.next()) {
                    values.add(rows.getString(1));
                }
            }
            return values;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure.getMessage(), failure);
        }
    }

    private static Map<String, Object> properties() {
        Map<String, Object> properties = new HashMap<>();
        properties.put("cotmoc.evidence.folder", EVIDENCE.toString());
        properties.put("cotmoc.archive.most-bytes", "100000000");
        properties.put(PROPERTY, "true");
        dataSource(properties, "default", POSTGRES.app());
        dataSource(properties, "ministry", POSTGRES.ministry());
        dataSource(properties, "relay", POSTGRES.relay());
        properties.put("cotmoc.scoring.automatic", "false");
        properties.put("flyway.datasources.migration.url", POSTGRES.url());
        properties.put("flyway.datasources.migration.user", POSTGRES.owner().user());
        properties.put("flyway.datasources.migration.password", POSTGRES.owner().password());
        properties.put("flyway.datasources.migration.locations", "classpath:db/migration/core");
        properties.put("micronaut.serde.serialization.inclusion", "always");
        properties.put("micronaut.serde.deserialization.ignore-unknown", "false");
        return properties;
    }

    private static void dataSource(Map<String, Object> properties, String name, Login login) {
        properties.put("datasources." + name + ".url", POSTGRES.url());
        properties.put("datasources." + name + ".username", login.user());
        properties.put("datasources." + name + ".password", login.password());
        properties.put("datasources." + name + ".dialect", "POSTGRES");
        properties.put("datasources." + name + ".schema-generate", "NONE");
        properties.put("datasources." + name + ".maximum-pool-size", 8);
        properties.put("datasources." + name + ".minimum-idle", 0);
        properties.put("jooq.datasources." + name + ".sql-dialect", "POSTGRES");
    }
}
