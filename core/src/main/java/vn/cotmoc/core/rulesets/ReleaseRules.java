package vn.cotmoc.core.rulesets;

import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.actors.CurrentActor;
import vn.cotmoc.core.audit.Trail;
import vn.cotmoc.core.measure.Identifiers;
import vn.cotmoc.core.refusals.Collision;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.scoring.RuleSet;
import vn.cotmoc.core.scoring.RuleSetStore;

/** Lets a version of a rule set hold from a day on: one that two people made, or an earlier one again. */
@Singleton
public class ReleaseRules {

    private final ReleaseStore store;
    private final ReleaseView view;
    private final RuleSetStore kept;
    private final Identifiers identifiers;
    private final Trail trail;
    private final CurrentActor actor;
    private final Clock clock;

    ReleaseRules(
            ReleaseStore store,
            ReleaseView view,
            RuleSetStore kept,
            Identifiers identifiers,
            Trail trail,
            CurrentActor actor,
            Clock clock) {
        this.store = store;
        this.view = view;
        this.kept = kept;
        this.identifiers = identifiers;
        this.trail = trail;
        this.actor = actor;
        this.clock = clock;
    }

    /**
     * For whoever has seen to it that two people agreed and both engines do.
     *
     * @param draft what it was written as
     */
    @Transactional
    public Release release(RuleSet ruleSet, UUID draft, LocalDate validFrom, String reason) {
        kept.keep(ruleSet);
        int newest = newest(ruleSet.id());
        return save(ruleSet.id(), newest + 1, ruleSet.version(), ruleSet.sha256(), validFrom, draft, reason);
    }

    /**
     * @param ruleSet the id of a set that the province released
     * @param expectedNumber the newest release that the author has seen
     * @param sha256 of one of its versions
     */
    public record Command(String ruleSet, int expectedNumber, String sha256, LocalDate validFrom, String reason) {}

    /**
     * Releases an earlier version again.
     *
     * @throws Refusal {@code unknown-rule-release}, {@code unknown-rule-version}; {@code release-changed} if there is another release
     *     than expected
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
        return save(
                command.ruleSet(),
                newest + 1,
                earlier.setVersion(),
                earlier.sha256(),
                command.validFrom(),
                null,
                command.reason());
    }

    private int newest(String ruleSet) {
        return view.all().newest(ruleSet).map(Release::number).orElse(0);
    }

    private Release save(
            String ruleSet,
            int number,
            String setVersion,
            String sha256,
            LocalDate validFrom,
            @Nullable UUID draft,
            String reason) {
        Release release = new Release(
                identifiers.next(),
                ruleSet,
                number,
                setVersion,
                sha256,
                validFrom,
                draft,
                reason,
                clock.instant(),
                actor.username());
        try {
            ReleaseRow row = ReleaseRow.of(release);
            store.save(row);
            trail.added(release.id(), row);
        } catch (DataAccessException failure) {
            throw Collision.caused(failure) ? changed(number) : failure;
        }
        return release;
    }

    private static Refusal changed(int newest) {
        return Refusal.stale("release-changed", "version", newest);
    }
}
