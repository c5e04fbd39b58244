package vn.cotmoc.core.tasks;

import jakarta.inject.Singleton;
import java.util.Map;
import vn.cotmoc.core.actors.CurrentActor;
import vn.cotmoc.core.notifications.NoticeKind;
import vn.cotmoc.core.notifications.Notify;
import vn.cotmoc.core.notifications.Recipient;

/** Tells somebody of a task, once a version. */
@Singleton
class TellOfTask {

    private final Notify notify;
    private final CurrentActor actor;

    TellOfTask(Notify notify, CurrentActor actor) {
        this.notify = notify;
        this.actor = actor;
    }

    /**
     * @param unit which does it
     * @param unitEn its name in English
     * @return whether it is new
     */
    boolean tell(Recipient recipient, NoticeKind kind, Task task, String unit, String unitEn) {
        return notify.tell(
                recipient,
                kind,
                task.id() + "/" + task.version(),
                Map.of(
                        "task", task.id().toString(),
                        "name", task.title(),
                        "unit", unit,
                        "unitEn", unitEn,
                        "dueOn", task.dueOn().toString(),
                        "by", actor.username()));
    }
}
