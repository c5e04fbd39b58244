package vn.cotmoc.web.events;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import io.micronaut.http.sse.Event;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.core.publisher.Sinks.EmitResult;
import vn.cotmoc.core.events.EventBus;
import vn.cotmoc.core.events.EventView;
import vn.cotmoc.core.events.Signal;
import vn.cotmoc.core.events.SignalQueue;
import vn.cotmoc.core.measure.Identifiers;
import vn.cotmoc.core.tenancy.TenantId;
import vn.cotmoc.core.tenancy.TenantScope;

/** Who looks at which province now. Each signal is read once a province, bound to it, and told to all of its viewers. */
@Singleton
final class LiveEvents implements ApplicationEventListener<StartupEvent> {

    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    /** Messages that a slow viewer may be behind; one that is further behind is let go and asks for what it missed. */
    private static final int MOST_BEHIND = 500;

    private static final int MOST_MISSED = 1_000;

    private final EventBus bus;
    private final EventView events;
    private final TenantScope tenantScope;
    private final Clock clock;
    private final Map<TenantId, Set<Viewer>> viewers = new ConcurrentHashMap<>();
    private final SignalQueue signals = new SignalQueue("live-events", this::tell);

    LiveEvents(EventBus bus, EventView events, TenantScope tenantScope, Clock clock) {
        this.bus = bus;
        this.events = events;
        this.tenantScope = tenantScope;
        this.clock = clock;
    }

    /** One open stream; when it is let go, heartbeats end too. */
    private record Viewer(Sinks.Many<Event<EventJson>> sink, Sinks.Empty<Void> gone) {

        static Viewer joining() {
            return new Viewer(
                    Sinks.many().unicast().onBackpressureBuffer(new ArrayBlockingQueue<>(MOST_BEHIND)), Sinks.empty());
        }

        /** @return whether it still listens */
        synchronized boolean take(Event<EventJson> message) {
            EmitResult result = sink.tryEmitNext(message);
            if (result == EmitResult.FAIL_OVERFLOW) {
                sink.tryEmitComplete();
                gone.tryEmitEmpty();
            }
            return result.isSuccess();
        }

        Flux<Event<EventJson>> messages() {
            return Flux.merge(
                    sink.asFlux(),
                    Flux.interval(HEARTBEAT).map(beat -> comment("still here")).takeUntilOther(gone.asMono()));
        }
    }

    @Override
    public void onApplicationEvent(StartupEvent event) {
        bus.listen(signals::put);
    }

    /** Joined before it is asked what was missed, so that nothing falls in between. The province must be bound. */
    Flux<Event<EventJson>> stream(TenantId province, @Nullable UUID last, Duration length) {
        if (length.isZero()) {
            return Flux.fromIterable(missed(last)).startWith(comment("no listening"));
        }
        Viewer viewer = Viewer.joining();
        viewers.computeIfAbsent(province, first -> ConcurrentHashMap.newKeySet())
                .add(viewer);
        missed(last).forEach(viewer::take);
        String from = Identifiers.firstOf(clock.instant()).toString();
        return viewer.messages()
                .startWith(comment("listening").id(from))
                .take(length)
                .doFinally(end -> leave(province, viewer));
    }

    private List<Event<EventJson>> missed(@Nullable UUID last) {
        return last == null ? List.of() : message(events.since(last, MOST_MISSED));
    }

    private void tell(Signal signal) {
        Set<Viewer> here = viewers.getOrDefault(signal.province(), Set.of());
        if (!here.isEmpty()) {
            message(tenantScope.within(signal.province(), () -> events.of(signal.events())))
                    .forEach(message -> here.removeIf(viewer -> !viewer.take(message)));
        }
    }

    /** One for all of them, under the id of the last; none for none. */
    private static List<Event<EventJson>> message(List<vn.cotmoc.core.events.Event> happened) {
        if (happened.isEmpty()) {
            return List.of();
        }
        EventJson kinds = new EventJson(happened.stream()
                .map(vn.cotmoc.core.events.Event::kind)
                .distinct()
                .sorted()
                .toList());
        return List.of(Event.of(kinds).id(happened.getLast().id().toString()));
    }

    private static Event<EventJson> comment(String words) {
        return Event.of(new EventJson(List.of())).comment(words);
    }

    private void leave(TenantId province, Viewer viewer) {
        viewers.getOrDefault(province, Set.of()).remove(viewer);
    }

    @PreDestroy
    void close() {
        signals.close();
    }
}
