package vn.cotmoc.core.rulesets;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.cotmoc.core.scoring.ReleaseSeals;
import vn.cotmoc.core.scoring.RuleOwner;
import vn.cotmoc.core.scoring.RuleReader;
import vn.cotmoc.core.scoring.RuleSet;
import vn.cotmoc.core.scoring.RuleSetView;
import vn.cotmoc.core.scoring.ScoringEngine.EngineFailure;
import vn.cotmoc.core.scoring.ShippedRules;
import vn.cotmoc.core.tenancy.CurrentTenant;
import vn.cotmoc.core.tenancy.TenantId;

/**
 * The rule sets that the bound province may choose: those that come with the house, those that the nation released, and those that it
 * released itself. In the nation's workspace they are the house's and its own. A release is believed while its seal is whole.
 */
@Singleton
public class OfferedRules {

    private static final Logger LOG = LoggerFactory.getLogger(OfferedRules.class);

    private final ShippedRules shipped;
    private final ReleaseView releases;
    private final NationalReleaseView national;
    private final SealStore seals;
    private final ReleaseSeals sealing;
    private final RuleSetView kept;
    private final RuleReader reader;
    private final CurrentTenant currentTenant;

    OfferedRules(
            ShippedRules shipped,
            ReleaseView releases,
            NationalReleaseView national,
            SealStore seals,
            ReleaseSeals sealing,
            RuleSetView kept,
            RuleReader reader,
            CurrentTenant currentTenant) {
        this.shipped = shipped;
        this.releases = releases;
        this.national = national;
        this.seals = seals;
        this.sealing = sealing;
        this.kept = kept;
        this.reader = reader;
        this.currentTenant = currentTenant;
    }

    /** One that may be chosen. */
    public record Offered(RuleSet ruleSet, Origin origin) {}

    /**
     * A release that is or was there to be chosen.
     *
     * @param whole whether its seal is: it scores nothing else
     */
    public record Released(Release release, Origin origin, boolean whole) {}

    /** As of the day, the house's default first. What is not believed is left out. */
    @Transactional(readOnly = true)
    public List<Offered> on(LocalDate day) {
        Map<Origin, Releases> released = released();
        return Stream.concat(
                        shipped.all().stream().map(ruleSet -> new Offered(ruleSet, Origin.HOUSE)),
                        Stream.of(Origin.NATION, Origin.PROVINCE).flatMap(origin -> {
                            Releases all = released.getOrDefault(origin, new Releases(List.of()));
                            return all.ruleSets().stream()
                                    .flatMap(id -> all.inForce(id, day).stream())
                                    .flatMap(release -> whole(release, origin).stream())
                                    .map(ruleSet -> new Offered(ruleSet, origin));
                        }))
                .toList();
    }

    @Transactional(readOnly = true)
    public Optional<Offered> find(String id, LocalDate day) {
        return on(day).stream().filter(one -> one.ruleSet().id().equals(id)).findFirst();
    }

    /** Every release, newest first. */
    @Transactional(readOnly = true)
    public List<Released> all() {
        return released().entrySet().stream()
                .flatMap(each -> each.getValue().all().stream()
                        .map(release -> new Released(
                                release,
                                each.getKey(),
                                whole(release, each.getKey()).isPresent())))
                .sorted((one, other) ->
                        other.release().id().compareTo(one.release().id()))
                .toList();
    }

    /** The releases of one set. */
    @Transactional(readOnly = true)
    public Stream<Release> of(String ruleSet) {
        return released().values().stream().flatMap(releases -> releases.of(ruleSet));
    }

    /** Whether what is stored of a release is what was released. */
    @Transactional(readOnly = true)
    public boolean isWhole(Release release) {
        return whole(release, originOf(release.ruleSet())).isPresent();
    }

    /** Of one that comes with the house, that the province scored by or released, or that the nation released; believed or not. */
    @Transactional(readOnly = true)
    public Optional<RuleSet> find(String sha256) {
        return read(sha256);
    }

