package vn.cotmoc.core.submissions;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.actors.CurrentActor;
import vn.cotmoc.core.forms.FormView;
import vn.cotmoc.core.notifications.NoticeKind;
import vn.cotmoc.core.notifications.Recipient;
import vn.cotmoc.core.observations.RecordReport;
import vn.cotmoc.core.observations.WithdrawObservation;
import vn.cotmoc.core.publications.PublishFigures;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.units.UnitView;

/**
 * An approver returns a report or approves it, which makes its figures vintages; locks and publishes them; unlocks them again.
 * Each is one transaction.
 */
@Singleton
public class DecideReport {

    private final SubmissionStore store;
    private final SubmissionView view;
    private final OwnReport ownReport;
    private final Steps steps;
    private final FormView forms;
    private final UnitView units;
    private final ReportFigures reportFigures;
    private final RecordReport recordReport;
    private final WithdrawObservation withdrawObservation;
    private final PublishFigures publishFigures;
    private final CurrentActor actor;

    DecideReport(
            SubmissionStore store,
            SubmissionView view,
            OwnReport ownReport,
            Steps steps,
            FormView forms,
            UnitView units,
            ReportFigures reportFigures,
            RecordReport recordReport,
            WithdrawObservation withdrawObservation,
            PublishFigures publishFigures,
            CurrentActor actor) {
        this.store = store;
        this.view = view;
        this.ownReport = ownReport;
        this.steps = steps;
        this.forms = forms;
        this.units = units;
        this.reportFigures = reportFigures;
        this.recordReport = recordReport;
        this.withdrawObservation = withdrawObservation;
        this.publishFigures = publishFigures;
        this.actor = actor;
    }

    /**
     * @param expectedVersion the report's version that the approver has seen
     * @param status returned, approved, locked, published or unlocked
     */
    public record Command(
            UUID submission,
            int expectedVersion,
            SubmissionStatus status,
            @Nullable String comment) {}

    /**
     * @throws Refusal {@code unknown-submission}, {@code submission-changed}, {@code submission-move} for a step that does
     *     not follow, {@code step-comment} if it must say why, {@code own-submission} for who wrote into the report or
     *     submitted it, {@code report-locked-elsewhere} if another report holds one of its figures locked; what {@link RecordReport} refuses of its figures
     */
    @Transactional
    public Submission decide(Command command) {
        if (command.status() == SubmissionStatus.APPROVED) {
            store.take(command.submission());
        }
        Submission submission = ownReport.requireSeen(command.submission(), command.expectedVersion());
        SubmissionStatus wanted = command.status();
        if (wanted == SubmissionStatus.SUBMITTED || !submission.status().next().contains(wanted)) {
            throw Refusal.conflict(
                    "submission-move",
                    "from",
                    submission.status(),
                    "to",
                    wanted,
                    "allowed",
                    submission.status().next().stream().sorted().toList());
        }
        if (wanted.needsComment() && command.comment() == null) {
            throw Refusal.invalid("step-comment", "/comment", "status", wanted);
        }
        Submission decided = ownReport.next(submission, wanted);
        switch (wanted) {
            case RETURNED -> steps.tell(unit(decided), NoticeKind.REPORT_RETURNED, decided);
            case APPROVED -> {
                refuseOwn(submission);
                record(submission);
                steps.tell(unit(decided), NoticeKind.REPORT_APPROVED, decided);
            }
            case LOCKED -> {}
            case PUBLISHED -> publishFigures.release(view.observations(submission.id()));
            case UNLOCKED -> steps.tell(unit(decided), NoticeKind.REPORT_UNLOCKED, decided);
            case DRAFT, SUBMITTED ->
                throw new IllegalStateException("No report is decided to be %s.".formatted(wanted));
        }
        steps.take(decided, command.comment());
        return decided;
    }

    private static Recipient unit(Submission submission) {
        return new Recipient.Unit(submission.unit());
    }

    /** Four eyes: who wrote any of it or handed it in does not approve it. */
    private void refuseOwn(Submission submission) {
        boolean handedIn = view.steps(submission.id()).stream()
                .filter(step -> step.status() == SubmissionStatus.SUBMITTED)
                .anyMatch(step -> step.recordedBy().equals(actor.username()));
        if (handedIn || view.authors(submission.id()).contains(actor.username())) {
            throw Refusal.forbidden("own-submission", "username", actor.username());
        }
    }

    /** Vintages of cells that now say why there is no figure are withdrawn. */
    private void record(Submission submission) {
        view.lockedElsewhere(submission.id()).ifPresent(locking -> {
            throw Refusal.conflict(
                    "report-locked-elsewhere",
                    "form",
                    forms.require(locking.form()).newest().name(),
                    "unit",
                    units.require(locking.unit()).name(),
                    "period",
                    locking.period());
        });
        ReportFigures.Gathered gathered = reportFigures.all(submission);
        withdrawObservation.withdrawCorrected(gathered.takenBack());
        store.link(submission.id(), gathered.entries(), recordReport.record(submission.id(), gathered.figures()));
    }
}
