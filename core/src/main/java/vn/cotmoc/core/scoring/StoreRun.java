package vn.cotmoc.core.scoring;

import static vn.cotmoc.core.tables.Tables.SCORECARD;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import vn.cotmoc.core.audit.Trail;
import vn.cotmoc.core.thresholds.NationalThresholdStore;

/** Writes a run, its rules, what the nation set and its findings, and puts it on the trail. */
@Singleton
class StoreRun {

    private final ScorecardStore scorecards;
    private final FindingStore findings;
    private final RuleSetStore rules;
    private final NationalThresholdStore thresholds;
    private final Trail trail;

    StoreRun(
            ScorecardStore scorecards,
            FindingStore findings,
            RuleSetStore rules,
            NationalThresholdStore thresholds,
            Trail trail) {
        this.scorecards = scorecards;
        this.findings = findings;
        this.rules = rules;
        this.thresholds = thresholds;
        this.trail = trail;
    }

    /** @param rows of all targets, or in a run that goes on from another of those that are otherwise */
    void store(Run run, RuleSet ruleSet, List<FindingRow> rows) {
        rules.keep(ruleSet);
        thresholds.keep(Objects.requireNonNull(run.thresholds()));
        scorecards.save(ScorecardRow.of(run));
        trail.added(SCORECARD.getName(), run.id(), fields(run));
        findings.add(run.id(), rows);
    }

    /** How a run is kept is nobody's matter on the trail. */
    private static Map<String, String> fields(Run run) {
        Map<String, String> fields = new TreeMap<>();
        fields.put("scorecardId", run.id().toString());
        fields.put("planId", run.plan().toString());
        fields.put("asOf", run.asOf().toString());
        fields.put("aims", run.aims().code());
        fields.put("ruleSetId", run.ruleSet().id());
        fields.put("ruleSetVersion", run.ruleSet().version());
        fields.put("ruleSetSha256", run.ruleSet().sha256());
        fields.put("engineName", run.engine().name());
        fields.put("engineVersion", run.engine().version());
        if (run.cause() != null) {
            fields.put("cause", run.cause());
        }
        return fields;
    }
}
