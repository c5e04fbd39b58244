package vn.cotmoc.core.tenancy;

import java.util.function.Supplier;

/** Binds a province that a stored row names (a job's, an opening's), never one that a request names. */
public interface TenantScope {

    <T> T within(TenantId tenant, Supplier<T> work);
}
