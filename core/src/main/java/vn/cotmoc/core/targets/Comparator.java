package vn.cotmoc.core.targets;

import vn.cotmoc.core.measure.Coded;
import vn.cotmoc.core.measure.Language;

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
    RANK_AT_MOST;

    /** {@code hơn 11}: its words with the numbers as they are written. */
    public String said(Language language, String number, String high) {
        return switch (this) {
            case AT_LEAST, ALL_OF -> language.of("đạt ", "at least ") + number;
            case MORE_THAN -> language.of("hơn ", "more than ") + number;
            case AT_MOST -> language.of("không quá ", "at most ") + number;
            case LESS_THAN -> language.of("dưới ", "less than ") + number;
            case NEAR -> language.of("gần ", "nearly ") + number;
            case ABOUT -> language.of("khoảng ", "about ") + number;
            case RANGE -> number + " – " + high;
            case K_OF_N -> number + "/" + high;
            case NONE_LEFT -> language.of("không còn", "none left,");
            case INCREMENT -> language.of("thêm ", "another ") + number;
            case RANK_AT_MOST -> language.of("hạng tối đa ", "rank at most ") + number;
            case YES_NO -> language.of("có", "yes,");
            case BEFORE_DATE -> language.of("trước ngày đã định,", "before the set day,");
        };
    }
}
