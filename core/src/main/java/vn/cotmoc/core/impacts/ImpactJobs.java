package vn.cotmoc.core.impacts;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.core.util.StringUtils;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import javax.sql.DataSource;
import vn.cotmoc.core.events.EventBus;
import vn.cotmoc.core.events.EventView;
import vn.cotmoc.core.events.Signal;
import vn.cotmoc.core.events.SignalQueue;
import vn.cotmoc.core.provinces.EachProvince;
import vn.cotmoc.core.tenancy.TenantId;
import vn.cotmoc.core.tenancy.TenantScope;

/**
 * Looks at every province when the nation released something, and at all each day anew. Nodes that look at once find the same, and it is
 * kept once.
 */
@Singleton
@Requires(beans = DataSource.class)
@Requires(property = "cotmoc.scoring.automatic", notEquals = StringUtils.FALSE)
class ImpactJobs implements ApplicationEventListener<StartupEvent> {

    private static final String RELEASE = "rule_release";
    private static final String WHAT = "What national rules would change";

    private final FindImpacts findImpacts;
    private final EachProvince eachProvince;
    private final TenantScope tenantScope;
    private final EventView events;
    private final EventBus bus;
    private final SignalQueue signals = new SignalQueue("impact-signals", this::answer);

    ImpactJobs(
            FindImpacts findImpacts,
            EachProvince eachProvince,
            TenantScope tenantScope,
            EventView events,
            EventBus bus) {
        this.findImpacts = findImpacts;
        this.eachProvince = eachProvince;
        this.tenantScope = tenantScope;
        this.events = events;
        this.bus = bus;
    }

    @Override
    public void onApplicationEvent(StartupEvent event) {
        bus.listen(signal -> {
            if (signal.province().equals(TenantId.NATION)) {
                signals.put(signal);
            }
        });
    }

    @Scheduled(initialDelay = "${cotmoc.scoring.first-look:1m}", fixedDelay = "${cotmoc.scoring.look-every:10m}")
    void lookAround() {
        eachProvince.run(WHAT, findImpacts::find);
    }

    private void answer(Signal signal) {
        boolean released = tenantScope.within(
                signal.province(),
                () -> events.of(signal.events()).stream()
                        .anyMatch(event -> event.kind().equals(RELEASE)));
        if (released) {
            lookAround();
        }
    }

    @PreDestroy
    void close() {
        signals.close();
    }
}
