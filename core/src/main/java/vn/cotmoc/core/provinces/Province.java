package vn.cotmoc.core.provinces;

import java.time.Instant;
import vn.cotmoc.core.tenancy.TenantId;

/**
 * A province whose plans are kept here. It never changes: an official code that is re-used later stays the one of its opening.
 *
 * @param code official code at the time of opening, e.g. {@code 10}
 * @param simulated generated data, never to be compared with a real province
 */
public record Province(TenantId id, String name, String nameEn, String code, boolean simulated, Instant openedAt) {}
