package vn.cotmoc.rules.drools;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.drools.base.util.Drools;
import vn.cotmoc.core.scoring.Flag;
import vn.cotmoc.core.scoring.Rating;
import vn.cotmoc.core.scoring.RuleSet;
import vn.cotmoc.core.scoring.ScoringEngine;
import vn.cotmoc.core.scoring.TargetFacts;
import vn.cotmoc.core.scoring.Verdict;
import vn.cotmoc.rules.decisiontables.Alert;
import vn.cotmoc.rules.decisiontables.Row;
import vn.cotmoc.rules.decisiontables.RuleModel;
import vn.cotmoc.rules.rulesets.LastUsed;
import vn.cotmoc.rules.rulesets.SealedModel;

/** The default engine. Each call is one session over the rule set's shared network; nothing stays behind. */
@Singleton
@Named("drools")
public final class DroolsEngine implements ScoringEngine {

    /** A loaded rule set keeps about a megabyte. */
    private static final int MOST_LOADED = 100;

    private final RuleCode code;
    private final LastUsed<LoadedRules> loaded = new LastUsed<>(MOST_LOADED, this::load);

    DroolsEngine(RuleCode code) {
        this.code = code;
    }

    @Override
    public Identity identity() {
        return new Identity("drools", Drools.getFullVersion());
    }

    @Override
    public List<Verdict> score(RuleSet ruleSet, List<TargetFacts> facts) {
        try {
            LoadedRules rules = loaded.of(ruleSet);
            Matches matches = rules.match(facts);
            List<Verdict> verdicts = new ArrayList<>(facts.size());
            for (TargetFacts target : facts) {
                verdicts.add(verdict(ruleSet, target, rules, matches));
            }
            return verdicts;
        } catch (EngineFailure failure) {
            throw failure;
        } catch (RuntimeException | LinkageError broken) {
            throw new EngineFailure(
                    "Drools failed on rule set %s %s: %s".formatted(ruleSet.id(), ruleSet.version(), broken), broken);
        }
    }

    private static Verdict verdict(RuleSet ruleSet, TargetFacts target, LoadedRules rules, Matches matches) {
        RuleModel model = rules.model();
        BitSet matched = matches.of(target);
        List<Row> rows = rows(model, matched);
        if (rows.isEmpty()) {
            throw new EngineFailure("No row of rule set %s %s decides %s; add one that does."
                    .formatted(ruleSet.id(), ruleSet.version(), target));
        }
        List<Flag> flags = flags(rows);
        List<String> fired = new ArrayList<>();
        rows.forEach(row -> fired.add(row.rule()));
        Set<String> raised = new HashSet<>();
        for (int number = 0; number < model.alerts().size(); number++) {
            Alert alert = model.alerts().get(number);
            if (matched.get(model.rows().size() + 1 + number)
                    && raised.add(alert.flag().code())) {
                flags.add(alert.flag());
                fired.add(alert.rule());
            }
        }
        return new Verdict(target.target(), worst(rows), flags, fired);
    }

    /** Those that speak: the first that matched, or all. */
    private static List<Row> rows(RuleModel model, BitSet matched) {
        int most = switch (model.hit()) {
            case FIRST -> 1;
            case COLLECT -> model.rows().size();
        };
        List<Row> rows = new ArrayList<>();
        int number = matched.nextSetBit(1);
        while (rows.size() < most && number >= 1 && number <= model.rows().size()) {
            rows.add(model.rows().get(number - 1));
            number = matched.nextSetBit(number + 1);
        }
        return rows;
    }

    private static Rating worst(List<Row> rows) {
        Rating worst = rows.getFirst().rating();
        for (Row row : rows) {
            if (Rating.WORST_FIRST.indexOf(row.rating()) < Rating.WORST_FIRST.indexOf(worst)) {
                worst = row.rating();
            }
        }
        return worst;
    }

    /** In the order of the rows, of each code the gravest. */
    private static List<Flag> flags(List<Row> rows) {
        List<Flag> flags = new ArrayList<>();
        for (Row row : rows) {
            for (Flag flag : row.flags()) {
                int known = 0;
                while (known < flags.size() && !flags.get(known).code().equals(flag.code())) {
                    known++;
                }
                if (known == flags.size()) {
                    flags.add(flag);
                } else if (flag.severity().compareTo(flags.get(known).severity()) > 0) {
                    flags.set(known, flag);
                }
            }
        }
        return flags;
    }

    private LoadedRules load(RuleSet ruleSet) {
        SealedModel sealed = SealedModel.open(ruleSet);
        return LoadedRules.load(sealed, code.of(sealed));
    }
}
