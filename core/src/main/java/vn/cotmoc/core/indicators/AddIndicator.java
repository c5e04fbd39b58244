package vn.cotmoc.core.indicators;

import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import vn.cotmoc.core.refusals.Collision;
import vn.cotmoc.core.refusals.Refusal;

/** A province adds an indicator of its own, or adopts one of the national catalogue. */
@Singleton
public class AddIndicator {

    private final IndicatorStore store;
    private final CatalogueView catalogue;
    private final CheckIndicator check;

    AddIndicator(IndicatorStore store, CatalogueView catalogue, CheckIndicator check) {
        this.store = store;
        this.catalogue = catalogue;
        this.check = check;
    }

    /**
     * @throws Refusal {@code indicator-code}, {@code indicator-decimals}, {@code unknown-indicator}, {@code formula-cycle},
     *     {@code formula-zero}, {@code unknown-unit} or {@code unit-closed} for the one that leads it, {@code proxy-itself},
     *     {@code indicator-retired} or {@code proxy-cadence} for its proxy, {@code indicator-exists}
     */
    @Transactional
    public Indicator add(Indicator indicator) {
        check.hold(indicator);
        check.check(indicator);
        check.checkLead(indicator);
        check.checkProxy(indicator);
        if (store.find(indicator.code()).isPresent()) {
            throw exists(indicator);
        }
        try {
            store.add(indicator);
        } catch (DataAccessException failure) {
            throw Collision.caused(failure) ? exists(indicator) : failure;
        }
        return indicator;
    }

    /** @throws Refusal {@code unknown-national-indicator}, {@code indicator-exists}, {@code unknown-indicator} that it needs */
    @Transactional
    public Indicator adopt(String nationalCode) {
        return add(catalogue.require(nationalCode));
    }

    private static Refusal exists(Indicator indicator) {
        return Refusal.conflict("indicator-exists", "code", indicator.code());
    }
}
