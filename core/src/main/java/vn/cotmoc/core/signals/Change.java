package vn.cotmoc.core.signals;

import vn.cotmoc.core.measure.Coded;

/** Whether the newest figure of a target's period is far from history, by the limits that figures are checked by. */
public enum Change implements Coded {
    USUAL,
    JUMP
}
