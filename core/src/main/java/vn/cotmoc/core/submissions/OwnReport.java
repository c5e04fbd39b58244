package vn.cotmoc.core.submissions;

import jakarta.inject.Singleton;
import java.util.UUID;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.units.MayReport;
import vn.cotmoc.core.units.Unit;

/** A report that who acts now may write into, and its next version. */
@Singleton
public class OwnReport {

    private final SubmissionStore store;
    private final SubmissionView view;
    private final MayReport mayReport;

    OwnReport(SubmissionStore store, SubmissionView view, MayReport mayReport) {
        this.store = store;
        this.view = view;
        this.mayReport = mayReport;
    }

    /**
     * @throws Refusal {@code unknown-submission}, {@code no-unit}, {@code unit-closed}, {@code submission-not-yours},
     *     {@code submission-changed}, {@code submission-closed} unless it is a draft, returned or unlocked
     */
    public Submission requireOpen(UUID id, int expectedVersion) {
        Submission submission = requireSeen(id, expectedVersion);
        Unit unit = mayReport.ownUnit();
        if (!unit.id().equals(submission.unit())) {
            throw Refusal.forbidden("submission-not-yours", "unit", unit.name());
        }
        if (!submission.status().isOpen()) {
            throw Refusal.conflict("submission-closed", "status", submission.status());
        }
        return submission;
    }

    /** @throws Refusal {@code unknown-submission}, {@code submission-changed} */
    Submission requireSeen(UUID id, int expectedVersion) {
        Submission submission = view.require(id);
        if (submission.version() != expectedVersion) {
            throw changed(submission.version());
        }
        return submission;
    }

    /** @throws Refusal {@code submission-changed} if somebody else was faster */
    Submission next(Submission submission, SubmissionStatus status) {
        Submission next = new Submission(
                submission.id(),
                submission.form(),
                submission.formVersion(),
                submission.unit(),
                submission.period(),
                status,
                submission.version() + 1);
        if (!store.change(submission, next)) {
            throw changed(next.version());
        }
        return next;
    }

    private static Refusal changed(int newest) {
        return Refusal.stale("submission-changed", "version", newest);
    }
}
