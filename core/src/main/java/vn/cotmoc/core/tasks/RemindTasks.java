package vn.cotmoc.core.tasks;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import vn.cotmoc.core.notifications.NoticeKind;
import vn.cotmoc.core.notifications.Recipient;

/** Tells units of the current province which of their tasks are overdue; each once, and again after a report of progress. */
@Singleton
public class RemindTasks {

    private final TaskView view;
    private final TellOfTask tellOfTask;

    RemindTasks(TaskView view, TellOfTask tellOfTask) {
        this.view = view;
        this.tellOfTask = tellOfTask;
    }

    /** @return how many notifications are new */
    @Transactional
    public int remind() {
        return (int) view.overdue().stream()
                .filter(line -> tellOfTask.tell(
                        new Recipient.Unit(line.unit().id()),
                        NoticeKind.TASK_OVERDUE,
                        line.task(),
                        line.unit().name(),
                        line.unit().nameEn()))
                .count();
    }
}
