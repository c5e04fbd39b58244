package vn.cotmoc.core.scoring;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import vn.cotmoc.core.scoring.FindingView.Written;
import vn.cotmoc.core.thresholds.InForce;
import vn.cotmoc.core.thresholds.Threshold;
import vn.cotmoc.core.thresholds.ThresholdView;

/**
 * The records of runs: as they were written; or, where a run found only that other cut points decide otherwise, drawn from the
 * one that was written, its own verdict under its own cut points. The same run gives the same letters every time.
 */
@Singleton
class RecordView {

    private final FindingView findings;
    private final ThresholdView thresholds;
    private final RulesOfRuns rules;
    private final Letters letters;

    RecordView(FindingView findings, ThresholdView thresholds, RulesOfRuns rules, Letters letters) {
        this.findings = findings;
        this.thresholds = thresholds;
        this.rules = rules;
        this.letters = letters;
    }

    /** A record beside its letters. */
    record Lettered(Explanation record, String letters) {}

    /** Of all targets of a run. */
    List<Lettered> of(Run run) {
        return lettered(run, findings.written(run));
    }

    /** Of those of these targets that the run has. */
    List<Lettered> of(Run run, Collection<UUID> targets) {
        return lettered(run, findings.written(run, targets));
    }

    /** The same, the letters by target. */
    Map<UUID, String> letters(Run run, Collection<UUID> targets) {
        return letters(of(run, targets));
    }

    /** Of all targets, by target. */
    Map<UUID, String> letters(Run run) {
        if (run.step() > 0) {
            return letters(of(run));
        }
        Map<UUID, String> asWritten = new LinkedHashMap<>();
        findings.written(run).forEach(written -> asWritten.put(written.target(), written.record()));
        return asWritten;
    }

    private static Map<UUID, String> letters(List<Lettered> records) {
        Map<UUID, String> byTarget = new LinkedHashMap<>();
        records.forEach(one -> byTarget.put(one.record().id(), one.letters()));
        return byTarget;
    }

    private List<Lettered> lettered(Run run, List<Written> written) {
        Set<UUID> inForce = run.thresholds();
        if (run.step() == 0 || inForce == null) {
            return written.stream()
                    .map(one -> new Lettered(letters.read(one.record()), one.record()))
                    .toList();
        }
        RuleSet ruleSet = rules.find(run.ruleSet().sha256())
                .orElseThrow(() -> new IllegalStateException("The rules of run %s (%s) are gone."
                        .formatted(run.id(), run.ruleSet().sha256())));
        Drawing drawing = new Drawing(run, thresholds.all().only(inForce), ruleSet);
        return written.stream().map(drawing::lettered).toList();
    }

    /** Of one run's records. */
    private final class Drawing {

        private final Run run;
        private final InForce inForce;
        private final RuleSet ruleSet;

        Drawing(Run run, InForce inForce, RuleSet ruleSet) {
            this.run = run;
            this.inForce = inForce;
            this.ruleSet = ruleSet;
        }

        Lettered lettered(Written written) {
            Explanation record = letters.read(written.record());
            Threshold threshold = AssessPlan.inForce(
                    inForce, record.indicator().code(), record.area().id(), run.asOf());
            if (written.own() && record.threshold().id().equals(threshold.id())) {
                return new Lettered(record, written.record());
            }
            Explanation drawn = Explain.under(
                    record,
                    Undecided.parse(Objects.requireNonNull(written.undecided())),
                    threshold,
                    new Verdict(
                            written.target(),
                            FindingRow.rating(written.rating()),
                            FindingRow.flags(written.flags()),
                            FindingRow.words(Objects.requireNonNull(written.fired()))
                                    .toList()),
                    ruleSet);
            return new Lettered(drawn, letters.write(drawn));
        }
    }
}
