package vn.cotmoc.rules.drools;

import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.Map;
import vn.cotmoc.core.scoring.TargetFacts;

/** Where emitted rules note that they matched; one for each call, used by one thread. Public for them alone. */
public final class Matches {

    private static final BitSet NONE = new BitSet();

    private final Map<TargetFacts, BitSet> matched = new IdentityHashMap<>();

    /** @param rule 1 is the table's first row; the alerts follow its last */
    public void add(TargetFacts facts, int rule) {
        matched.computeIfAbsent(facts, first -> new BitSet()).set(rule);
    }

    /** The numbers of all that matched; empty if none did. */
    BitSet of(TargetFacts facts) {
        return matched.getOrDefault(facts, NONE);
    }
}
