package vn.cotmoc.core.thresholds;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the province's thresholds and the nation's; they are few, so all versions come at once. */
@Singleton
public class ThresholdView {

    private final ThresholdStore store;
    private final NationalThresholdStore national;

    ThresholdView(ThresholdStore store, NationalThresholdStore national) {
        this.store = store;
        this.national = national;
    }

    @Transactional(readOnly = true)
    public Thresholds all() {
        List<Threshold> ofNation = national.all();
        Set<UUID> here = new HashSet<>();
        ofNation.forEach(threshold -> here.add(threshold.id()));
        Map<Boolean, List<Threshold>> kept = store.findAll().stream()
                .map(ThresholdRow::toThreshold)
                .collect(Collectors.partitioningBy(threshold -> threshold.scope() instanceof Scope.Nation));
        return new Thresholds(
                Stream.concat(ofNation.stream(), kept.getOrDefault(false, List.of()).stream())
                        .toList(),
                kept.getOrDefault(true, List.of()).stream()
                        .filter(copy -> !here.contains(copy.id()))
                        .toList());
    }
}
