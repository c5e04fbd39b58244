package vn.cotmoc.core.targets;

import vn.cotmoc.core.measure.Coded;

/** Who set the target; several may set one indicator at once. */
public enum Authority implements Coded {
    PARTY,
    COUNCIL,
    GOVERNMENT,
    COMMITTEE
}
