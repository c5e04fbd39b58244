package vn.cotmoc.tenants.boundary;

import io.micronaut.core.propagation.PropagatedContextElement;
import java.util.Optional;
import vn.cotmoc.core.tenancy.TenantId;

/**
 * For whom the running work is done. It travels with the work over threads, virtual ones too, and ends with it.
 *
 * @param username who acts
 * @param tenant the only one whose rows this work may touch: a province, or the nation's workspace; empty for the rest of the ministry,
 *     the platform and anonymous calls
 */
record Scope(String username, Optional<TenantId> tenant) implements PropagatedContextElement {}
