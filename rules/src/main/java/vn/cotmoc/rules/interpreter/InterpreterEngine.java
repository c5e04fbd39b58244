package vn.cotmoc.rules.interpreter;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.cotmoc.core.measure.Coded;
import vn.cotmoc.core.scoring.Flag;
import vn.cotmoc.core.scoring.Rating;
import vn.cotmoc.core.scoring.RuleSet;
import vn.cotmoc.core.scoring.ScoringEngine;
import vn.cotmoc.core.scoring.TargetFacts;
import vn.cotmoc.core.scoring.Verdict;
import vn.cotmoc.rules.decisiontables.Alert;
import vn.cotmoc.rules.decisiontables.Condition;
import vn.cotmoc.rules.decisiontables.Fact;
import vn.cotmoc.rules.decisiontables.Row;
import vn.cotmoc.rules.decisiontables.RuleModel;
import vn.cotmoc.rules.rulesets.LastUsed;
import vn.cotmoc.rules.rulesets.SealedModel;

/**
 * Walks the table from its first row to the one that matches, or through all of them where all count. It shares the model with the default engine and not a line
 * of evaluation, so the two prove each other.
 */
@Singleton
@Named("native")
public final class InterpreterEngine implements ScoringEngine {

    private static final int MOST_READ = 1_000;

    private final LastUsed<RuleModel> read =
            new LastUsed<>(MOST_READ, ruleSet -> SealedModel.open(ruleSet).model());

    @Override
    public Identity identity() {
        return new Identity("native", "1");
    }

    @Override
    public List<Verdict> score(RuleSet ruleSet, List<TargetFacts> facts) {
        RuleModel model = read.of(ruleSet);
        List<Verdict> verdicts = new ArrayList<>(facts.size());
        for (TargetFacts target : facts) {
            verdicts.add(
                    switch (model.hit()) {
                        case FIRST -> first(model, target);
                        case COLLECT -> collected(model, target);
                    });
        }
        return verdicts;
    }

    private static Verdict first(RuleModel model, TargetFacts target) {
        for (Row row : model.rows()) {
            if (matches(model.columns(), row, target)) {
                return verdict(
                        model,
                        row.rating(),
                        new ArrayList<>(row.flags()),
                        new ArrayList<>(List.of(row.rule())),
                        target);
            }
        }
        throw undecided(model, target);
    }

    private static Verdict collected(RuleModel model, TargetFacts target) {
        Rating worst = null;
        Map<String, Flag> flags = new LinkedHashMap<>();
        List<String> fired = new ArrayList<>();
        for (Row row : model.rows()) {
            if (!matches(model.columns(), row, target)) {
                continue;
            }
            fired.add(row.rule());
            worst = worst == null ? row.rating() : worse(worst, row.rating());
            row.flags().forEach(flag -> flags.merge(flag.code(), flag, InterpreterEngine::graver));
        }
        if (worst == null) {
            throw undecided(model, target);
        }
        return verdict(model, worst, new ArrayList<>(flags.values()), fired, target);
    }

    private static Rating worse(Rating one, Rating other) {
        return Collections.min(List.of(one, other), Comparator.comparingInt(Rating.WORST_FIRST::indexOf));
    }

    private static Flag graver(Flag one, Flag other) {
        return Collections.max(List.of(one, other), Comparator.comparing(Flag::severity));
    }

    /** @param flags of the table, and {@code fired} its rows: the alerts' are added to them */
    private static Verdict verdict(
            RuleModel model, Rating rating, List<Flag> flags, List<String> fired, TargetFacts target) {
        Set<String> raised = new HashSet<>();
        for (Alert alert : model.alerts()) {
            if (matches(alert, target) && raised.add(alert.flag().code())) {
                flags.add(alert.flag());
                fired.add(alert.rule());
            }
        }
        return new Verdict(target.target(), rating, flags, fired);
    }

    private static EngineFailure undecided(RuleModel model, TargetFacts target) {
        return new EngineFailure(
                "Rule set %s %s has no row for %s; add one.".formatted(model.id(), model.version(), target));
    }

    private static boolean matches(List<Fact> columns, Row row, TargetFacts target) {
        for (int column = 0; column < columns.size(); column++) {
            boolean holds = switch (row.when().get(column)) {
                case Condition.Any any -> true;
                case Condition.OneOf oneOf -> oneOf.words().contains(said(columns.get(column), target));
            };
            if (!holds) {
                return false;
            }
        }
        return true;
    }

    private static boolean matches(Alert alert, TargetFacts target) {
        for (Map.Entry<Fact, Condition.OneOf> asked : alert.when().entrySet()) {
            if (!asked.getValue().words().contains(said(asked.getKey(), target))) {
                return false;
            }
        }
        return true;
    }

    private static Coded said(Fact fact, TargetFacts target) {
        return switch (fact) {
            case PHASE -> target.phase();
            case EVIDENCE -> target.evidence();
            case FULFILMENT -> target.fulfilment();
            case END_BAND -> target.endBand();
            case PACE_BAND -> target.paceBand();
            case FORECAST_BAND -> target.forecastBand();
            case REACH_BAND -> target.reachBand();
            case AGE -> target.age();
            case CHANGE -> target.change();
            case AGREEMENT -> target.agreement();
        };
    }
}
