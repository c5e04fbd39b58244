package vn.cotmoc.core.indicators;

import vn.cotmoc.core.refusals.Refusal;

/** The current province's units, as far as indicators name them. */
public interface LeadUnits {

    /** @throws Refusal {@code unknown-unit}, {@code unit-closed}, at the given place */
    void requireOpen(String code, String at);
}
