package vn.cotmoc.core.targets;

import vn.cotmoc.core.measure.Coded;

/** The words of a target as a machine rule; the words themselves stay beside it. */
public enum Comparator implements Coded {
    /** đạt X. */
    AT_LEAST,
    /** hơn X, trên X. */
    MORE_THAN,
    /** xuống còn X. */
    AT_MOST,
    /** dưới X. */
    LESS_THAN,
    /** gần X: near it from below. */
    NEAR,
    /** khoảng X: about it. */
    ABOUT,
    /** X - Y: inside, or at least the lower end. */
    RANGE,
    /** k of n, such as 9/9. */
    K_OF_N,
    /** toàn bộ: all of them, amount 100 per cent. */
    ALL_OF,
    /** không còn: none left. */
    NONE_LEFT,
    /** có thêm X: on top of the baseline. */
    INCREMENT,
    /** trước ngày: by a date. */
    BEFORE_DATE,
    /** A condition that holds or does not. */
    YES_NO,
    /** A place of at most X. */
    RANK_AT_MOST
}
