package vn.cotmoc.core.scoring;

import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.indicators.Indicator;
import vn.cotmoc.core.targets.Revision;
import vn.cotmoc.core.targets.Target;

/**
 * A target as it stood on a day: its identity, the revision that is rated, its indicator, the name of its place and of the
 * unit it is sub-assigned to, if any.
 */
public record TargetLine(
        Target target,
        Revision revision,
        Indicator indicator,
        String areaName,
        @Nullable String unitName) {}
