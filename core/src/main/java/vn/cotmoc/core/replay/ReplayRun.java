package vn.cotmoc.core.replay;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.scoring.AssessPlan;
import vn.cotmoc.core.scoring.Assessment;
import vn.cotmoc.core.scoring.Engines;
import vn.cotmoc.core.scoring.Explanation;
import vn.cotmoc.core.scoring.Letters;
import vn.cotmoc.core.scoring.Rating;
import vn.cotmoc.core.scoring.RuleSet;
import vn.cotmoc.core.scoring.RuleSets;
import vn.cotmoc.core.scoring.RulesOfRuns;
import vn.cotmoc.core.scoring.ScoreAgain;
import vn.cotmoc.core.scoring.ScoreAgain.Rescored;
import vn.cotmoc.core.scoring.Scorecard;
import vn.cotmoc.core.scoring.ScorecardView;
import vn.cotmoc.core.scoring.ScorecardView.Beside;
import vn.cotmoc.core.scoring.ScoringEngine;

/** Makes a stored run again and says whether the same comes out, and where not. It writes nothing. */
@Singleton
public class ReplayRun {

    private final ScorecardView scorecards;
    private final RulesOfRuns rulesOfRuns;
    private final RuleSets ruleSets;
    private final Engines engines;
    private final AssessPlan assessPlan;
    private final Letters letters;

    ReplayRun(
            ScorecardView scorecards,
            RulesOfRuns rulesOfRuns,
            RuleSets ruleSets,
            Engines engines,
            AssessPlan assessPlan,
            Letters letters) {
        this.scorecards = scorecards;
        this.rulesOfRuns = rulesOfRuns;
        this.ruleSets = ruleSets;
        this.engines = engines;
        this.assessPlan = assessPlan;
        this.letters = letters;
    }

    /**
     * @throws Refusal {@code unknown-scorecard}
     * @throws ScoringEngine.EngineFailure if the engine that the rules ask for does not score by them any more
     */
    @Transactional(readOnly = true)
    public Replay replay(UUID scorecard) {
        Scorecard run = scorecards.require(scorecard);
        Optional<RuleSet> stored = rulesOfRuns.kept(run.assessment().ruleSet().sha256());
        RuleSet rules = stored.orElseGet(() ->
                ruleSets.inForce(run.assessment().plan().id(), run.assessment().asOf()));
        if (!rules.sha256().equals(run.assessment().ruleSet().sha256())) {
            return new Replay(
                    run,
                    stored.isPresent() ? Replay.Rules.ALTERED : Replay.Rules.LOST,
                    null,
                    0,
                    List.of(),
                    List.of(),
                    null,
                    AssessPlan.FEATURE_CODE);
        }
        ScoringEngine engine = engines.of(rules);
        Map<UUID, String> records = scorecards.records(scorecard);
        ScorecardView.Kept kept = scorecards.kept(scorecard);
        List<Replay.Again> others = ScoreAgain.of(run.assessment().targets(), rules, engine).stream()
                .flatMap(rescored -> again(rescored, records, kept).stream())
                .toList();
        return new Replay(
                run,
                stored.isPresent() ? Replay.Rules.KEPT : Replay.Rules.IN_FORCE,
                engine.identity(),
                run.assessment().targets().size() - others.size(),
                others,
                miscounted(run.assessment(), kept.counts()),
                recomputed(run.assessment(), rules, records),
                AssessPlan.FEATURE_CODE);
    }

