package vn.cotmoc.core.scoring;

import io.micronaut.serde.ObjectMapper;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.actors.CurrentActor;
import vn.cotmoc.core.audit.Trail;
import vn.cotmoc.core.measure.Identifiers;
import vn.cotmoc.core.plans.PlanStore;
import vn.cotmoc.core.refusals.Refusal;

/** Assesses a plan as of a day and stores the run with the record of every finding and the rules it was made by. */
@Singleton
public class ScorePlan {

    private final AssessPlan assessPlan;
    private final PlanStore plans;
    private final ScorecardView stored;
    private final ScorecardStore scorecards;
    private final RuleSets ruleSets;
    private final RuleSetStore keptRules;
    private final FindingStore findings;
    private final AfterRun afterRun;
    private final Identifiers identifiers;
    private final Trail trail;
    private final CurrentActor actor;
    private final Clock clock;
    private final ObjectMapper json;

    ScorePlan(
            AssessPlan assessPlan,
            PlanStore plans,
            ScorecardView stored,
            ScorecardStore scorecards,
            RuleSets ruleSets,
            RuleSetStore keptRules,
            FindingStore findings,
            AfterRun afterRun,
            Identifiers identifiers,
            Trail trail,
            CurrentActor actor,
            Clock clock,
            ObjectMapper json) {
        this.assessPlan = assessPlan;
        this.plans = plans;
        this.stored = stored;
        this.scorecards = scorecards;
        this.ruleSets = ruleSets;
        this.keptRules = keptRules;
        this.findings = findings;
        this.afterRun = afterRun;
        this.identifiers = identifiers;
        this.trail = trail;
        this.actor = actor;
        this.clock = clock;
        this.json = json;
    }

    /** @throws Refusal {@code unknown-plan}, {@code no-threshold} */
    @Transactional
    public Scorecard score(UUID plan, LocalDate asOf, Aims aims) {
        RuleSet rules = ruleSets.inForce(plan, asOf);
        return store(rules, assessPlan.assessBy(rules, plan, asOf, aims), null);
    }

    /** That nothing a score depends on changed since a run by current targets but figures of these indicators. */
    public record Since(UUID scorecard, Set<String> indicators) {}

    /**
     * The run that says how a plan stands by its current targets.
     *
     * @param rules by which, the hash of their set
     */
    public record Kept(UUID scorecard, String rules) {}

    /**
     * Scores a plan for the house itself, by its current targets. Two at once wait for each other, and what the newest run of
     * that day says already is not stored again.
     *
     * @param cause what made it, in one word
     * @param since what changed since which run; null if anything may have
     * @throws Refusal {@code unknown-plan}, {@code no-threshold}
     */
    @Transactional
    public Kept keep(UUID plan, LocalDate asOf, String cause, @Nullable Since since) {
        plans.take(plan);
        RuleSet rules = ruleSets.inForce(plan, asOf);
        Assessment assessment = Optional.ofNullable(since)
                .map(Since::scorecard)
                .map(stored::require)
                .map(Scorecard::assessment)
                .filter(run -> run.asOf().equals(asOf))
                .map(run -> assessPlan.reassess(
                        rules, run, Objects.requireNonNull(since).indicators()))
                .orElseGet(() -> assessPlan.assessBy(rules, plan, asOf, Aims.CURRENT));
        Map<UUID, String> records =
                assessment.targets().stream().collect(Collectors.toMap(Explanation::id, this::write));
        UUID scorecard = stored.newestOf(plan, asOf)
                .filter(newest -> newest.records().equals(records))
                .map(ScorecardView.Records::scorecard)
                .orElseGet(() -> store(rules, assessment, cause).id());
        return new Kept(scorecard, rules.sha256());
    }

    private Scorecard store(RuleSet rules, Assessment assessment, @Nullable String cause) {
        Scorecard scorecard = new Scorecard(identifiers.next(), clock.instant(), actor.username(), assessment);
        ScorecardRow row = new ScorecardRow(
                null,
                scorecard.id(),
                assessment.plan().id(),
                assessment.asOf(),
                assessment.ruleSet().id(),
                assessment.ruleSet().version(),
                assessment.ruleSet().sha256(),
                assessment.engine().name(),
                assessment.engine().version(),
                scorecard.recordedAt(),
                scorecard.recordedBy(),
                assessment.aims().code(),
                cause);
        keptRules.keep(rules);
        scorecards.save(row);
        trail.added(scorecard.id(), row);
        findings.saveAll(assessment.targets().stream()
                .map(explanation -> row(scorecard.id(), explanation))
                .toList());
        if (assessment.aims() == Aims.CURRENT) {
            afterRun.stored(assessment.plan().id());
        }
        return scorecard;
    }

    private FindingRow row(UUID scorecard, Explanation explanation) {
        return new FindingRow(
                null,
                new FindingRow.Key(scorecard, explanation.id()),
                explanation.rating(),
                explanation.attainment() == null
                        ? null
                        : BigDecimal.valueOf(explanation.facts().attainmentMicros(), 6),
                number(explanation.expected()),
                explanation.flags().stream()
                        .map(flag -> flag.code() + ":" + flag.severity())
                        .collect(Collectors.joining(",")),
                write(explanation));
    }

    private String write(Explanation explanation) {
        try {
            return json.writeValueAsString(explanation);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static @Nullable BigDecimal number(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }
}
