package vn.cotmoc.core.rulesets;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All that a province released; answers which version of a set holds. */
public record Releases(List<Release> all) {

    private static final Comparator<Release> BY_FORCE =
            Comparator.comparing(Release::validFrom).thenComparing(Release::number);

    public Releases {
        all = List.copyOf(all);
    }

    /** Empty before the first one holds. */
    public Optional<Release> inForce(String ruleSet, LocalDate day) {
        return of(ruleSet).filter(release -> !release.validFrom().isAfter(day)).max(BY_FORCE);
    }

    /** The newest in the order in which they were released, whether it holds already or not. */
    public Optional<Release> newest(String ruleSet) {
        return of(ruleSet).max(Comparator.comparing(Release::number));
    }

    /** The one that holds after all others. */
    public Optional<Release> last(String ruleSet) {
        return of(ruleSet).max(BY_FORCE);
    }

    /** Of one set, oldest first. */
    public Stream<Release> of(String ruleSet) {
        return all.stream()
                .filter(release -> release.ruleSet().equals(ruleSet))
                .sorted(Comparator.comparing(Release::number));
    }

    /** The sets there are, by id. */
    public List<String> ruleSets() {
        return all.stream().map(Release::ruleSet).distinct().sorted().toList();
    }
}
