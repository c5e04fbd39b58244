package vn.cotmoc.core.cases;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.UUID;
import vn.cotmoc.core.refusals.Refusal;

/** Action is agreed in a case by entering a task for it; {@code tasks} calls this in its transaction. */
@Singleton
public class AgreeAction {

    private final CaseView view;
    private final CaseLife life;

    AgreeAction(CaseView view, CaseLife life) {
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
}
