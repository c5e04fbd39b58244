package vn.cotmoc.core.provinces;

import vn.cotmoc.core.measure.Coded;

/** What a province's first rows are. */
public enum Beginning implements Coded {
    /** Its own area, the national catalogue's indicators, the default thresholds. */
    CATALOGUE,
    /** None; its administrator brings an archive of everything. */
    ARCHIVE
}
