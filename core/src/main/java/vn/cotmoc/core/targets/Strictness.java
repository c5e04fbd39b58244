package vn.cotmoc.core.targets;

import vn.cotmoc.core.measure.Coded;

/** Binding, or to strive for (phấn đấu). */
public enum Strictness implements Coded {
    BINDING,
    ASPIRATIONAL
}