    /** Empty if it came out letter by letter. */
    private Optional<Replay.Again> again(Rescored rescored, Map<UUID, String> records, ScorecardView.Kept kept) {
        Explanation stored = rescored.stored();
        return switch (rescored) {
            case Rescored.Rewritten rewritten -> {
                List<String> where = new ArrayList<>();
                if (!letters.write(rewritten.again()).equals(records.get(stored.id()))) {
                    where.addAll(where(stored, rewritten.again()));
                }
                where.addAll(
                        beside(Objects.requireNonNull(kept.targets().get(stored.id())), Beside.of(rewritten.again())));
                yield where.isEmpty() ? Optional.empty() : Optional.of(again(stored, Replay.Outcome.DIFFERS, where));
            }
            case Rescored.Judged judged ->
                Optional.of(
                        judged.same()
                                ? again(stored, Replay.Outcome.SAME_VERDICT, List.of())
                                : again(stored, Replay.Outcome.DIFFERS, List.of("rating", "flags", "reasons")));
            case Rescored.Unscored unscored -> Optional.of(again(stored, Replay.Outcome.TOO_OLD, List.of()));
        };
    }

    private static Replay.Again again(Explanation stored, Replay.Outcome outcome, List<String> where) {
        return new Replay.Again(
                stored.id(),
                stored.indicator().name(),
                stored.indicator().nameEn(),
                stored.area().name(),
                outcome,
                where);
    }

    /** What lists and counts are read from, against what the record makes stand there. */
    private static List<String> beside(Beside stored, Beside again) {
        List<String> where = new ArrayList<>();
        if (!stored.rating().equals(again.rating())) {
            where.add("beside.rating");
        }
        if (!Objects.equals(stored.attainment(), again.attainment())) {
            where.add("beside.attainment");
        }
        if (!stored.flags().equals(again.flags())) {
            where.add("beside.flags");
        }
        return where;
    }

    private static List<Replay.Miscount> miscounted(Assessment run, Map<Rating, Integer> stated) {
        Map<Rating, Integer> found = run.counts();
        return Stream.of(Rating.values())
                .map(rating ->
                        new Replay.Miscount(rating, stated.getOrDefault(rating, 0), found.getOrDefault(rating, 0)))
                .filter(miscount -> miscount.stated() != miscount.found())
                .toList();
    }

    /** Of what a replay makes anew; if it is none of that, the text itself was stored otherwise than it is written. */
    private static List<String> where(Explanation stored, Explanation again) {
        Map<String, Function<Explanation, Object>> parts = new LinkedHashMap<>();
        parts.put("rating", Explanation::rating);
        parts.put("score", record -> String.valueOf(record.score()));
        parts.put("flags", Explanation::flags);
        parts.put("reasons", Explanation::reasons);
        parts.put("inputHash", Explanation::inputHash);
        parts.put("made", record -> String.valueOf(record.made()));
        List<String> where = parts.entrySet().stream()
                .filter(part ->
                        !part.getValue().apply(stored).equals(part.getValue().apply(again)))
                .map(Map.Entry::getKey)
                .toList();
        return where.isEmpty() ? List.of("record") : where;
    }

    /** From the figures known on that day, as they are today: those recorded since for a day before are among them. */
    private List<Difference> recomputed(Assessment run, RuleSet rules, Map<UUID, String> records) {
        Assessment now = assessPlan.assessBy(rules, run.plan().id(), run.asOf(), run.aims());
        Map<UUID, Explanation> computed =
                now.targets().stream().collect(Collectors.toMap(Explanation::id, Function.identity()));
        List<Difference> differences = new ArrayList<>();
        for (Explanation was : run.targets()) {
            Explanation is = computed.remove(was.id());
            if (is == null || !isSame(was, is, Objects.requireNonNull(records.get(was.id())))) {
                differences.add(Difference.of(run, was, now, is));
            }
        }
        computed.values().forEach(is -> differences.add(Difference.of(run, null, now, is)));
        return differences;
    }

    /** Letter by letter; records from before there were inputs, by what the rules saw and said. */
    private boolean isSame(Explanation was, Explanation is, String record) {
        return was.made() == null
                ? was.inputHash().equals(is.inputHash()) && Objects.equals(was.actual(), is.actual())
                : letters.write(is).equals(record);
    }
}
