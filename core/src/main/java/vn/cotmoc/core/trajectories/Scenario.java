package vn.cotmoc.core.trajectories;

import vn.cotmoc.core.measure.Coded;

/** Kịch bản: how well things go. Only the base one rates; the others make the band around it. */
public enum Scenario implements Coded {
    LOW,
    BASE,
    HIGH
}
