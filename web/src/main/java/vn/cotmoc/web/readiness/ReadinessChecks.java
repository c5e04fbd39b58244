package vn.cotmoc.web.readiness;

import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import vn.cotmoc.core.readiness.ReadinessCheck;

/**
 * Asks all modules' checks; down as soon as one has a fault. Faults, and warnings beside them, are told under their
 * properties' names.
 */
@Singleton
@Readiness
final class ReadinessChecks implements HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(ReadinessChecks.class);

    private final List<ReadinessCheck> checks;
    private final Scheduler blocking;

    ReadinessChecks(List<ReadinessCheck> checks, @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.checks = checks;
        this.blocking = Schedulers.fromExecutorService(blocking);
    }

    @Override
    public Publisher<HealthResult> getResult() {
        return Mono.fromCallable(this::ask).subscribeOn(blocking);
    }

    private HealthResult ask() {
        Map<String, String> told = new TreeMap<>();
        HealthStatus status = HealthStatus.UP;
        for (ReadinessCheck check : checks) {
            check.warning().ifPresent(warning -> told.put(check.property(), warning));
            Optional<String> fault = fault(check);
            if (fault.isPresent()) {
                told.put(check.property(), fault.get());
                status = HealthStatus.DOWN;
            }
        }
        HealthResult.Builder result = HealthResult.builder("checks", status);
        return told.isEmpty() ? result.build() : result.details(told).build();
    }

    private static Optional<String> fault(ReadinessCheck check) {
        try {
            return check.fault();
        } catch (RuntimeException failure) {
            LOG.error("The readiness check of {} failed.", check.property(), failure);
            return Optional.of("It could not be checked; the log says why.");
        }
    }
}
