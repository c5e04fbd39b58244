package vn.cotmoc.core.cases;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import vn.cotmoc.core.notifications.NoticeKind;
import vn.cotmoc.core.refusals.Refusal;

/** Action is agreed in a case by entering a task for it, and no longer once nothing of it is left; {@code tasks} calls this in its transaction. */
@Singleton
public class AgreeAction {

    private final CaseStore store;
    private final CaseView view;
    private final CaseLife life;

    AgreeAction(CaseStore store, CaseView view, CaseLife life) {
        this.store = store;
        this.view = view;
        this.life = life;
    }

    /**
     * @param task its title
     * @throws Refusal {@code unknown-case} at the given place; {@code case-cleared}, {@code case-move}, {@code case-changed}
     */
    @Transactional
    public Case agree(UUID id, String task, String at) {
        Case seen = view.find(id)
                .map(CaseView.Line::about)
                .orElseThrow(() -> Refusal.invalid("unknown-case", at, "case", id));
        return life.act(seen, CaseAct.ACTION_AGREED, new Case.Said(null, null, task, null));
    }

    /**
     * A task was given up. If it was the last one to be done, the case is open again, so that somebody decides anew; a case that
     * went on meanwhile stays as it is.
     *
     * @param task its title
     * @param isLast asked while nobody else moves the case
     */
    @Transactional
    public void giveUp(UUID id, String task, BooleanSupplier isLast) {
        Case seen = store.take(id);
        if (seen.status() == CaseStatus.ACTION_AGREED && isLast.getAsBoolean()) {
            Case open = life.step(seen, CaseAct.REOPENED, new Case.Said(null, null, task, null));
            life.tell(CaseLife.APPROVERS, NoticeKind.CASE_REOPENED, open);
        }
    }
}
