package vn.cotmoc.tenants.boundary;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Optional;
import java.util.logging.Logger;
import javax.sql.DataSource;
import vn.cotmoc.core.tenancy.CurrentTenant;
import vn.cotmoc.core.tenancy.TenantId;

/**
 * Hands out connections whose every transaction begins by {@code set_tenant(<the bound province>)}. With no province bound
 * nothing is set, and row-level security shows and takes nothing.
 *
 * <p>Every way to a transaction – Micronaut Data's, jOOQ's, {@code dsl.transaction} – passes {@code setAutoCommit(false)}, so
 * that is the one place. The setting is local to the transaction: the pool cannot carry it over.
 *
 * <p>It is no {@code DelegatingDataSource} of Micronaut Data on purpose: that one is unwrapped by its transaction manager.
 */
final class ProvinceDataSource implements DataSource {

    private final DataSource pool;
    private final CurrentTenant currentTenant;

    ProvinceDataSource(DataSource pool, CurrentTenant currentTenant) {
        this.pool = pool;
        this.currentTenant = currentTenant;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return bindingEachTransaction(pool.getConnection());
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("Only the configured role may connect.");
    }

    private Connection bindingEachTransaction(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                ProvinceDataSource.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    if (arguments == null) {
                        return call(connection, method);
                    }
                    if (method.getName().equals("equals")) {
                        return proxy == arguments[0];
                    }
                    Object result = call(connection, method, arguments);
                    if (method.getName().equals("setAutoCommit") && Boolean.FALSE.equals(arguments[0])) {
                        bind(connection);
                    }
                    return result;
                });
    }

    private static Object call(Connection connection, Method method, Object... arguments) throws Throwable {
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    private void bind(Connection connection) throws SQLException {
        Optional<TenantId> tenant = currentTenant.find();
        if (tenant.isPresent()) {
            try (var statement = connection.prepareStatement("select set_tenant(?)")) {
                statement.setString(1, tenant.get().value());
                statement.execute();
            }
        }
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return pool.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        pool.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        pool.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return pool.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return pool.getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return type.isInstance(pool) ? type.cast(pool) : pool.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return type.isInstance(pool) || pool.isWrapperFor(type);
    }
}
