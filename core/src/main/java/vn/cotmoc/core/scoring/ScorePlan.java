package vn.cotmoc.core.scoring;

import io.micronaut.serde.ObjectMapper;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.actors.CurrentActor;
import vn.cotmoc.core.audit.Trail;
import vn.cotmoc.core.measure.Identifiers;
import vn.cotmoc.core.refusals.Refusal;

/** Assesses a plan as of a day and stores the run with the record of every finding. */
@Singleton
public class ScorePlan {

    private final AssessPlan assessPlan;
    private final ScorecardStore scorecards;
    private final FindingStore findings;
    private final AfterRun afterRun;
    private final Identifiers identifiers;
    private final Trail trail;
    private final CurrentActor actor;
    private final Clock clock;
    private final ObjectMapper json;

    ScorePlan(
            AssessPlan assessPlan,
            ScorecardStore scorecards,
            FindingStore findings,
            AfterRun afterRun,
            Identifiers identifiers,
            Trail trail,
            CurrentActor actor,
            Clock clock,
            ObjectMapper json) {
        this.assessPlan = assessPlan;
        this.scorecards = scorecards;
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
        Assessment assessment = assessPlan.assess(plan, asOf, aims);
        Scorecard scorecard = new Scorecard(identifiers.next(), clock.instant(), actor.username(), assessment);
        ScorecardRow stored = new ScorecardRow(
                null,
                scorecard.id(),
                assessment.plan().id(),
                asOf,
                assessment.ruleSet().id(),
                assessment.ruleSet().version(),
                assessment.ruleSet().sha256(),
                assessment.engine().name(),
                assessment.engine().version(),
                scorecard.recordedAt(),
                scorecard.recordedBy(),
                aims.code());
        scorecards.save(stored);
        trail.added(scorecard.id(), stored);
        findings.saveAll(assessment.targets().stream()
                .map(explanation -> row(scorecard.id(), explanation))
                .toList());
        if (aims == Aims.CURRENT) {
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
