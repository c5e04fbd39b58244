package vn.cotmoc.core.scoring;

import vn.cotmoc.core.measure.Coded;

/** What a target's state is called. */
public enum Rating implements Coded {
    /** Vượt. */
    EXCEEDED,
    /** Đạt. */
    MET,
    /** Xấp xỉ đạt. */
    NEARLY_MET,
    /** Không đạt. */
    MISSED,
    /** Đúng tiến độ. */
    ON_TRACK,
    /** Chậm tiến độ. */
    BEHIND,
    /** Có nguy cơ không đạt. */
    AT_RISK,
    /** Chưa đủ số liệu. */
    INSUFFICIENT_DATA
}
