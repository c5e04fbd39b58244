package vn.cotmoc.core.checks;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.indicators.Indicator;

/** All versions that a province has. An indicator's own outranks the province's default, and that one the house's. */
public record CheckSettings(List<CheckSetting> versions) {

    public CheckSettings {
        versions = List.copyOf(versions);
    }

    /** Only an indicator's own setting can state bounds, for they are in its unit; otherwise its kind bounds it. */
    public Limits inForce(Indicator indicator, LocalDate day) {
        return newestBegun(indicator.code(), day)
                .map(CheckSetting::limits)
                .orElseGet(() -> newestBegun(null, day)
                        .map(CheckSetting::limits)
                        .orElse(Limits.OWN_DESIGN)
                        .within(indicator));
    }

    /** The newest version of the province's default (null) or of the indicator's own. */
    public Optional<CheckSetting> newest(@Nullable String indicator) {
        return versions.stream()
                .filter(setting -> Objects.equals(setting.indicator(), indicator))
                .max(Comparator.comparing(CheckSetting::version));
    }

    private Optional<CheckSetting> newestBegun(@Nullable String indicator, LocalDate day) {
        return versions.stream()
                .filter(setting -> Objects.equals(setting.indicator(), indicator)
                        && !setting.validFrom().isAfter(day))
                .max(Comparator.comparing(CheckSetting::validFrom).thenComparing(CheckSetting::version));
    }
}
