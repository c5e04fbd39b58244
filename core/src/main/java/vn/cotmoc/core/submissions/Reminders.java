package vn.cotmoc.core.submissions;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import vn.cotmoc.core.provinces.EachProvince;

/** Reminds the units of every open province, one province a transaction; several nodes at once tell nobody twice. */
@Singleton
final class Reminders {

    private final EachProvince eachProvince;
    private final RemindUnits remindUnits;

    Reminders(EachProvince eachProvince, RemindUnits remindUnits) {
        this.eachProvince = eachProvince;
        this.remindUnits = remindUnits;
    }

    @Scheduled(initialDelay = "${cotmoc.reminders.first-after:2m}", fixedDelay = "${cotmoc.reminders.every:1h}")
    void remindEveryone() {
        eachProvince.run("Reminders of reports", remindUnits::remind);
    }
}