    /** @throws EngineFailure if what is kept has another hash than the one that it is kept under, or cannot be read */
    private Optional<RuleSet> read(String sha256) {
        return shipped.all().stream()
                .filter(one -> one.sha256().equals(sha256))
                .findFirst()
                .or(() -> kept.model(sha256)
                        .or(() -> national.model(sha256))
                        .map(reader::read)
                        .map(ruleSet -> {
                            if (!ruleSet.sha256().equals(sha256)) {
                                throw new EngineFailure("The rule set kept as %s is %s: it was changed."
                                        .formatted(sha256, ruleSet.sha256()));
                            }
                            return ruleSet;
                        }));
    }

    /** Where a set is from. */
    @Transactional(readOnly = true)
    public Origin originOf(String ruleSet) {
        return released().entrySet().stream()
                .filter(each -> each.getValue().newest(ruleSet).isPresent())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(Origin.HOUSE);
    }

    /**
     * The version of a released set that holds on the day; empty before its first does.
     *
     * @throws EngineFailure if its seal is broken
     */
    @Transactional(readOnly = true)
    public Optional<RuleSet> released(String id, LocalDate day) {
        Map<Origin, Releases> released = released();
        return released.entrySet().stream()
                .flatMap(each ->
                        each.getValue().inForce(id, day).map(release -> require(release, each.getKey())).stream())
                .findFirst();
    }

    /** @throws EngineFailure if the house does not have it any more */
    @Transactional(readOnly = true)
    public RuleSet require(String sha256) {
        return find(sha256)
                .orElseThrow(() -> new EngineFailure("The rule set %s is not kept any more.".formatted(sha256)));
    }

    /**
     * For scoring by one version for good.
     *
     * @throws EngineFailure as {@link #require}; and if it was released, and no release of it has a whole seal
     */
    @Transactional(readOnly = true)
    public RuleSet pinned(String sha256) {
        RuleSet ruleSet = require(sha256);
        List<Map.Entry<Origin, Release>> releasedAs = released().entrySet().stream()
                .flatMap(each -> each.getValue().all().stream()
                        .filter(release -> release.sha256().equals(sha256))
                        .map(release -> Map.entry(each.getKey(), release)))
                .toList();
        if (!releasedAs.isEmpty()
                && releasedAs.stream()
                        .allMatch(one -> whole(one.getValue(), one.getKey()).isEmpty())) {
            throw broken(releasedAs.getFirst().getValue());
        }
        return ruleSet;
    }

    private Map<Origin, Releases> released() {
        return isNation()
                ? Map.of(Origin.NATION, releases.all())
                : Map.of(Origin.NATION, national.all(), Origin.PROVINCE, releases.all());
    }

    private RuleSet require(Release release, Origin origin) {
        return whole(release, origin).orElseThrow(() -> broken(release));
    }

    private static EngineFailure broken(Release release) {
        return new EngineFailure(
                "The seal of release %d of %s is not whole: what is stored is not what was released. Release it anew."
                        .formatted(release.number(), release.ruleSet()));
    }

    private Optional<RuleSet> whole(Release release, Origin origin) {
        RuleOwner owner = origin == Origin.NATION
                ? new RuleOwner.Nation()
                : new RuleOwner.Province(currentTenant.get().value());
        try {
            RuleSet ruleSet = read(release.sha256()).orElseThrow(() -> new EngineFailure("It is not kept any more."));
            if (sealing.isWhole(
                    owner, ruleSet, release.validFrom(), seals(origin).get(release.id()))) {
                return Optional.of(ruleSet);
            }
            LOG.error("The seal of release {} of {} ({}) is not whole.", release.number(), release.ruleSet(), owner);
        } catch (EngineFailure changed) {
            LOG.error("Release {} of {} ({}) cannot be read.", release.number(), release.ruleSet(), owner, changed);
        }
        return Optional.empty();
    }

    private Map<UUID, String> seals(Origin origin) {
        return origin == Origin.NATION && !isNation()
                ? national.seals()
                : seals.findAll().stream().collect(Collectors.toMap(SealRow::releaseId, SealRow::seal));
    }

    private boolean isNation() {
        return currentTenant.get().equals(TenantId.NATION);
    }
}
