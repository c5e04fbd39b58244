package vn.cotmoc.core.targets;

import vn.cotmoc.core.indicators.Direction;
import vn.cotmoc.core.indicators.MeasureKind;
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
    /** A place of at most X, of N where it is known how many are ranked. */
    RANK_AT_MOST;

    /** Whether numbers of this kind can be held against it. */
    public boolean fits(MeasureKind kind) {
        return switch (this) {
            case AT_LEAST, MORE_THAN, AT_MOST, LESS_THAN, NEAR, ABOUT, RANGE ->
                kind != MeasureKind.RANK && kind != MeasureKind.CONDITION;
            case NONE_LEFT, INCREMENT ->
                kind == MeasureKind.COUNT
                        || kind == MeasureKind.SHARE
                        || kind == MeasureKind.LEVEL
                        || kind == MeasureKind.FLOW;
            case ALL_OF -> kind == MeasureKind.COUNT || kind == MeasureKind.SHARE;
            case K_OF_N -> kind == MeasureKind.COUNT;
            case RANK_AT_MOST -> kind == MeasureKind.RANK;
            case YES_NO, BEFORE_DATE -> kind == MeasureKind.CONDITION;
        };
    }

    /** Whether just the amount is not enough, or too much already: hơn X, dưới X. */
    public boolean isStrict() {
        return this == MORE_THAN || this == LESS_THAN;
    }

    /** Whether a figure can miss it on either side. */
    public boolean hasTwoSides() {
        return this == RANGE || this == ABOUT;
    }

    /** A ceiling of what should rise, or a floor of what should fall: kept or not, but more of it is nothing better. */
    public boolean goesAgainst(Direction direction) {
        return switch (direction) {
            case HIGHER_IS_BETTER -> this == AT_MOST || this == LESS_THAN || this == NONE_LEFT;
            case LOWER_IS_BETTER ->
                switch (this) {
                    case AT_LEAST, MORE_THAN, NEAR, K_OF_N, ALL_OF, INCREMENT -> true;
                    case AT_MOST, LESS_THAN, ABOUT, RANGE, NONE_LEFT, BEFORE_DATE, YES_NO, RANK_AT_MOST -> false;
                };
            case NEUTRAL -> false;
        };
    }

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
            case RANK_AT_MOST ->
                language.of("hạng tối đa ", "rank at most ") + number + (high.isEmpty() ? "" : "/" + high);
            case YES_NO -> language.of("có", "yes,");
            case BEFORE_DATE -> language.of("trước ngày đã định,", "before the set day,");
        };
    }
}
