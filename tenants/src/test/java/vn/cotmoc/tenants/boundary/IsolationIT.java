package vn.cotmoc.tenants.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.cotmoc.core.tables.Tables.AREA;

import io.micronaut.context.ApplicationContext;
import io.micronaut.core.propagation.PropagatedContext;
import io.micronaut.transaction.TransactionOperations;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.cotmoc.core.tenancy.OwnedRows;
import vn.cotmoc.core.tenancy.TenantId;
import vn.cotmoc.core.tenancy.TenantScope;
import vn.cotmoc.tenants.Database;
import vn.cotmoc.tenants.boundary.PlaceStore.Place;

/** Two provinces, one connection; every way to the database that the house uses. */
class IsolationIT {

    private static final TenantId HERE = new TenantId("noi-nay");
    private static final TenantId THERE = new TenantId("noi-kia");

    private static ApplicationContext application;
    private static TenantScope scope;
    private static PlaceStore places;
    private static DSLContext sql;

    @BeforeAll
    static void start() {
        application = Database.application(Map.of());
        scope = application.getBean(TenantScope.class);
        places = application.getBean(PlaceStore.class);
        sql = application.getBean(DSLContext.class);
        scope.within(HERE, () -> places.save(Place.named("của đây")));
        scope.within(THERE, () -> places.save(Place.named("của kia")));
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void oneProvinceNeverSeesAnothersRowsThroughAStore() {
        assertThat(scope.within(HERE, places::findAll)).extracting(Place::name).containsOnly("của đây");
        assertThat(scope.within(THERE, places::findAll)).extracting(Place::name).containsOnly("của kia");
    }

    @Test
    void oneProvinceNeverSeesAnothersRowsThroughAView() {
        var ownedRows = application.getBean(OwnedRows.class);
        assertThat(scope.within(
                        HERE,
                        () -> transaction(() -> sql.select(AREA.NAME)
                                .from(AREA)
                                .where(ownedRows.ownedByCurrentTenant(AREA))
                                .fetch(AREA.NAME))))
                .containsOnly("của đây");
    }

    @Test
    void oneProvinceNeverSeesAnothersRowsEvenThroughAStatementThatForgotTheBind() {
        assertThat(scope.within(HERE, () -> transaction(this::everyName))).containsOnly("của đây");
        assertThat(scope.within(THERE, () -> inTransactionOf(sql))).containsOnly("của kia");
    }

    @Test
    void aTransactionOfJooqsOwnIsBoundToo() {
        DSLContext unmanaged = DSL.using(application.getBean(BoundPool.class).pool(), org.jooq.SQLDialect.POSTGRES);
        assertThat(scope.within(HERE, () -> inTransactionOf(unmanaged))).containsOnly("của đây");
        assertThat(inTransactionOf(unmanaged)).isEmpty();
    }

    @Test
    void workCannotClaimToBeAnotherProvinces() {
        assertThatThrownBy(() ->
                        scope.within(HERE, () -> places.save(Place.named("giả").claimedBy(THERE.value()))))
                .hasStackTraceContaining("row-level security");
        assertThatThrownBy(() -> scope.within(HERE, () -> transaction(() -> insert(THERE.value(), "giả"))))
                .hasStackTraceContaining("row-level security");
        assertThatThrownBy(() -> scope.within(HERE, () -> scope.within(THERE, places::findAll)))
                .hasMessage("Work for noi-nay cannot turn to noi-kia.");
        assertThat(scope.within(THERE, places::findAll)).extracting(Place::name).doesNotContain("giả");
    }

    @Test
    void anUpdateReachesNoOtherProvince() throws Exception {
        // The application may update few tables; its role is lent the right here to see that the fence alone holds.
        try (var superuser = Database.POSTGRES.connect("cotmoc", Database.POSTGRES.superuser());
                var statement = superuser.createStatement()) {
            statement.execute("grant update, delete on area to cotmoc_app");
            try {
                assertThat(scope.within(
                                HERE,
                                () -> transaction(() -> sql.update(AREA)
                                        .set(AREA.CODE, "2")
                                        .where(AREA.TENANT_ID.eq(THERE.value()))
                                        .execute())))
                        .isZero();
                assertThat(scope.within(
                                HERE,
                                () -> transaction(() -> sql.deleteFrom(AREA)
                                        .where(AREA.TENANT_ID.eq(THERE.value()))
                                        .execute())))
                        .isZero();
            } finally {
                statement.execute("revoke update, delete on area from cotmoc_app");
            }
        }
    }

    @Test
    void nothingLeaksOverThePoolsOnlyConnection() {
        scope.within(HERE, places::findAll);
        assertThat(transaction(this::everyName)).isEmpty();
        assertThat(transaction(() -> sql.fetchValue("select coalesce(current_setting('cotmoc.tenant', true), '')")))
                .isEqualTo("");
        assertThatThrownBy(() -> scope.within(
                        HERE,
                        () -> transaction(() -> {
                            throw new IllegalArgumentException("undone");
                        })))
                .hasMessage("undone");
        assertThat(transaction(this::everyName)).isEmpty();
    }

    @Test
    void withoutAProvinceReadsAreEmptyAndWritesRefused() {
        assertThat(transaction(this::everyName)).isEmpty();
        assertThatThrownBy(() -> transaction(() -> insert(HERE.value(), "không của ai")))
                .hasStackTraceContaining("row-level security");
        assertThatThrownBy(places::findAll).hasStackTraceContaining("No province is bound to this work.");
        assertThatThrownBy(() -> places.save(Place.named("không của ai")))
                .hasStackTraceContaining("No province is bound to this work.");
    }

    @Test
    void outsideATransactionNothingIsShown() throws SQLException {
        try (Connection connection = application.getBean(BoundPool.class).pool().getConnection();
                var statement = connection.createStatement()) {
            scope.within(HERE, () -> {
                try (var rows = statement.executeQuery("select from area")) {
                    assertThat(rows.next()).isFalse();
                } catch (SQLException e) {
                    throw new AssertionError(e);
                }
                return true;
            });
        }
    }

    @Test
    void theProvinceGoesWithTheWorkOverVirtualThreads() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<List<String>> names = () -> transaction(this::everyName);
            var work = scope.within(THERE, () -> threads.submit(PropagatedContext.wrapCurrent(names)));
            assertThat(work.get()).containsOnly("của kia");
        }
    }

    @Test
    void theMinistryReadsWhatIsPublishedAndNothingElse() throws SQLException {
        try (var ministry = Database.POSTGRES.connect("cotmoc", Database.POSTGRES.ministry());
                var statement = ministry.createStatement()) {
            assertThat(statement.execute("select from published_figure")).isTrue();
            assertThatThrownBy(() -> statement.execute("select from area")).hasMessageContaining("permission denied");
        }
    }

    private static List<String> inTransactionOf(DSLContext dsl) {
        return dsl.transactionResult(
                own -> own.dsl().select(AREA.NAME).from(AREA).fetch(AREA.NAME));
    }

    private List<String> everyName() {
        return sql.select(AREA.NAME).from(AREA).fetch(AREA.NAME);
    }

    private int insert(String tenant, String name) {
        return sql.insertInto(AREA)
                .set(AREA.TENANT_ID, tenant)
                .set(AREA.AREA_ID, UUID.randomUUID())
                .set(AREA.LEVEL, "commune")
                .set(AREA.CODE, "1")
                .set(AREA.NAME, name)
                .set(AREA.VALID_FROM, java.time.LocalDate.EPOCH)
                .execute();
    }

    private static <T> T transaction(java.util.function.Supplier<T> work) {
        @SuppressWarnings("unchecked")
        TransactionOperations<Connection> transactions = application.getBean(TransactionOperations.class);
        return transactions.executeWrite(status -> work.get());
    }

    /** The pool as Micronaut Data's transaction manager sees it. */
    @jakarta.inject.Singleton
    record BoundPool(DataSource proxy, io.micronaut.jdbc.DataSourceResolver resolver) {
        DataSource pool() {
            return resolver.resolve(proxy);
        }
    }
}
