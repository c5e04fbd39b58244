package vn.cotmoc.core.rulesets;

import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.actors.CurrentActor;
import vn.cotmoc.core.audit.Trail;
import vn.cotmoc.core.measure.Identifiers;
import vn.cotmoc.core.plans.PlanStore;
import vn.cotmoc.core.refusals.Collision;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.scoring.RuleSetStore;
import vn.cotmoc.core.scoring.ScoringEngine.EngineFailure;

/** Appends a choice of rules, with its reason, and keeps the rules as they are today. */
@Singleton
public class ChooseRules {

    private final RuleChoiceStore store;
    private final RuleChoiceView view;
    private final RuleSetStore kept;
    private final OfferedRules offered;
    private final PlanStore plans;
    private final Identifiers identifiers;
    private final Trail trail;
    private final CurrentActor actor;
    private final Clock clock;

    ChooseRules(
            RuleChoiceStore store,
            RuleChoiceView view,
            RuleSetStore kept,
            OfferedRules offered,
            PlanStore plans,
            Identifiers identifiers,
            Trail trail,
            CurrentActor actor,
            Clock clock) {
        this.store = store;
        this.view = view;
        this.kept = kept;
        this.offered = offered;
        this.plans = plans;
        this.identifiers = identifiers;
        this.trail = trail;
        this.actor = actor;
        this.clock = clock;
    }

    /**
     * @param plan null for all plans that have no choice of their own
     * @param expectedVersion the newest version the author has seen; 0 if there was none
     * @param ruleSet its id
     * @param pinned whether one version holds for good, whatever is released; what comes with the house always is
     * @param sha256 of the version to keep, one that was released by the first day; null for the one that then holds
     * @param validFrom the first day; by then the set must be offered
     */
    public record Command(
            @Nullable UUID plan,
            int expectedVersion,
            String ruleSet,
            boolean pinned,
            @Nullable String sha256,
            LocalDate validFrom,
            String reason) {}

    /**
     * @throws Refusal {@code unknown-plan}, {@code unknown-rule-set}; {@code rule-set-too-soon} before its first version holds; {@code
     *     unknown-rule-version} if that version was not released by then, {@code rule-version-followed} if it is named and not kept;
     *     {@code rules-changed} if there is another version than expected
     * @throws EngineFailure if the version to keep has no whole seal
     */
    @Transactional
    public RuleChoice choose(Command command) {
        UUID plan = command.plan();
        if (plan != null) {
            plans.require(plan);
        }
        LocalDate today = LocalDate.now(clock);
        LocalDate first = command.validFrom().isAfter(today) ? command.validFrom() : today;
        OfferedRules.Offered chosen = chosen(command, first);
        Optional<RuleChoice> was = view.all().newest(plan);
        int newest = was.map(RuleChoice::version).orElse(0);
        if (newest != command.expectedVersion()) {
            throw changed(newest);
        }
        kept.keep(chosen.ruleSet());
        RuleChoice choice = new RuleChoice(
                identifiers.next(),
                plan,
                newest + 1,
                chosen.ruleSet().sha256(),
                chosen.origin() == Origin.HOUSE || command.pinned()
                        ? null
                        : chosen.ruleSet().id(),
                command.validFrom(),
                command.reason(),
                clock.instant(),
                actor.username());
        try {
            RuleChoiceRow row = RuleChoiceRow.of(choice);
            store.save(row);
            trail.appended(choice.id(), was.map(RuleChoiceRow::of).orElse(null), row);
        } catch (DataAccessException failure) {
            throw Collision.caused(failure) ? changed(newest + 1) : failure;
        }
        return choice;
    }

    private OfferedRules.Offered chosen(Command command, LocalDate first) {
        OfferedRules.Offered then =
                offered.find(command.ruleSet(), first).orElseThrow(() -> notYet(command.ruleSet(), first));
        String sha256 = command.sha256();
        if (sha256 == null || sha256.equals(then.ruleSet().sha256())) {
            return then;
        }
        if (!command.pinned()) {
            throw Refusal.invalid("rule-version-followed", "/sha256", "ruleSet", command.ruleSet());
        }
        if (offered.of(command.ruleSet())
                .noneMatch(release ->
                        release.sha256().equals(sha256) && !release.validFrom().isAfter(first))) {
            throw Refusal.invalid("unknown-rule-version", "/sha256", "sha256", sha256);
        }
        return new OfferedRules.Offered(offered.pinned(sha256), then.origin());
    }

    private Refusal notYet(String ruleSet, LocalDate wanted) {
        return offered.of(ruleSet)
                .map(Release::validFrom)
                .filter(day -> day.isAfter(wanted))
                .min(LocalDate::compareTo)
                .map(day -> Refusal.invalid(
                        "rule-set-too-soon", "/validFrom", "ruleSet", ruleSet, "day", wanted, "first", day))
                .orElseGet(() -> Refusal.invalid("unknown-rule-set", "/ruleSet", "ruleSet", ruleSet));
    }

    private static Refusal changed(int newest) {
        return Refusal.stale("rules-changed", "version", newest);
    }
}
