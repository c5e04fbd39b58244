package vn.cotmoc.core.scoring;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import vn.cotmoc.core.scoring.FindingView.Held;

/**
 * Keeps in a run itself what holds in it, once that is looked for in too many steps before it. Afterwards it says what it said,
 * and whoever goes on from it looks no further back. It takes as long as half of all targets decided otherwise, so nobody waits
 * for it.
 */
@Singleton
public class GatherRun {

    private final RunView runs;
    private final FindingView view;
    private final FindingStore findings;

    GatherRun(RunView runs, FindingView view, FindingStore findings) {
        this.runs = runs;
        this.view = view;
        this.findings = findings;
    }

    /** Nothing happens to a run that is looked for in few steps. */
    @Transactional
    public void gather(UUID scorecard) {
        runs.find(scorecard).filter(Run::isLong).ifPresent(this::gather);
    }

    private void gather(Run run) {
        List<Held> elsewhere = view.held(run).stream()
                .filter(held -> !held.foundIn().equals(run.id()))
                .toList();
        findings.gather(run, elsewhere.stream().map(FindingRow::again).toList());
    }
}
