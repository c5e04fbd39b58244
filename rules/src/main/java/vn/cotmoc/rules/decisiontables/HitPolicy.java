package vn.cotmoc.rules.decisiontables;

import vn.cotmoc.core.measure.Coded;

/** What happens when several rows match. */
public enum HitPolicy implements Coded {
    /** The first one in the table's order decides; the others are silent. */
    FIRST,
    /**
     * All of them speak, in the table's order: the worst of their ratings holds, all their flags are raised, and of one that several
     * raise the most severe.
     */
    COLLECT
}
