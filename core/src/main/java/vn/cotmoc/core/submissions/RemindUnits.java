package vn.cotmoc.core.submissions;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import vn.cotmoc.core.notifications.NoticeKind;
import vn.cotmoc.core.notifications.Notify;
import vn.cotmoc.core.notifications.Recipient;

/** Tells units of the current province what is due soon, and units and approvers what is overdue; each once. */
@Singleton
public class RemindUnits {

    /** Of older reports nobody is reminded any more. */
    private static final int DAYS_BACK = 120;

    private final DutyView duties;
    private final Notify notify;
    private final Clock clock;

    RemindUnits(DutyView duties, Notify notify, Clock clock) {
        this.duties = duties;
        this.notify = notify;
        this.clock = clock;
    }

    /** @return how many notifications are new */
    @Transactional
    public int remind() {
        LocalDate today = LocalDate.now(clock);
        int told = 0;
        for (Duty duty :
                duties.duties(new DutyView.Query(null, null, today.minusDays(DAYS_BACK), today.plusYears(1)))) {
            told += switch (duty.timeliness()) {
                case NOT_DUE ->
                    isNear(duty, today)
                            ? tell(duty, new Recipient.Unit(duty.unit().id()), NoticeKind.REPORT_DUE)
                            : 0;
                case MISSING ->
                    tell(duty, new Recipient.Unit(duty.unit().id()), NoticeKind.REPORT_OVERDUE)
                            + tell(duty, new Recipient.Role("approver"), NoticeKind.REPORT_OVERDUE);
                case ON_TIME, LATE -> 0;
            };
        }
        return told;
    }

    private static boolean isNear(Duty duty, LocalDate today) {
        return !today.isBefore(duty.dueOn().minusDays(duty.version().remindDays()));
    }

    /** A deadline that was moved is a new one, of which people are told anew. */
    private int tell(Duty duty, Recipient recipient, NoticeKind kind) {
        Map<String, String> facts = new HashMap<>(Steps.names(duty.version(), duty.unit()));
        facts.put("period", duty.period().toString());
        facts.put("dueOn", duty.dueOn().toString());
        duty.report()
                .ifPresent(begun -> facts.put("submission", begun.submission().toString()));
        boolean isNew = notify.tell(
                recipient,
                kind,
                "%s/%s/%s/%s".formatted(duty.form().id(), duty.unit().id(), duty.period(), duty.dueOn()),
                facts);
        return isNew ? 1 : 0;
    }
}
