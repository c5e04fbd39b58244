package vn.cotmoc.core.cases;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import vn.cotmoc.core.actors.CurrentActor;
import vn.cotmoc.core.notifications.NoticeKind;
import vn.cotmoc.core.notifications.Notify;
import vn.cotmoc.core.notifications.Recipient;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.scoring.Severity;

/** Moves a case by one step, writes the step down, and tells whom it concerns. */
@Singleton
class CaseLife {

    static final Recipient APPROVERS = new Recipient.Role("approver");

    private final CaseStore store;
    private final CaseView view;
    private final Notify notify;
    private final CurrentActor actor;
    private final Clock clock;

    CaseLife(CaseStore store, CaseView view, Notify notify, CurrentActor actor, Clock clock) {
        this.store = store;
        this.view = view;
        this.notify = notify;
        this.actor = actor;
        this.clock = clock;
    }

    /** @throws Refusal {@code unknown-case}, {@code case-changed} */
    Case requireSeen(UUID id, int expectedVersion) {
        Case found = view.require(id).about();
        if (found.version() != expectedVersion) {
            throw changed(found.version());
        }
        return found;
    }

    void open(Case opened) {
        store.add(opened);
        append(opened, CaseAct.OPENED, Case.Said.NOTHING);
        tellUnit(opened, NoticeKind.CASE_OPENED);
        if (opened.severity() == Severity.HIGH) {
            tell(APPROVERS, NoticeKind.CASE_OPENED, opened);
        }
    }

    /**
     * What people do.
     *
     * @throws Refusal {@code case-cleared}; {@code target-withdrawn}; {@code case-move} for what does not follow; {@code case-changed} if
     *     somebody else was faster
     */
    Case act(Case seen, CaseAct act, Case.Said said) {
        if (seen.status() == CaseStatus.CLEARED) {
            throw Refusal.conflict("case-cleared", "case", seen.id());
        }
        view.require(seen.id()).target().target().requireInForce();
        if (!seen.status().next().contains(act)) {
            throw Refusal.conflict(
                    "case-move",
                    "status",
                    seen.status(),
                    "act",
                    act,
                    "allowed",
                    seen.status().next().stream().sorted().toList());
        }
        return step(seen, act, said);
    }

    /** @throws Refusal {@code case-changed} if somebody else was faster */
    Case step(Case seen, CaseAct act, Case.Said said) {
        return change(seen, seen.after(act, said), act, said);
    }

    Case grade(Case seen, Severity severity) {
        CaseAct act = severity.compareTo(seen.severity()) > 0 ? CaseAct.WORSENED : CaseAct.EASED;
        Case graded = change(seen, seen.with(severity), act, Case.Said.NOTHING);
        if (severity == Severity.HIGH) {
            tell(APPROVERS, NoticeKind.CASE_WORSENED, graded);
        }
        return graded;
    }

    private Case change(Case seen, Case next, CaseAct act, Case.Said said) {
        if (!store.change(seen, next)) {
            throw changed(next.version());
        }
        append(next, act, said);
        return next;
    }

    private void append(Case one, CaseAct act, Case.Said said) {
        store.append(
                one.id(),
                new Case.Step(
                        one.version(),
                        act,
                        said.unit(),
                        said.until(),
                        said.comment(),
                        said.papers(),
                        clock.instant(),
                        actor.username()));
    }

    void tellUnit(Case one, NoticeKind kind) {
        if (one.unit() != null) {
            tell(new Recipient.Unit(one.unit()), kind, one);
        }
    }

    /** @return whether it is new */
    boolean tell(Recipient recipient, NoticeKind kind, Case one) {
        CaseView.Line line = view.require(one.id());
        Map<String, String> facts = new HashMap<>();
        facts.put("case", one.id().toString());
        facts.put("name", line.target().indicator().name());
        facts.put("nameEn", line.target().indicator().nameEn());
        facts.put("flag", one.flag());
        facts.put("by", actor.username());
        line.unitName().ifPresent(name -> facts.put("unit", name));
        line.unitNameEn().ifPresent(name -> facts.put("unitEn", name));
        if (one.until() != null) {
            facts.put("dueOn", one.until().toString());
        }
        return notify.tell(recipient, kind, one.id() + "/" + one.version(), facts);
    }

    private static Refusal changed(int newest) {
        return Refusal.stale("case-changed", "version", newest);
    }
}
