package vn.cotmoc.core.scoring;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.plans.PlanStore;
import vn.cotmoc.core.refusals.Refusal;

/** The stored runs of a plan. */
@Singleton
public class ScorecardView {

    private final RunView runs;
    private final FindingView findings;
    private final RecordView records;
    private final PlanStore plans;

    ScorecardView(RunView runs, FindingView findings, RecordView records, PlanStore plans) {
        this.runs = runs;
        this.findings = findings;
        this.records = records;
        this.plans = plans;
    }

    /**
     * One stored run, without its findings.
     *
     * @param cause what made the house store it, in one word; null where somebody stored it by hand
     */
    public record Line(
            UUID id,
            UUID plan,
            LocalDate asOf,
            Aims aims,
            Instant recordedAt,
            String recordedBy,
            @Nullable String cause,
            Assessment.RuleSetId ruleSet,
            Map<Rating, Integer> counts) {

        static Line of(Run run) {
            return new Line(
                    run.id(),
                    run.plan(),
                    run.asOf(),
                    run.aims(),
                    run.recordedAt(),
                    run.recordedBy(),
                    run.cause(),
                    run.ruleSet(),
                    run.counts());
        }
    }

    /** Oldest first. @throws Refusal {@code unknown-plan} */
    @Transactional(readOnly = true)
    public List<Line> list(UUID plan, @Nullable UUID after, int limit) {
        plans.require(plan);
        return runs.of(plan, after, limit).stream().map(Line::of).toList();
    }

    /** @throws Refusal {@code unknown-scorecard} */
    @Transactional(readOnly = true)
    public Scorecard require(UUID id) {
        Run run = runs.find(id).orElseThrow(() -> unknown(id));
        return new Scorecard(
                run.id(),
                run.recordedAt(),
                run.recordedBy(),
                new Assessment(
                        plans.require(run.plan()),
                        run.asOf(),
                        run.aims(),
                        run.ruleSet(),
                        run.engine(),
                        records.of(run).stream()
                                .map(RecordView.Lettered::record)
                                .toList()));
    }

    private static Refusal unknown(UUID scorecard) {
        return Refusal.unknown("unknown-scorecard", "scorecard", scorecard);
    }

    /** What a run says of a target, without its reasons. @param attainment half-up to 1e-6 */
    public record Rated(
            UUID target, Rating rating, @Nullable BigDecimal attainment, List<Flag> flags) {}

    /** The newest run by a plan's current targets, and what it says. @param run null if there is none yet */
    public record Newest(@Nullable Line run, List<Rated> targets) {}

    /**
     * What the newest run says of a plan's current targets, by their identifiers.
     *
     * @param after null for the first ones
     * @throws Refusal {@code unknown-plan}
     */
    @Transactional(readOnly = true)
    public Newest newest(UUID plan, @Nullable UUID after, int limit) {
        plans.require(plan);
        return runs.newest(plan)
                .map(run -> new Newest(Line.of(run), findings.rated(run, after, limit)))
                .orElseGet(() -> new Newest(null, List.of()));
    }

    /**
     * What was found of a plan's current targets.
     *
     * @param findings by target
     */
    public record Found(UUID scorecard, LocalDate asOf, Map<UUID, Finding> findings) {}

    /** What one run says of one target. */
    public record Finding(Rating rating, List<Flag> flags) {}

    /**
     * What the runs by current targets found, of each day the newest run; the newest day first.
     *
     * @param targets null for all of them
     */
    @Transactional(readOnly = true)
    public List<Found> newestDays(UUID plan, int days, @Nullable Collection<UUID> targets) {
        List<Run> newest = runs.newestDays(plan, days);
        Map<UUID, Map<UUID, Finding>> said = findings.said(newest, targets);
        return newest.stream()
                .map(run -> new Found(run.id(), run.asOf(), said.getOrDefault(run.id(), Map.of())))
                .toList();
    }

    /**
     * Of which targets a run says something else than one before it; empty if that may be any, as one does not go on from the
     * other.
     */
    @Transactional(readOnly = true)
    public Optional<Set<UUID>> otherwise(UUID before, UUID after) {
        return runs.find(after)
                .flatMap(run -> runs.find(before)
                        .filter(earlier -> earlier.whole().equals(run.whole()) && earlier.step() <= run.step())
                        .map(earlier -> findings.between(earlier, run)));
    }

    /** By target, letter by letter as they were stored. @throws Refusal {@code unknown-scorecard} */
    @Transactional(readOnly = true)
    public Map<UUID, String> records(UUID scorecard) {
        return records.letters(runs.find(scorecard).orElseThrow(() -> unknown(scorecard)));
    }

    /**
     * What lists and counts of a run are read from, as it is stored beside the records.
     *
     * @param rating a code, like those of the flags with their severity: {@code at-risk:high,stale:medium}
     */
    public record Beside(String rating, @Nullable BigDecimal attainment, String flags) {

        /** What a record makes stand beside it. */
        public static Beside of(Explanation record) {
            return new Beside(
                    record.rating(),
                    record.attainment() == null
                            ? null
                            : BigDecimal.valueOf(record.facts().attainmentMicros(), 6),
                    record.flags().stream()
                            .map(flag -> flag.code() + ":" + flag.severity())
                            .collect(Collectors.joining(",")));
        }
    }

    /**
     * @param targets what stands beside their records
     * @param counts how many targets have each rating, as the run states it
     */
    public record Kept(Map<UUID, Beside> targets, Map<Rating, Integer> counts) {}

    /** @throws Refusal {@code unknown-scorecard} */
    @Transactional(readOnly = true)
    public Kept kept(UUID scorecard) {
        Run run = runs.find(scorecard).orElseThrow(() -> unknown(scorecard));
        Map<UUID, Beside> targets = new LinkedHashMap<>();
        findings.written(run)
                .forEach(one -> targets.put(one.target(), new Beside(one.rating(), one.attainment(), one.flags())));
        return new Kept(targets, run.counts());
    }

    /** What a stored run says of one target, with its reasons. */
    @Transactional(readOnly = true)
    public Optional<Explanation> explanation(UUID scorecard, UUID target) {
        return runs.find(scorecard)
                .flatMap(run -> records.of(run, Set.of(target)).stream()
                        .map(RecordView.Lettered::record)
                        .findFirst());
    }
}
