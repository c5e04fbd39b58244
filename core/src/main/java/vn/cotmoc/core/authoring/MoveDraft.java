package vn.cotmoc.core.authoring;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.actors.CurrentActor;
import vn.cotmoc.core.plans.PlanView;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.rulesets.Release;
import vn.cotmoc.core.rulesets.ReleaseRules;
import vn.cotmoc.core.scoring.RuleSet;
import vn.cotmoc.core.scoring.ScoringEngine.EngineFailure;
import vn.cotmoc.core.scoring.TargetFacts;
import vn.cotmoc.core.scoring.TryRules;

/**
 * Takes a draft from one person to the next: its authors propose it once nothing blocks it and its test cases hold, somebody who
 * wrote nothing of it approves it once both engines agree on all that can be and on every plan, and it is released from a day on.
 */
@Singleton
public class MoveDraft {

    /** More than any province has at once. */
    private static final int MOST_PLANS = 200;

    private final DraftStore store;
    private final DraftView view;
    private final RuleWorkshop workshop;
    private final TryRules tryRules;
    private final PlanView plans;
    private final ReleaseRules releaseRules;
    private final CaseText cases;
    private final CurrentActor actor;
    private final Clock clock;

    MoveDraft(
            DraftStore store,
            DraftView view,
            RuleWorkshop workshop,
            TryRules tryRules,
            PlanView plans,
            ReleaseRules releaseRules,
            CaseText cases,
            CurrentActor actor,
            Clock clock) {
        this.store = store;
        this.view = view;
        this.workshop = workshop;
        this.tryRules = tryRules;
        this.plans = plans;
        this.releaseRules = releaseRules;
        this.cases = cases;
        this.actor = actor;
        this.clock = clock;
    }

    /** @param expectedVersion the draft's version that the actor has seen */
    public record Command(
            UUID draft, int expectedVersion, @Nullable String comment) {}

    /**
     * @throws Refusal {@code unknown-rule-draft}, {@code draft-changed}, {@code draft-step}; {@code draft-blocked} while a remark blocks
     *     it, {@code draft-cases} while a test case fails
     */
    @Transactional
    public Draft propose(Command command) {
        Draft draft = require(command, Set.of(DraftStatus.DRAFT));
        ready(draft);
        return move(draft, DraftStatus.PROPOSED, command.comment());
    }

    /**
     * Compiles what nobody compiled before, so it takes seconds.
     *
     * @throws Refusal as {@link #propose}; {@code draft-own} for whoever wrote or proposed it; {@code draft-engines} if the engines do
     *     not agree, {@code draft-compile} if its own cannot take it
     */
    public Draft approve(Command command) {
        Draft draft = require(command, Set.of(DraftStatus.PROPOSED));
        if (authors(draft).contains(actor.username())) {
            throw Refusal.conflict("draft-own", "by", actor.username());
        }
        rehearse(ready(draft));
        return move(draft, DraftStatus.APPROVED, command.comment());
    }

    /** To its authors. @throws Refusal as {@link #propose}; {@code draft-comment} */
    @Transactional
    public Draft giveBack(Command command) {
        Draft draft = require(command, Set.of(DraftStatus.PROPOSED, DraftStatus.APPROVED));
        if (command.comment() == null) {
            throw Refusal.invalid("draft-comment", "/comment");
        }
        return move(draft, DraftStatus.DRAFT, command.comment());
    }

    /** It stays readable. @throws Refusal as {@link #propose} */
    @Transactional
    public Draft withdraw(Command command) {
        Draft draft = require(command, Set.of(DraftStatus.DRAFT, DraftStatus.PROPOSED, DraftStatus.APPROVED));
        return move(draft, DraftStatus.WITHDRAWN, command.comment());
    }

    /**
     * @param validFrom the first day on which it holds for whoever follows the set
     * @throws Refusal as {@link #propose}
     */
    @Transactional
    public Release release(Command command, LocalDate validFrom, String reason) {
        Draft draft = require(command, Set.of(DraftStatus.APPROVED));
        RuleSet ruleSet = ready(draft);
        move(draft, DraftStatus.RELEASED, reason);
        return releaseRules.release(ruleSet, draft.id(), cases.write(text(draft).cases()), validFrom, reason);
    }

    private Draft require(Command command, Set<DraftStatus> from) {
        Draft draft = view.require(command.draft());
        if (draft.version() != command.expectedVersion()) {
            throw SaveDraft.changed(draft.version());
        }
        if (!from.contains(draft.status())) {
            throw Refusal.conflict("draft-step", "status", draft.status());
        }
        return draft;
    }

    private Draft.Revision text(Draft draft) {
        return view.revision(draft.id(), draft.revision());
    }

    /** The rule set that a draft is, once nothing is left to be done. */
    private RuleSet ready(Draft draft) {
        Draft.Revision text = text(draft);
        Review review = workshop.review(text.model());
        RuleSet ruleSet = review.ruleSet();
        if (ruleSet == null || review.isBlocked()) {
            throw Refusal.conflict("draft-blocked", "count", blocking(review));
        }
        String name = ruleSet.id();
        if (!name.equals(draft.ruleSet()) || !ruleSet.version().equals(draft.setVersion())) {
            throw Refusal.conflict(
                    "draft-named",
                    "name",
                    name,
                    "version",
                    ruleSet.version(),
                    "expected",
                    draft.ruleSet(),
                    "expectedVersion",
                    draft.setVersion());
        }
        List<String> failing = workshop.test(text.model(), text.cases()).results().stream()
                .filter(result -> !result.passed())
                .map(Tested.Result::id)
                .toList();
        if (!failing.isEmpty()) {
            throw Refusal.conflict("draft-cases", "count", failing.size(), "first", failing.getFirst());
        }
        return ruleSet;
    }

    private static long blocking(Review review) {
        return review.remarks().stream()
                .filter(remark -> remark.weight() == Remark.Weight.BLOCKS)
                .count();
    }

    /** Those who saved a text of it or proposed it; the first text is its opener's. */
    private Set<String> authors(Draft draft) {
        Set<String> authors = new HashSet<>(view.authors(draft.id()));
        view.steps(draft.id()).stream()
                .filter(step -> step.status() == DraftStatus.PROPOSED)
                .forEach(step -> authors.add(step.recordedBy()));
        return authors;
    }

    private void rehearse(RuleSet ruleSet) {
        List<TargetFacts> facts = new ArrayList<>(workshop.possible());
        for (PlanView.Line plan : plans.list(null, MOST_PLANS)) {
            facts.addAll(tryRules.facts(plan.id(), LocalDate.now(clock)));
        }
        try {
            tryRules.rehearse(ruleSet, facts).ifPresent(disagreement -> {
                throw Refusal.conflict(
                        "draft-engines",
                        "engine",
                        ruleSet.engine(),
                        "own",
                        disagreement.own().rating(),
                        "other",
                        disagreement.other().rating());
            });
        } catch (EngineFailure failure) {
            throw Refusal.conflict("draft-compile", "engine", ruleSet.engine());
        }
    }

    @Transactional
    Draft move(Draft draft, DraftStatus status, @Nullable String comment) {
        Draft moved = draft.at(status);
        if (!store.change(draft, moved)) {
            throw SaveDraft.changed(moved.version());
        }
        store.append(
                draft.id(),
                new Draft.Step(
                        view.steps(draft.id()).size() + 1,
                        status,
                        draft.revision(),
                        comment,
                        clock.instant().truncatedTo(ChronoUnit.MICROS),
                        actor.username()));
        return moved;
    }
}
