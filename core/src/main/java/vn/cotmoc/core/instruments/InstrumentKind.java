package vn.cotmoc.core.instruments;

import vn.cotmoc.core.measure.Coded;

/** What kind of paper it is. */
public enum InstrumentKind implements Coded {
    /** Nghị quyết. */
    RESOLUTION,
    /** Quyết định. */
    DECISION,
    /** Chỉ thị. */
    DIRECTIVE,
    /** Kế hoạch. */
    PLAN,
    /** Báo cáo. */
    REPORT,
    OTHER
}
