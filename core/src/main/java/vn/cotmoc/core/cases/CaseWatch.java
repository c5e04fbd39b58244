package vn.cotmoc.core.cases;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import vn.cotmoc.core.provinces.EachProvince;

/** Looks after the cases of every open province; several nodes at once do nothing twice. */
@Singleton
final class CaseWatch {

    private final EachProvince eachProvince;
    private final WatchCases watchCases;

    CaseWatch(EachProvince eachProvince, WatchCases watchCases) {
        this.eachProvince = eachProvince;
        this.watchCases = watchCases;
    }

    @Scheduled(initialDelay = "${cotmoc.reminders.first-after:2m}", fixedDelay = "${cotmoc.reminders.every:1h}")
    void watchEverywhere() {
        eachProvince.run("Cases", watchCases::watch);
    }
}
