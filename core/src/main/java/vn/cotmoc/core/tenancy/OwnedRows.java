package vn.cotmoc.core.tenancy;

import jakarta.inject.Singleton;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** The one bind of {@code tenant_id = ?} for hand-written queries; row-level security is only the net beneath it. */
@Singleton
public final class OwnedRows {

    private final CurrentTenant currentTenant;

    OwnedRows(CurrentTenant currentTenant) {
        this.currentTenant = currentTenant;
    }

    /** For the {@code tenant_id} of rows that are written by hand. */
    public String currentTenant() {
        return currentTenant.get().value();
    }

    public Condition ownedByCurrentTenant(Table<?> table) {
        Field<String> tenantId = table.field("tenant_id", String.class);
        if (tenantId == null) {
            throw new IllegalArgumentException("The table %s has no tenant_id.".formatted(table.getName()));
        }
        return tenantId.eq(DSL.val(currentTenant()));
    }
}
