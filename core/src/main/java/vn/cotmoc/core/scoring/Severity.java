package vn.cotmoc.core.scoring;

import vn.cotmoc.core.measure.Coded;

/** How urgent a flag is. */
public enum Severity implements Coded {
    LOW,
    MEDIUM,
    HIGH
}
