package vn.cotmoc.core.thresholds;

import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whose cut points they are. Each outranks those above it: the nation's, the province's, an indicator's, its own in one place. */
public sealed interface Scope {

    /** Every province's that has none of its own. */
    record Nation() implements Scope {}

    /** The province's default. */
    record Province() implements Scope {}

    /** One indicator's. */
    record Indicator(String indicator) implements Scope {}

    /** One indicator's in one place. */
    record Place(String indicator, UUID area) implements Scope {}

    Nation NATION = new Nation();
    Province PROVINCE = new Province();

    /** The nation's, the province's, then indicators' own by code, each before its own in places. */
    Comparator<Scope> IN_ORDER = Comparator.comparing(scope -> switch (scope) {
        case Nation _ -> "";
        case Province _ -> " ";
        case Indicator own -> own.indicator() + " ";
        case Place own -> own.indicator() + " " + own.area();
    });

    /**
     * A province's own.
     *
     * @param indicator null for its default
     * @param area null for everywhere; a place needs an indicator
     */
    static Scope own(@Nullable String indicator, @Nullable UUID area) {
        if (indicator == null) {
            return PROVINCE;
        }
        return area == null ? new Indicator(indicator) : new Place(indicator, area);
    }

    /** Null unless they are for one indicator. */
    default @Nullable String indicator() {
        return null;
    }

    /** Null unless they are for one place. */
    default @Nullable UUID area() {
        return null;
    }
}
