package vn.cotmoc.core.thresholds;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;

/** Reads the province's thresholds; they are few, so all versions come at once. */
@Singleton
public class ThresholdView {

    private final ThresholdStore store;

    ThresholdView(ThresholdStore store) {
        this.store = store;
    }

    @Transactional(readOnly = true)
    public Thresholds all() {
        return new Thresholds(
                store.findAll().stream().map(ThresholdRow::toThreshold).toList());
    }
}
