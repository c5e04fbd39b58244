package vn.cotmoc.core.scoring;

import vn.cotmoc.core.indicators.Indicator;
import vn.cotmoc.core.targets.Revision;
import vn.cotmoc.core.targets.Target;

/** A target as it stood on a day: its identity, the revision in force, its indicator and the name of its place. */
public record TargetLine(Target target, Revision revision, Indicator indicator, String areaName) {}
