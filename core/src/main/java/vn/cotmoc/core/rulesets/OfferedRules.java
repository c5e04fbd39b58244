package vn.cotmoc.core.rulesets;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.cotmoc.core.scoring.RuleSet;
import vn.cotmoc.core.scoring.RulesOfRuns;
import vn.cotmoc.core.scoring.ScoringEngine.EngineFailure;
import vn.cotmoc.core.scoring.ShippedRules;

/** The rule sets that the bound province may choose: those that come with the house, and those that it released itself. */
@Singleton
public class OfferedRules {

    private final ShippedRules shipped;
    private final ReleaseView releases;
    private final RulesOfRuns kept;

    OfferedRules(ShippedRules shipped, ReleaseView releases, RulesOfRuns kept) {
        this.shipped = shipped;
        this.releases = releases;
        this.kept = kept;
    }

    /**
     * One that may be chosen.
     *
     * @param own whether the province released it; then whoever chooses it follows its releases
     */
    public record Offered(RuleSet ruleSet, boolean own) {}

    /** As of the day, the house's default first. */
    @Transactional(readOnly = true)
    public List<Offered> on(LocalDate day) {
        Releases all = releases.all();
        return Stream.concat(
                        shipped.all().stream().map(ruleSet -> new Offered(ruleSet, false)),
                        all.ruleSets().stream()
                                .flatMap(id -> all.inForce(id, day).stream())
                                .map(release -> new Offered(require(release.sha256()), true)))
                .toList();
    }

    @Transactional(readOnly = true)
    public Optional<Offered> find(String id, LocalDate day) {
        return on(day).stream().filter(one -> one.ruleSet().id().equals(id)).findFirst();
    }

    /** Of one that comes with the house, or that the province scored by or released. */
    @Transactional(readOnly = true)
    public Optional<RuleSet> find(String sha256) {
        return kept.find(sha256);
    }

    /** Whether the province released a set of that id. */
    @Transactional(readOnly = true)
    public boolean isOwn(String id) {
        return releases.all().newest(id).isPresent();
    }

    /** The version of a set of the province's own that holds on the day; empty before its first does. */
    @Transactional(readOnly = true)
    public Optional<RuleSet> released(String id, LocalDate day) {
        return releases.all().inForce(id, day).map(release -> require(release.sha256()));
    }

    /** @throws EngineFailure if the house does not have it any more */
    @Transactional(readOnly = true)
    public RuleSet require(String sha256) {
        return find(sha256)
                .orElseThrow(() -> new EngineFailure("The rule set %s is not kept any more.".formatted(sha256)));
    }
}
