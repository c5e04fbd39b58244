package vn.cotmoc.core.indicators;

import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;
import vn.cotmoc.core.refusals.Collision;
import vn.cotmoc.core.refusals.Refusal;

/** A province adds an indicator of its own. */
@Singleton
public class AddIndicator {

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{1,59}");

    private final IndicatorStore store;

    AddIndicator(IndicatorStore store) {
        this.store = store;
    }

    /** @throws Refusal {@code indicator-code}, {@code indicator-decimals} or {@code indicator-exists} */
    @Transactional
    public Indicator add(Indicator indicator) {
        if (!CODE.matcher(indicator.code()).matches()) {
            throw Refusal.invalid("indicator-code", "/code", "code", indicator.code());
        }
        if (indicator.decimals() < 0 || indicator.decimals() > 6) {
            throw Refusal.invalid("indicator-decimals", "/decimals", "decimals", indicator.decimals());
        }
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

    private static Refusal exists(Indicator indicator) {
        return Refusal.conflict("indicator-exists", "code", indicator.code());
    }
}
