package vn.cotmoc.core.submissions;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.cotmoc.core.provinces.ProvinceView;
import vn.cotmoc.core.tenancy.TenantId;
import vn.cotmoc.core.tenancy.TenantScope;

/** Reminds the units of every open province, one province a transaction; several nodes at once tell nobody twice. */
@Singleton
final class Reminders {

    private static final Logger LOG = LoggerFactory.getLogger(Reminders.class);
    private static final int PAGE = 100;

    private final ProvinceView provinces;
    private final TenantScope tenantScope;
    private final RemindUnits remindUnits;

    Reminders(ProvinceView provinces, TenantScope tenantScope, RemindUnits remindUnits) {
        this.provinces = provinces;
        this.tenantScope = tenantScope;
        this.remindUnits = remindUnits;
    }

    @Scheduled(initialDelay = "${cotmoc.reminders.first-after:2m}", fixedDelay = "${cotmoc.reminders.every:1h}")
    void remindEveryone() {
        @Nullable TenantId after = null;
        var page = provinces.list(after, PAGE);
        while (!page.isEmpty()) {
            page.stream()
                    .filter(ProvinceView.Row::isOpen)
                    .map(ProvinceView.Row::id)
                    .forEach(this::remind);
            after = page.getLast().id();
            page = provinces.list(after, PAGE);
        }
    }

    private void remind(TenantId province) {
        try {
            int told = tenantScope.within(province, remindUnits::remind);
            if (told > 0) {
                LOG.info("Reminded {} of reports: {} new notifications.", province, told);
            }
        } catch (RuntimeException failure) {
            LOG.warn("Could not remind the units of {}; it is tried again.", province, failure);
        }
    }
}
