package vn.cotmoc.core.scoring;

import jakarta.inject.Singleton;
import java.util.List;
import vn.cotmoc.core.audit.Trail;

/** Writes a run, its rules and its findings, and puts it on the trail. */
@Singleton
class StoreRun {

    private final ScorecardStore scorecards;
    private final FindingStore findings;
    private final RuleSetStore rules;
    private final Trail trail;

    StoreRun(ScorecardStore scorecards, FindingStore findings, RuleSetStore rules, Trail trail) {
        this.scorecards = scorecards;
        this.findings = findings;
        this.rules = rules;
        this.trail = trail;
    }

    /** @param rows of all targets, or in a run that goes on from another of those that are otherwise */
    void store(Run run, RuleSet ruleSet, List<FindingRow> rows) {
        rules.keep(ruleSet);
        ScorecardRow row = ScorecardRow.of(run);
        scorecards.save(row);
        trail.added(ScorecardRow.TABLE, run.id(), row.said());
        findings.add(run.id(), rows);
    }
}
