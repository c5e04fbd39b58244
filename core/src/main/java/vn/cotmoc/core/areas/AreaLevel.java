package vn.cotmoc.core.areas;

import vn.cotmoc.core.measure.Coded;

/** The levels of administration; districts ended on 1 July 2025. */
public enum AreaLevel implements Coded {
    /** Tỉnh, thành phố: begun with its tenant, never added; what it was called before and what joined it ended. */
    PROVINCE(0),
    /** Huyện, quận, thị xã, thành phố thuộc tỉnh. */
    DISTRICT(1),
    /** Xã. */
    COMMUNE(2),
    /** Phường. */
    WARD(2),
    /** Đặc khu. */
    SPECIAL_ZONE(2);

    private final int depth;

    AreaLevel(int depth) {
        this.depth = depth;
    }

    boolean canLieIn(AreaLevel parent) {
        return parent.depth < depth;
    }
}
