package vn.cotmoc.core.instruments;

import vn.cotmoc.core.refusals.Refusal;

/** Decisions that take the day of the paper that decided them; {@code plans} and {@code targets} fill it. */
public interface Dated {

    /**
     * Gives those that took the paper's day the right one; a decision of another day stays as it is.
     *
     * @throws Refusal {@code redated-before}, {@code redated-steps} if a target's decisions, or a plan's steps, would no longer follow
     *     each other
     */
    void redate(Instrument was, Instrument right, String reason);
}
