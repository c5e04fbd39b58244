package vn.cotmoc.core.areas;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.periods.Calendar;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.refusals.Refusal;

/** Every area that a province has or had, at hand for work that asks of many; a province has some hundreds. */
public final class Atlas {

    private final Map<UUID, Area> areas = new HashMap<>();
    private final Map<UUID, List<Area>> inside;
    private final @Nullable Area province;

    Atlas(List<Area> areas) {
        areas.forEach(area -> this.areas.put(area.id(), area));
        this.inside = areas.stream()
                .filter(area -> !area.isProvince() && !area.isFormerProvince())
                .collect(Collectors.groupingBy(Area::requireParent));
        this.province = areas.stream().filter(Area::isProvince).findFirst().orElse(null);
    }

    /**
     * The given area, or the province itself where none is given, if it was there on a day of the period at least.
     *
     * @throws Refusal {@code unknown-area}, {@code area-not-yet} or {@code area-not-valid}, at the given place
     */
    public UUID resolveDuring(@Nullable UUID area, Period period, Calendar calendar, String at) {
        Area found = area == null ? province : areas.get(area);
        if (found == null) {
            throw Refusal.invalid("unknown-area", at, "area", area == null ? "" : area);
        }
        found.requireDuring(period, calendar, at);
        return found.id();
    }

    /** What the area lies in; null for the province itself. */
    public @Nullable UUID around(UUID area) {
        Area found = areas.get(area);
        return found == null ? null : found.parent();
    }

    /** The areas right inside another on a day. */
    public List<UUID> inside(UUID whole, LocalDate on) {
        return inside.getOrDefault(whole, List.of()).stream()
                .filter(part -> part.isThereOn(on))
                .map(Area::id)
                .toList();
    }
}
