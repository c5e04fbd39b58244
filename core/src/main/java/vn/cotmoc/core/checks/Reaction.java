package vn.cotmoc.core.checks;

import vn.cotmoc.core.measure.Coded;

/** What a check does with a figure that fails it. */
public enum Reaction implements Coded {
    /** It is not made. */
    OFF,
    /** The figure is stored together with the warning. */
    WARN,
    /** The figure is refused. */
    BLOCK
}
