package vn.cotmoc.core.checks;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;

/** Reads the province's settings; they are few, so all versions come at once. */
@Singleton
public class CheckView {

    private final CheckStore store;

    CheckView(CheckStore store) {
        this.store = store;
    }

    @Transactional(readOnly = true)
    public CheckSettings all() {
        return new CheckSettings(
                store.findAll().stream().map(CheckRow::toSetting).toList());
    }
}
