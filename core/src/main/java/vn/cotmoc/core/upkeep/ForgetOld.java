package vn.cotmoc.core.upkeep;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import vn.cotmoc.core.provinces.EachProvince;
import vn.cotmoc.core.tenancy.TenantId;
import vn.cotmoc.core.tenancy.TenantScope;

/** Forgets, in every open province and in the nation's workspace, what is good for days only. Several nodes at once forget it once. */
@Singleton
@Requires(beans = DataSource.class)
class ForgetOld {

    private final PassingStore store;
    private final EachProvince eachProvince;
    private final TenantScope tenantScope;
    private final Clock clock;
    private final Duration kept;

    /** @param kept how long a screen may have been away and still hear what it missed, and a call be sent again */
    ForgetOld(
            PassingStore store,
            EachProvince eachProvince,
            TenantScope tenantScope,
            Clock clock,
            @Value("${cotmoc.events.kept:P7D}") Duration kept) {
        this.store = store;
        this.eachProvince = eachProvince;
        this.tenantScope = tenantScope;
        this.clock = clock;
        this.kept = kept;
    }

    @Scheduled(initialDelay = "${cotmoc.events.first-clearing:15m}", fixedDelay = "24h")
    void everywhere() {
        Instant before = clock.instant().minus(kept);
        eachProvince.run("Forgetting old events", () -> store.forgetBefore(before));
        tenantScope.within(TenantId.NATION, () -> store.forgetBefore(before));
    }
}
