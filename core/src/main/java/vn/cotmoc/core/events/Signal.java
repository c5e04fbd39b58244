package vn.cotmoc.core.events;

import java.util.List;
import java.util.UUID;
import vn.cotmoc.core.tenancy.TenantId;

/**
 * That something happened in a province. Whoever wants to know what binds the province and asks {@link EventView}.
 *
 * @param events their identifiers; some may have been told before
 */
public record Signal(TenantId province, List<UUID> events) {}
