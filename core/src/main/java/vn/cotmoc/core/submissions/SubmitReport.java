package vn.cotmoc.core.submissions;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.notifications.NoticeKind;
import vn.cotmoc.core.notifications.Recipient;
import vn.cotmoc.core.refusals.Refusal;

/** An officer hands their unit's report in: every cell has a figure, or says why there is none. */
@Singleton
public class SubmitReport {

    private final SubmissionView view;
    private final OwnReport ownReport;
    private final CheckReport checkReport;
    private final Steps steps;

    SubmitReport(SubmissionView view, OwnReport ownReport, CheckReport checkReport, Steps steps) {
        this.view = view;
        this.ownReport = ownReport;
        this.checkReport = checkReport;
        this.steps = steps;
    }

    /**
     * @param expectedVersion the report's version that the author has seen
     * @throws Refusal what {@link OwnReport} refuses; {@code submission-incomplete}; what its approval would
     *     refuse of its figures, {@code report-figures}
     */
    @Transactional
    public Submission submit(UUID id, int expectedVersion, @Nullable String comment) {
        Submission submission = ownReport.requireOpen(id, expectedVersion);
        SubmissionView.Filled filled = view.filled(id);
        if (filled.filled() < filled.cells()) {
            throw Refusal.conflict(
                    "submission-incomplete", "missing", filled.cells() - filled.filled(), "cells", filled.cells());
        }
        checkReport.requireRight(submission);
        Submission submitted = ownReport.next(submission, SubmissionStatus.SUBMITTED);
        steps.take(submitted, comment);
        steps.tell(new Recipient.Role("approver"), NoticeKind.REPORT_SUBMITTED, submitted);
        return submitted;
    }
}
