package vn.cotmoc.core.rescoring;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.events.Event;
import vn.cotmoc.core.events.EventView;
import vn.cotmoc.core.observations.FiguresOf;
import vn.cotmoc.core.observations.ObservationView;
import vn.cotmoc.core.rescoring.RescoringView.Scored;
import vn.cotmoc.core.scoring.KnownFigures;
import vn.cotmoc.core.scoring.RuleSets;

/**
 * Which plans of the bound province must be scored again. It asks for more rather than for less: a run that finds nothing new
 * stores nothing.
 */
@Singleton
class AskForRescoring {

    private static final Pattern UUIDS = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final EventView events;
    private final ObservationView observations;
    private final KnownFigures figures;
    private final RescoringView view;
    private final RescoringStore store;
    private final RuleSets ruleSets;
    private final ScoringDay day;
    private final RescoringPace pace;
    private final Clock clock;

    AskForRescoring(
            EventView events,
            ObservationView observations,
            KnownFigures figures,
            RescoringView view,
            RescoringStore store,
            RuleSets ruleSets,
            ScoringDay day,
            RescoringPace pace,
            Clock clock) {
        this.events = events;
        this.observations = observations;
        this.figures = figures;
        this.view = view;
        this.store = store;
        this.ruleSets = ruleSets;
        this.day = day;
        this.pace = pace;
        this.clock = clock;
    }

    /**
     * @param doneAt when it was last done; null if it was not yet
     * @param step whether only figures and thresholds changed since, so that the run goes on from the last one
     */
    record Asked(UUID plan, @Nullable Instant doneAt, boolean step) {}

    /** After these events, some of which may have been told before. */
    @Transactional
    List<Asked> after(Collection<UUID> told) {
        List<Event> weighty = events.of(told).stream()
                .filter(event -> Cause.of(event.kind()).isPresent())
                .toList();
        if (weighty.isEmpty()) {
            return List.of();
        }
        Cause cause = Cause.of(weighty.getLast().kind()).orElseThrow();
        Set<FiguresOf> touched = touched(weighty);
        boolean figuresOnly = weighty.stream().allMatch(event -> Cause.FIGURES.isOf(event.kind()));
        return touched == null || !figuresOnly
                ? ask(view.scored(), cause, touched)
                : ask(withTargetsOf(touched), cause, touched);
    }

    /** The figures that changed, if nothing else did but thresholds, and each event names its figure; else null. */
    private @Nullable Set<FiguresOf> touched(List<Event> weighty) {
        Set<UUID> changed = new HashSet<>();
        for (Event event : weighty) {
            String subject = event.subject();
            if (Cause.THRESHOLDS.isOf(event.kind())) {
                continue;
            }
            if (!Cause.FIGURES.isOf(event.kind())
                    || subject == null
                    || !UUIDS.matcher(subject).matches()) {
                return null;
            }
            changed.add(UUID.fromString(subject));
        }
        // A report of many figures stands on the trail by its own identifier.
        return changed.isEmpty() ? Set.of() : observations.of(changed).orElse(null);
    }

    private List<Scored> withTargetsOf(Set<FiguresOf> touched) {
        Set<UUID> plans = view.plansOf(figures.reached(touched));
        Map<Boolean, List<Scored>> scored =
                view.scored().stream().collect(Collectors.partitioningBy(plan -> plans.contains(plan.plan())));
        store.passedBy(
                scored.getOrDefault(false, List.of()).stream().map(Scored::plan).toList());
        return scored.getOrDefault(true, List.of());
    }

    /** On a new day, of plans whose period is not over: what is expected by now is more than yesterday. */
    @Transactional
    List<Asked> onSchedule() {
        LocalDate today = day.today();
        return ask(view.scored().stream().filter(plan -> plan.runsOn(today)).toList(), Cause.SCHEDULE, null);
    }

    /**
     * What fell through: a change that nobody was told of, other rules than the last run's, a job that was lost. Of a change that was
     * made just now somebody is about to be told: taken for lost it would cost a whole run.
     */
    @Transactional
    List<Asked> lookAround() {
        Optional<Instant> newest = events.newest(Cause.kinds(), clock.instant().minus(pace.told()));
        LocalDate today = day.today();
        List<Asked> asked = new ArrayList<>();
        for (Scored plan : view.scored()) {
            if (newest.filter(plan::isNotAskedSince).isPresent()) {
                asked.addAll(ask(List.of(plan), Cause.PLANS, null));
            } else if (plan.rules() != null && !plan.rules().equals(rules(plan, today))) {
                asked.addAll(ask(List.of(plan), Cause.RULES, null));
            } else if (plan.status() == RescoringStatus.QUEUED || plan.status() == RescoringStatus.RUNNING) {
                asked.add(new Asked(plan.plan(), plan.endedAt(), false));
            }
        }
        return asked;
    }

    private String rules(Scored plan, LocalDate today) {
        return ruleSets.inForce(plan.plan(), today).sha256();
    }

    /** Plans whose newest run the cases have not followed. */
    @Transactional(readOnly = true)
    List<UUID> notFollowed() {
        return view.scored().stream()
                .filter(Scored::isNotFollowed)
                .map(Scored::plan)
                .toList();
    }

    private List<Asked> ask(List<Scored> plans, Cause cause, @Nullable Set<FiguresOf> touched) {
        return plans.stream()
                .map(plan -> new Asked(plan.plan(), plan.endedAt(), store.ask(plan.plan(), cause, touched)))
                .toList();
    }
}
