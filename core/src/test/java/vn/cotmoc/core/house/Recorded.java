package vn.cotmoc.core.house;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.core.naming.NameResolver;
import io.micronaut.core.order.Ordered;
import jakarta.inject.Singleton;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.tenancy.CurrentTenant;

/**
 * Every statement that goes to the database by any pool, and which of our methods were at work. The pool {@code default} also
 * tells each of its transactions the bound province, as the boundary does in earnest.
 */
@Singleton
@Requires(property = House.PROPERTY)
public final class Recorded implements BeanCreatedEventListener<DataSource>, Ordered {

    /** @param callers like {@code vn.cotmoc.core.plans.PlanStore#find} */
    public record Executed(String pool, String sql, Set<String> callers) {}

    private final List<Executed> statements = new CopyOnWriteArrayList<>();
    private final CurrentTenant currentTenant;

    Recorded(CurrentTenant currentTenant) {
        this.currentTenant = currentTenant;
    }

    public List<Executed> statements() {
        return List.copyOf(statements);
    }

    @Override
    public DataSource onCreated(BeanCreatedEvent<DataSource> event) {
        String pool = event.getBeanDefinition() instanceof NameResolver named
                ? named.resolveName().orElse("default")
                : "default";
        DataSource dataSource = event.getBean();
        return proxy(DataSource.class, (proxy, method, arguments) -> {
            Object result = call(dataSource, method, arguments);
            return result instanceof Connection connection ? recording(pool, connection) : result;
        });
    }

    private Connection recording(String pool, Connection connection) {
        return proxy(Connection.class, (proxy, method, arguments) -> {
            if (method.getName().startsWith("prepare") && arguments != null) {
                record(pool, (String) arguments[0]);
            }
            Object result = call(connection, method, arguments);
            if (method.getName().equals("setAutoCommit")
                    && pool.equals("default")
                    && arguments != null
                    && Boolean.FALSE.equals(arguments[0])) {
                bind(connection);
            }
            return result instanceof Statement statement && !(statement instanceof PreparedStatement)
                    ? recording(pool, statement)
                    : result;
        });
    }

    private Statement recording(String pool, Statement statement) {
        return proxy(Statement.class, (proxy, method, arguments) -> {
            if (arguments != null && arguments[0] instanceof String sql) {
                record(pool, sql);
            }
            return call(statement, method, arguments);
        });
    }

    private void bind(Connection connection) throws SQLException {
        if (currentTenant.find().isPresent()) {
            try (var statement = connection.prepareStatement("select set_tenant(?)")) {
                statement.setString(1, currentTenant.get().value());
                statement.execute();
            }
        }
    }

    private void record(String pool, String sql) {
        Set<String> callers = StackWalker.getInstance()
                .walk(frames -> frames.filter(frame -> frame.getClassName().startsWith("vn.cotmoc.core."))
                        .map(frame -> written(frame.getClassName()) + "#" + frame.getMethodName())
                        .collect(Collectors.toSet()));
        statements.add(new Executed(pool, sql, callers));
    }

    /** The class as it was written: of {@code $PlanStore$Definition$Intercepted} it is {@code PlanStore}. */
    private static String written(String className) {
        int simple = className.lastIndexOf('.') + 1;
        String name = className.substring(simple);
        String withoutMark = name.startsWith("$") ? name.substring(1) : name;
        int generated = withoutMark.indexOf('$');
        return className.substring(0, simple) + (generated < 0 ? withoutMark : withoutMark.substring(0, generated));
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(Recorded.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }
}
