package vn.cotmoc.core.indicators;

import vn.cotmoc.core.measure.Coded;

/** In whose prices a value is stated; values in different prices are not comparable. */
public enum PriceBasis implements Coded {
    /** Not a value in money, or its source does not say. */
    NONE,
    /** Giá hiện hành. */
    CURRENT,
    /** Giá so sánh 2010. */
    CONSTANT_2010
}
