package vn.cotmoc.core.rulesets;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;

/** Reads the province's releases; they are few, so all come at once. */
@Singleton
public class ReleaseView {

    private final ReleaseStore store;

    ReleaseView(ReleaseStore store) {
        this.store = store;
    }

    @Transactional(readOnly = true)
    public Releases all() {
        return new Releases(store.findAll().stream().map(ReleaseRow::toRelease).toList());
    }
}
