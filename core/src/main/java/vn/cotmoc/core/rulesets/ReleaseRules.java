package vn.cotmoc.core.rulesets;

import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.actors.CurrentActor;
import vn.cotmoc.core.audit.Trail;
import vn.cotmoc.core.measure.Identifiers;
import vn.cotmoc.core.refusals.Collision;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.scoring.ReleaseSeals;
import vn.cotmoc.core.scoring.RuleOwner;
import vn.cotmoc.core.scoring.RuleSet;
import vn.cotmoc.core.scoring.RuleSetStore;
import vn.cotmoc.core.scoring.ScoringEngine.EngineFailure;
import vn.cotmoc.core.tenancy.CurrentTenant;
import vn.cotmoc.core.tenancy.TenantId;

/** Lets a version of a rule set hold from a day on: one that two people made, or an earlier one again. */
@Singleton
public class ReleaseRules {

    private final ReleaseStore store;
    private final ReleaseView view;
    private final SealStore seals;
    private final ReleaseSeals sealing;
    private final NationalReleaseStore national;
    private final OfferedRules offered;
    private final RuleSetStore kept;
    private final Identifiers identifiers;
    private final Trail trail;
    private final CurrentTenant currentTenant;
    private final CurrentActor actor;
    private final Clock clock;

    ReleaseRules(
            ReleaseStore store,
            ReleaseView view,
            SealStore seals,
            ReleaseSeals sealing,
            NationalReleaseStore national,
            OfferedRules offered,
            RuleSetStore kept,
            Identifiers identifiers,
            Trail trail,
            CurrentTenant currentTenant,
            CurrentActor actor,
            Clock clock) {
        this.store = store;
        this.view = view;
        this.seals = seals;
        this.sealing = sealing;
        this.national = national;
        this.offered = offered;
        this.kept = kept;
        this.identifiers = identifiers;
        this.trail = trail;
        this.currentTenant = currentTenant;
        this.actor = actor;
        this.clock = clock;
    }

    /**
     * For whoever has seen to it that two people agreed and both engines do.
     *
     * @param draft what it was written as
     * @param cases its test cases, a JSON array: provinces that extend a set of the nation take them along
     * @throws Refusal {@code release-too-soon} for the nation's, which hold from the next day at the earliest, so that every province
     *     sees before what it changes
     */
    @Transactional
    public Release release(RuleSet ruleSet, UUID draft, String cases, LocalDate validFrom, String reason) {
        kept.keep(ruleSet);
        return save(ruleSet, newest(ruleSet.id()) + 1, validFrom, draft, cases, reason);
    }

    /**
     * @param ruleSet the id of a set that the province released
     * @param expectedNumber the newest release that the author has seen
     * @param sha256 of one of its versions
     */
    public record Command(String ruleSet, int expectedNumber, String sha256, LocalDate validFrom, String reason) {}

    /**
     * Releases an earlier version again, from a day on which no other release takes over: it holds then, and on all days after.
     *
     * @throws Refusal {@code unknown-rule-release}, {@code unknown-rule-version}, {@code release-too-soon}; {@code roll-back-outranked} by
     *     a release that holds from a later day; {@code roll-back-same} if that version holds anyway; {@code release-changed} if there is
     *     another release than expected
     * @throws EngineFailure if the seal of that version is broken
     */
    @Transactional
    public Release rollBack(Command command) {
        Releases all = view.all();
        int newest = all.newest(command.ruleSet())
                .orElseThrow(() -> Refusal.unknown("unknown-rule-release", "ruleSet", command.ruleSet()))
                .number();
        if (newest != command.expectedNumber()) {
            throw changed(newest);
        }
        Release earlier = all.of(command.ruleSet())
                .filter(release -> release.sha256().equals(command.sha256()))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("unknown-rule-version", "/sha256", "sha256", command.sha256()));
        requireTime(command.validFrom());
        Release last = all.last(command.ruleSet()).orElseThrow();
        if (last.validFrom().isAfter(command.validFrom())) {
            throw Refusal.invalid(
                    "roll-back-outranked",
                    "/validFrom",
                    "day",
                    command.validFrom(),
                    "version",
                    last.setVersion(),
                    "first",
                    last.validFrom());
        }
        RuleSet again = offered.pinned(earlier.sha256());
        if (last.sha256().equals(command.sha256()) && offered.isWhole(last)) {
            throw Refusal.invalid("roll-back-same", "/sha256", "version", last.setVersion(), "first", last.validFrom());
        }
        return save(again, newest + 1, command.validFrom(), null, null, command.reason());
    }

    private int newest(String ruleSet) {
        return view.all().newest(ruleSet).map(Release::number).orElse(0);
    }

    private Release save(
            RuleSet ruleSet,
            int number,
            LocalDate validFrom,
            @Nullable UUID draft,
            @Nullable String cases,
            String reason) {
        requireTime(validFrom);
        Release release = new Release(
                identifiers.next(),
                ruleSet.id(),
                number,
                ruleSet.version(),
                ruleSet.sha256(),
                validFrom,
                draft,
                reason,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                actor.username());
        try {
            ReleaseRow row = ReleaseRow.of(release);
            store.save(row);
            trail.added(release.id(), row);
        } catch (DataAccessException failure) {
            throw Collision.caused(failure) ? changed(number) : failure;
        }
        String seal = seal(release, ruleSet);
        if (isNation()) {
            national.add(release, ruleSet, cases, seal);
        }
        return release;
    }

    private void requireTime(LocalDate validFrom) {
        LocalDate tomorrow = LocalDate.now(clock).plusDays(1);
        if (isNation() && validFrom.isBefore(tomorrow)) {
            throw Refusal.invalid("release-too-soon", "/validFrom", "day", validFrom, "first", tomorrow);
        }
    }

    private String seal(Release release, RuleSet ruleSet) {
        RuleOwner owner = isNation()
                ? new RuleOwner.Nation()
                : new RuleOwner.Province(currentTenant.get().value());
        String seal = sealing.seal(owner, ruleSet, release.validFrom());
        seals.save(new SealRow(null, release.id(), seal, release.recordedAt()));
        return seal;
    }

    private boolean isNation() {
        return currentTenant.get().equals(TenantId.NATION);
    }

    /** Of releases that came with an archive, for which whoever imported it vouches: the archive's seals were another's. */
    @Transactional
    public void sealImported() {
        view.all().all().forEach(release -> seal(release, offered.require(release.sha256())));
    }

    private static Refusal changed(int newest) {
        return Refusal.stale("release-changed", "version", newest);
    }
}
