package vn.cotmoc.core.authoring;

import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.measure.Coded;

/**
 * The smallest thing in a model that two people can change apart.
 *
 * @param thing the id of the row, the alert or the test case, the code of the grade; null for the model itself
 * @param field {@code when/phase}, {@code rating}, {@code flags}, {@code vi}; of the model {@code hit}, {@code about/name/vi},
 *     {@code points/bonus}; of a test case
 *     {@code given/phase}; empty for all of the thing, that it is there, and in {@link Part#ORDER} the list whose order is meant
 */
public record Cell(Part part, @Nullable String thing, String field) {

    public enum Part implements Coded {
        MODEL,
        ROW,
        ALERT,
        GRADE,
        CASE,
        ORDER
    }
}
