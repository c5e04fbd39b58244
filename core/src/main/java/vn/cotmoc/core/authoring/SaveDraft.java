package vn.cotmoc.core.authoring;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.actors.CurrentActor;
import vn.cotmoc.core.refusals.Refusal;

/** Saves the next text of a draft, finished or not. Whoever saves becomes one of its authors. */
@Singleton
public class SaveDraft {

    private final DraftStore store;
    private final DraftView view;
    private final CurrentActor actor;
    private final Clock clock;

    SaveDraft(DraftStore store, DraftView view, CurrentActor actor, Clock clock) {
        this.store = store;
        this.view = view;
        this.actor = actor;
        this.clock = clock;
    }

    /**
     * @param expectedVersion the draft's version that the author has seen
     * @param model JSON, perhaps unfinished; at most {@link RuleWorkshop#MOST_BYTES}
     * @param cases null for those that the draft has
     */
    public record Command(
            UUID draft,
            int expectedVersion,
            String model,
            @Nullable List<TestCase> cases) {}

    /**
     * @throws Refusal {@code unknown-rule-draft}; {@code draft-changed} if somebody saved meanwhile; {@code draft-fixed} once it is
     *     proposed
     */
    @Transactional
    public Draft save(Command command) {
        Draft draft = view.require(command.draft());
        if (draft.version() != command.expectedVersion()) {
            throw changed(draft.version());
        }
        if (draft.status() != DraftStatus.DRAFT) {
            throw Refusal.conflict("draft-fixed", "status", draft.status());
        }
        List<TestCase> cases = Objects.requireNonNullElseGet(
                command.cases(),
                () -> view.revision(draft.id(), draft.revision()).cases());
        Draft saved = draft.withText();
        if (!store.change(draft, saved)) {
            throw changed(saved.version());
        }
        store.append(
                draft.id(),
                new Draft.Revision(
                        saved.revision(),
                        command.model(),
                        cases,
                        clock.instant().truncatedTo(ChronoUnit.MICROS),
                        actor.username()));
        return saved;
    }

    static Refusal changed(int newest) {
        return Refusal.stale("draft-changed", "version", newest);
    }
}
