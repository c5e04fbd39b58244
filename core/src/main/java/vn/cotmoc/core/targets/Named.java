package vn.cotmoc.core.targets;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entity that a target speaks of by name, e.g. {@code huyện Tam Đường}.
 *
 * @param area null where the province keeps no such area
 */
public record Named(String name, @Nullable UUID area) {}
