package vn.cotmoc.core.submissions;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.actors.CurrentActor;
import vn.cotmoc.core.forms.Form;
import vn.cotmoc.core.forms.FormView;
import vn.cotmoc.core.notifications.NoticeKind;
import vn.cotmoc.core.notifications.Notify;
import vn.cotmoc.core.notifications.Recipient;
import vn.cotmoc.core.units.Unit;
import vn.cotmoc.core.units.UnitView;

/** Writes down how a report came to its status, and tells whom it concerns. */
@Singleton
class Steps {

    private final SubmissionStore store;
    private final SubmissionView view;
    private final FormView forms;
    private final UnitView units;
    private final Notify notify;
    private final CurrentActor actor;
    private final Clock clock;

    Steps(
            SubmissionStore store,
            SubmissionView view,
            FormView forms,
            UnitView units,
            Notify notify,
            CurrentActor actor,
            Clock clock) {
        this.store = store;
        this.view = view;
        this.forms = forms;
        this.units = units;
        this.notify = notify;
        this.actor = actor;
        this.clock = clock;
    }

    /** @param submission as it has become */
    void take(Submission submission, @Nullable String comment) {
        int last = view.steps(submission.id()).size();
        store.append(
                submission.id(),
                new Submission.Step(last + 1, submission.status(), comment, clock.instant(), actor.username()));
    }

    void tell(Recipient recipient, NoticeKind kind, Submission submission) {
        Map<String, String> facts = new HashMap<>();
        facts.put("submission", submission.id().toString());
        facts.putAll(names(forms.require(submission.form()).newest(), units.require(submission.unit())));
        facts.put("period", submission.period().toString());
        facts.put("by", actor.username());
        notify.tell(recipient, kind, submission.id() + "/" + submission.version(), facts);
    }

    /** In both languages, for whoever reads it. */
    static Map<String, String> names(Form.Version form, Unit unit) {
        return Map.of("form", form.name(), "formEn", form.nameEn(), "unit", unit.name(), "unitEn", unit.nameEn());
    }
}
