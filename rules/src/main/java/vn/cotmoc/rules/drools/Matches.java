package vn.cotmoc.rules.drools;

import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.scoring.TargetFacts;

/** Where emitted rules note that they matched; one for each call, used by one thread. Public for them alone. */
public final class Matches {

    private final Map<TargetFacts, Integer> first = new IdentityHashMap<>();

    /** @param row 1 is the table's first */
    public void add(TargetFacts facts, int row) {
        first.merge(facts, row, Math::min);
    }

    /** The first row in the table's order that matched; null if none did. */
    @Nullable
    Integer first(TargetFacts facts) {
        return first.get(facts);
    }
}
