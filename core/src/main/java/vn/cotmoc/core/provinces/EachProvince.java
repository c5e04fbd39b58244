package vn.cotmoc.core.provinces;

import jakarta.inject.Singleton;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.cotmoc.core.tenancy.TenantId;
import vn.cotmoc.core.tenancy.TenantScope;

/** Does the house's own work for one open province after the other; what fails for one is tried again and leaves the others. */
@Singleton
public final class EachProvince {

    private static final Logger LOG = LoggerFactory.getLogger(EachProvince.class);
    private static final int PAGE = 100;

    private final ProvinceView provinces;
    private final TenantScope tenantScope;

    EachProvince(ProvinceView provinces, TenantScope tenantScope) {
        this.provinces = provinces;
        this.tenantScope = tenantScope;
    }

    /**
     * @param what for the log, e.g. {@code Reminders of reports}
     * @param work one transaction of the bound province; returns how many things are new
     */
    public void run(String what, Supplier<Integer> work) {
        @Nullable TenantId after = null;
        var page = provinces.list(after, PAGE);
        while (!page.isEmpty()) {
            page.stream()
                    .filter(ProvinceView.Row::isOpen)
                    .map(ProvinceView.Row::id)
                    .forEach(province -> run(what, province, work));
            after = page.getLast().id();
            page = provinces.list(after, PAGE);
        }
    }

    private void run(String what, TenantId province, Supplier<Integer> work) {
        try {
            int made = tenantScope.within(province, work);
            if (made > 0) {
                LOG.info("{} in {}: {} new.", what, province, made);
            }
        } catch (RuntimeException failure) {
            LOG.warn("{} failed in {}; it is tried again.", what, province, failure);
        }
    }
}
