package vn.cotmoc.core.cases;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.notifications.NoticeKind;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.units.UnitStore;

/** An approver takes note of a case, assigns it, asks its unit to explain, or accepts it until a day. */
@Singleton
public class DecideCase {

    private final CaseLife life;
    private final UnitStore units;
    private final Clock clock;

    DecideCase(CaseLife life, UnitStore units, Clock clock) {
        this.life = life;
        this.units = units;
        this.clock = clock;
    }

    /**
     * @param expectedVersion the case's version that the approver has seen
     * @param act one that {@linkplain CaseAct#isDecision() is a decision}
     * @param unit to which it is assigned; for nothing else
     * @param until the last day to explain, or on which it is accepted; for nothing else
     */
    public record Command(
            UUID id,
            int expectedVersion,
            CaseAct act,
            @Nullable UUID unit,
            @Nullable LocalDate until,
            @Nullable String comment) {}

    /**
     * @throws Refusal {@code unknown-case}, {@code case-changed}, {@code case-cleared}, {@code case-move}; {@code case-decision}
     *     for what no approver decides; {@code missing-field}, {@code case-field} for a unit or a day that does not belong to
     *     the act; {@code case-day} for one that is not to come, {@code case-comment} if it must say why,
     *     {@code unknown-unit}, {@code unit-closed}; {@code case-unassigned} if nobody could explain
     */
    @Transactional
    public Case decide(Command command) {
        CaseAct act = command.act();
        if (!act.isDecision()) {
            throw Refusal.invalid("case-decision", "/act", "act", act);
        }
        requireFields(command);
        Case seen = life.requireSeen(command.id(), command.expectedVersion());
        if (command.unit() != null) {
            units.requireOpen(command.unit(), "/unit");
        }
        if (act == CaseAct.EXPLANATION_REQUESTED && seen.unit() == null) {
            throw Refusal.conflict("case-unassigned", "case", seen.id());
        }
        Case decided = life.act(seen, act, new Case.Said(command.unit(), command.until(), command.comment(), null));
        switch (act) {
            case ASSIGNED -> life.tellUnit(decided, NoticeKind.CASE_ASSIGNED);
            case EXPLANATION_REQUESTED -> life.tellUnit(decided, NoticeKind.EXPLANATION_REQUESTED);
            case EXPLANATION_RETURNED -> life.tellUnit(decided, NoticeKind.EXPLANATION_RETURNED);
            case ACKNOWLEDGED,
                    ACCEPTED,
                    OPENED,
                    WORSENED,
                    EASED,
                    EXPLAINED,
                    ACTION_AGREED,
                    REOPENED,
                    CLEARED,
                    TARGET_WITHDRAWN -> {}
        }
        return decided;
    }

    private void requireFields(Command command) {
        CaseAct act = command.act();
        requireField(command.unit(), act == CaseAct.ASSIGNED, act, "unit");
        requireField(command.until(), act.takesDay(), act, "until");
        LocalDate today = LocalDate.now(clock);
        if (command.until() != null && !command.until().isAfter(today)) {
            throw Refusal.invalid("case-day", "/until", "until", command.until(), "today", today);
        }
        if (act.needsComment() && command.comment() == null) {
            throw Refusal.invalid("case-comment", "/comment", "act", act);
        }
    }

    private static void requireField(@Nullable Object value, boolean taken, CaseAct act, String field) {
        if (taken && value == null) {
            throw Refusal.invalid("missing-field", "/" + field, "field", field);
        }
        if (!taken && value != null) {
            throw Refusal.invalid("case-field", "/" + field, "field", field, "act", act);
        }
    }
}
