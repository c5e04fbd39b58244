package vn.cotmoc.core.rollups;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.cotmoc.core.scoring.Assessment;
import vn.cotmoc.core.scoring.Explanation;

/**
 * A plan as a whole, by groups of indicators and by places. It follows from the records alone, so a stored run has the one it had:
 * nothing more is stored.
 *
 * @param groups in the order of their codes
 * @param places in the order of their names
 */
public record RollUps(RollUp plan, List<OfGroup> groups, List<OfPlace> places) {

    public record OfGroup(String group, RollUp rollUp) {}

    public record OfPlace(UUID id, String name, RollUp rollUp) {}

    public static RollUps of(Assessment assessment) {
        List<Explanation> targets = assessment.targets();
        return new RollUps(
                RollUp.of(targets),
                by(targets, target -> target.indicator().group()).entrySet().stream()
                        .map(group -> new OfGroup(group.getKey(), RollUp.of(group.getValue())))
                        .toList(),
                by(targets, target -> target.area().id()).values().stream()
                        .map(RollUps::place)
                        .sorted(Comparator.comparing(OfPlace::name).thenComparing(OfPlace::id))
                        .toList());
    }

    private static OfPlace place(List<Explanation> targets) {
        Explanation.Place place = targets.getFirst().area();
        return new OfPlace(place.id(), place.name(), RollUp.of(targets));
    }

    private static <K> Map<K, List<Explanation>> by(List<Explanation> targets, Function<Explanation, K> key) {
        return targets.stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()));
    }
}
