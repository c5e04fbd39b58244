package vn.cotmoc.tenants.boundary;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.core.naming.NameResolver;
import io.micronaut.core.order.Ordered;
import jakarta.inject.Singleton;
import javax.sql.DataSource;
import vn.cotmoc.core.tenancy.CurrentTenant;

/**
 * Puts {@link ProvinceDataSource} around the pool {@code default}, first of all listeners and so inside Micronaut Data's
 * proxy. The ministry's pool stays as it is: its role reads what is published, for no province.
 */
@Singleton
final class BindConnections implements BeanCreatedEventListener<DataSource>, Ordered {

    private final CurrentTenant currentTenant;

    BindConnections(CurrentTenant currentTenant) {
        this.currentTenant = currentTenant;
    }

    @Override
    public DataSource onCreated(BeanCreatedEvent<DataSource> event) {
        boolean ofProvinces = event.getBeanDefinition() instanceof NameResolver named
                && named.resolveName().filter("default"::equals).isPresent();
        return ofProvinces ? new ProvinceDataSource(event.getBean(), currentTenant) : event.getBean();
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }
}
