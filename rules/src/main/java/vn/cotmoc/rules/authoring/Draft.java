package vn.cotmoc.rules.authoring;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.scoring.Flag;
import vn.cotmoc.core.scoring.Rating;
import vn.cotmoc.rules.decisiontables.Condition;
import vn.cotmoc.rules.decisiontables.Fact;
import vn.cotmoc.rules.decisiontables.HitPolicy;

/**
 * What of a table and its alerts could be read.
 *
 * @param columns those that are known
 * @param whole whether every cell of the table was understood, so that something can be said of all of it
 */
record Draft(@Nullable HitPolicy hit, List<Fact> columns, List<Line> rows, List<Line> alerts, boolean whole) {

    /**
     * A row or an alert.
     *
     * @param at the pointer to it
     * @param rule its id, where it has one
     * @param when null where a cell was not understood
     * @param rating null of alerts, and where it was not understood
     */
    record Line(
            String at,
            @Nullable String rule,
            @Nullable Map<Fact, Condition.OneOf> when,
            @Nullable Rating rating,
            List<Flag> flags,
            @Nullable String vi,
            @Nullable String en) {

        /** How other remarks call it. */
        String name() {
            return rule == null ? at : rule;
        }

        boolean saysTheSameAs(Line other) {
            return rating == other.rating
                    && flags.equals(other.flags)
                    && vi != null
                    && vi.equals(other.vi)
                    && en != null
                    && en.equals(other.en);
        }
    }
}
