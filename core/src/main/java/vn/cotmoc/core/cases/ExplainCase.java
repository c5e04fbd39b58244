package vn.cotmoc.core.cases;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.notifications.NoticeKind;
import vn.cotmoc.core.refusals.Refusal;

/** An officer of the unit that was asked explains. */
@Singleton
public class ExplainCase {

    private final CaseLife life;
    private final MayExplain mayExplain;

    ExplainCase(CaseLife life, MayExplain mayExplain) {
        this.life = life;
        this.mayExplain = mayExplain;
    }

    /**
     * @param expectedVersion the case's version that the author has seen
     * @param papers the papers that prove it, with number and place
     */
    public record Command(
            UUID id,
            int expectedVersion,
            String explanation,
            @Nullable String papers) {}

    /**
     * @throws Refusal {@code unknown-case}, {@code case-changed}, {@code no-unit}, {@code unit-closed}, {@code case-not-yours},
     *     {@code case-cleared}, {@code case-move} unless an explanation is asked for
     */
    @Transactional
    public Case explain(Command command) {
        Case seen = life.requireSeen(command.id(), command.expectedVersion());
        mayExplain.require(seen);
        Case explained =
                life.act(seen, CaseAct.EXPLAINED, new Case.Said(null, null, command.explanation(), command.papers()));
        life.tell(CaseLife.APPROVERS, NoticeKind.CASE_EXPLAINED, explained);
        return explained;
    }
}
