package vn.cotmoc.core.tasks;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import vn.cotmoc.core.provinces.EachProvince;

/** Reminds the units of every open province of their tasks; several nodes at once tell nobody twice. */
@Singleton
final class TaskReminders {

    private final EachProvince eachProvince;
    private final RemindTasks remindTasks;

    TaskReminders(EachProvince eachProvince, RemindTasks remindTasks) {
        this.eachProvince = eachProvince;
        this.remindTasks = remindTasks;
    }

    @Scheduled(initialDelay = "${cotmoc.reminders.first-after:2m}", fixedDelay = "${cotmoc.reminders.every:1h}")
    void remindEverywhere() {
        eachProvince.run("Reminders of tasks", remindTasks::remind);
    }
}
