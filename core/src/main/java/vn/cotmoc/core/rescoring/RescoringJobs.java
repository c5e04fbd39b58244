package vn.cotmoc.core.rescoring;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.core.util.StringUtils;
import io.micronaut.jdbc.DataSourceResolver;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.cotmoc.core.events.EventBus;
import vn.cotmoc.core.events.Signal;
import vn.cotmoc.core.events.SignalQueue;
import vn.cotmoc.core.provinces.EachProvince;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.rescoring.AskForRescoring.Asked;
import vn.cotmoc.core.tenancy.CurrentTenant;
import vn.cotmoc.core.tenancy.TenantId;
import vn.cotmoc.core.tenancy.TenantScope;

/**
 * The jobs: one a province and plan, kept by db-scheduler in the database, so that all nodes share them and one at a time does
 * each. An event wakes them; the scheduler's own looking is the net beneath. A job takes its province from its own row.
 *
 * <p>What comes while a job waits is one with it. What comes while it runs is noted in {@link RescoringStore}, and the job is made
 * again once it has ended: whoever notes after that look finds no job and makes it.
 */
@Singleton
@Requires(beans = DataSource.class)
@Requires(property = "cotmoc.scoring.automatic", notEquals = StringUtils.FALSE)
class RescoringJobs implements ApplicationEventListener<StartupEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(RescoringJobs.class);
    private static final int THREADS = 2;
    private static final int MOST_TRIES = 5;

    /**
     * Jobs that a node has looked up, for each of its threads; it takes one only as it begins it. The other way, taking them by an
     * update over a limited subquery, takes more than the limit whenever the database runs that subquery more than once: they wait
     * without a heartbeat, and are thought dead.
     */
    private static final double EXPECTED = 3;

    /** What is seen comes before what is done about it. */
    private static final int FIRST = 2;

    private static final int AFTERWARDS = 1;

    /** A job of a node that has not been heard of for so many beats is another's. */
    private static final int MISSED_BEATS = 4;

    private static final Duration SHUTDOWN = Duration.ofSeconds(20);

    private final AskForRescoring askForRescoring;
    private final RescorePlan rescorePlan;
    private final FollowPlan followPlan;
    private final RescoringStore store;
    private final EachProvince eachProvince;
    private final TenantScope tenantScope;
    private final CurrentTenant currentTenant;
    private final EventBus bus;
    private final Clock clock;
    private final RescoringPace pace;
    private final CustomTask<Void> job = Tasks.custom("rescore", Void.class)
            .onFailure(this::failed)
            .onDeadExecution(this::failed)
            .defaultPriority(FIRST)
            .execute(this::run);
    private final CustomTask<Void> following = Tasks.custom("follow-runs", Void.class)
            .onFailure(this::followingFailed)
            .onDeadExecution(this::followingFailed)
            .defaultPriority(AFTERWARDS)
            .execute(this::follow);
    private final Scheduler scheduler;
    private final SignalQueue signals;
    private final ScheduledExecutorService alarm = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("rescoring-alarm").daemon().factory());

    RescoringJobs(
            AskForRescoring askForRescoring,
            RescorePlan rescorePlan,
            FollowPlan followPlan,
            RescoringStore store,
            EachProvince eachProvince,
            TenantScope tenantScope,
            CurrentTenant currentTenant,
            EventBus bus,
            DataSource dataSource,
            DataSourceResolver withoutProxy,
            Clock clock,
            RescoringPace pace) {
        this.askForRescoring = askForRescoring;
        this.rescorePlan = rescorePlan;
        this.followPlan = followPlan;
        this.store = store;
        this.eachProvince = eachProvince;
        this.tenantScope = tenantScope;
        this.currentTenant = currentTenant;
        this.bus = bus;
        this.clock = clock;
        this.pace = pace;
        this.signals = new SignalQueue("rescoring-signals", this::answer);
        RecurringTask<Void> nightly = Tasks.recurring(
                        "rescore-nightly", Schedules.daily(clock.getZone(), pace.newDay()))
                .execute((instance, context) -> everywhere("Scoring of a new day", askForRescoring::onSchedule));
        this.scheduler = Scheduler.create(withoutProxy.resolve(dataSource), job, following)
                .enablePriority()
                .startTasks(nightly)
                .threads(THREADS)
                .pollUsingFetchAndLockOnExecute(0.5, EXPECTED)
                .pollingInterval(pace.looking())
                .heartbeatInterval(pace.beat())
                .missedHeartbeatsLimit(MISSED_BEATS)
                .schedulerName(new SchedulerName.Fixed(
                        "node-" + ProcessHandle.current().pid()))
                .shutdownMaxWait(SHUTDOWN)
                .build();
    }

    @Override
    public void onApplicationEvent(StartupEvent event) {
        scheduler.start();
        bus.listen(signals::put);
    }

    /** Several nodes at once ask twice and do it once. */
    @Scheduled(initialDelay = "${cotmoc.scoring.first-look:1m}", fixedDelay = "${cotmoc.scoring.look-every:10m}")
    void lookAround() {
        everywhere("Scoring that fell through", askForRescoring::lookAround);
        eachProvince.run("Following that fell through", () -> {
            List<UUID> plans = askForRescoring.notFollowed();
            plans.forEach(plan -> wake(following, new JobId(currentTenant.get(), plan), clock.instant()));
            return plans.size();
        });
    }

    private void everywhere(String what, Supplier<List<Asked>> asking) {
        eachProvince.run(what, () -> {
            List<Asked> asked = asking.get();
            asked.forEach(one -> wake(currentTenant.get(), one));
            return asked.size();
        });
    }

    private void answer(Signal signal) {
        tenantScope
                .within(signal.province(), () -> askForRescoring.after(signal.events()))
                .forEach(asked -> wake(signal.province(), asked));
    }

    /**
     * A step at once; a whole run soon, but not while what changes is still changing; and neither sooner after the last time than
     * {@link RescoringPace} says.
     */
    private void wake(TenantId province, Asked asked) {
        Instant soon = asked.step() ? clock.instant() : clock.instant().plus(pace.quiet());
        Instant again =
                asked.doneAt() == null ? soon : asked.doneAt().plus(asked.step() ? pace.stepApart() : pace.apart());
        wake(job, new JobId(province, asked.plan()), soon.isAfter(again) ? soon : again);
    }

    private void wake(CustomTask<Void> task, JobId id, Instant due) {
        scheduler.scheduleIfNotExists(task.instance(id.toString()), due);
        alarm.schedule(
                scheduler::triggerCheckForDueExecutions,
                Duration.between(clock.instant(), due).toMillis() + 1,
                TimeUnit.MILLISECONDS);
    }

    private CompletionHandler<Void> run(TaskInstance<Void> instance, ExecutionContext context) {
        JobId id = JobId.parse(instance.getId());
        tenantScope.within(id.province(), () -> {
            rescorePlan.rescore(id.plan());
            return id;
        });
        return (complete, operations) -> {
            end(id, operations);
            wake(following, id, clock.instant().plus(pace.following()));
        };
    }

    private void end(JobId id, ExecutionOperations<Void> operations) {
        operations.stop();
        tenantScope
                .within(id.province(), () -> store.asked(id.plan()))
                .ifPresent(step -> wake(job, id, clock.instant().plus(step ? pace.stepApart() : pace.apart())));
    }

    /** Once it has followed it waits, in which more runs join; a job that finds nothing more ends. */
    private CompletionHandler<Void> follow(TaskInstance<Void> instance, ExecutionContext context) {
        JobId id = JobId.parse(instance.getId());
        boolean followed = tenantScope.within(id.province(), () -> followPlan.follow(id.plan()));
        return (complete, operations) -> {
            if (followed) {
                Instant again = clock.instant().plus(pace.followingApart());
                operations.reschedule(complete, again);
                wake(following, id, again);
            } else {
                operations.stop();
                if (tenantScope.within(
                        id.province(), () -> store.toFollow(id.plan()).isPresent())) {
                    wake(following, id, clock.instant().plus(pace.following()));
                }
            }
        };
    }

    /** What cannot be followed now is followed with the next run, or when somebody looks around. */
    private void followingFailed(ExecutionComplete complete, ExecutionOperations<Void> operations) {
        JobId id = JobId.parse(complete.getExecution().taskInstance.getId());
        int tries = complete.getExecution().consecutiveFailures + 1;
        LOG.warn(
                "Cases of {} did not follow its runs for the moment, try {}.",
                id,
                tries,
                complete.getCause().orElse(null));
        if (tries >= MOST_TRIES) {
            operations.stop();
        } else {
            operations.reschedule(complete, clock.instant().plus(pace.backOff().multipliedBy(1L << (tries - 1))));
        }
    }

    /** What the domain refuses it refuses again, so nothing is gained by trying; a node that died counts as a failed try. */
    private void failed(ExecutionComplete complete, ExecutionOperations<Void> operations) {
        JobId id = JobId.parse(complete.getExecution().taskInstance.getId());
        @Nullable Throwable why = complete.getCause().orElse(null);
        int tries = complete.getExecution().consecutiveFailures + 1;
        String reason = reason(why);
        if (why instanceof Refusal || tries >= MOST_TRIES) {
            LOG.warn("Scoring {} was given up after {} tries: {}", id, tries, reason, why);
            tenantScope.within(id.province(), () -> {
                store.gaveUp(id.plan(), tries, reason);
                return id;
            });
            end(id, operations);
        } else {
            tenantScope.within(id.province(), () -> {
                store.stopped(id.plan(), tries, reason);
                return id;
            });
            Instant next = clock.instant().plus(pace.backOff().multipliedBy(1L << (tries - 1)));
            operations.reschedule(complete, next);
            wake(job, id, next);
        }
    }

    private static String reason(@Nullable Throwable why) {
        return switch (why) {
            case null -> "interrupted";
            case Refusal refusal -> refusal.code();
            case Throwable unexpected -> "unexpected";
        };
    }

    /** {@code lao-cai/0192…}, as it is kept. */
    private record JobId(TenantId province, UUID plan) {

        static JobId parse(String text) {
            int slash = text.indexOf('/');
            return new JobId(new TenantId(text.substring(0, slash)), UUID.fromString(text.substring(slash + 1)));
        }

        @Override
        public String toString() {
            return province + "/" + plan;
        }
    }

    @PreDestroy
    void close() {
        signals.close();
        scheduler.stop(); // jobs that end now may still wake others
        alarm.shutdownNow();
    }
}
