package vn.cotmoc.core.rescoring;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.events.Event;
import vn.cotmoc.core.events.EventView;
import vn.cotmoc.core.observations.ObservationView;
import vn.cotmoc.core.rescoring.RescoringView.Scored;
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
    private final RescoringView view;
    private final RescoringStore store;
    private final RuleSets ruleSets;
    private final ScoringDay day;

    AskForRescoring(
            EventView events,
            ObservationView observations,
            RescoringView view,
            RescoringStore store,
            RuleSets ruleSets,
            ScoringDay day) {
        this.events = events;
        this.observations = observations;
        this.view = view;
        this.store = store;
        this.ruleSets = ruleSets;
        this.day = day;
    }

    /** @param doneAt when it was last done; null if it was not yet */
    record Asked(UUID plan, @Nullable Instant doneAt) {}

    /** After these events, some of which may have been told before. */
    @Transactional
    List<Asked> after(Collection<UUID> told) {
        List<Event> weighty = events.of(told).stream()
                .filter(event -> Cause.of(event.kind()).isPresent())
                .toList();
        return weighty.isEmpty()
                ? List.of()
                : ask(view.scored(), Cause.of(weighty.getLast().kind()).orElseThrow(), touched(weighty));
    }

    /** The indicators whose figures changed, if nothing else did and each event names its figure; else null. */
    private @Nullable Set<String> touched(List<Event> weighty) {
        Set<UUID> figures = new HashSet<>();
        for (Event event : weighty) {
            String subject = event.subject();
            if (Cause.of(event.kind()).orElseThrow() != Cause.FIGURES
                    || subject == null
                    || !UUIDS.matcher(subject).matches()) {
                return null;
            }
            figures.add(UUID.fromString(subject));
        }
        return observations.indicatorsOf(figures);
    }

    /** On a new day, of plans whose period is not over: what is expected by now is more than yesterday. */
    @Transactional
    List<Asked> onSchedule() {
        LocalDate today = day.today();
        return ask(view.scored().stream().filter(plan -> plan.runsOn(today)).toList(), Cause.SCHEDULE, null);
    }

    /** What fell through: a change that nobody was told of, other rules than the last run's, a job that was lost. */
    @Transactional
    List<Asked> lookAround() {
        Optional<Instant> newest = events.newest(Cause.kinds());
        LocalDate today = day.today();
        List<Asked> asked = new ArrayList<>();
        for (Scored plan : view.scored()) {
            if (newest.filter(plan::isNotAskedSince).isPresent()) {
                asked.addAll(ask(List.of(plan), Cause.PLANS, null));
            } else if (plan.rules() != null && !plan.rules().equals(rules(plan, today))) {
                asked.addAll(ask(List.of(plan), Cause.RULES, null));
            } else if (plan.status() == RescoringStatus.QUEUED || plan.status() == RescoringStatus.RUNNING) {
                asked.add(new Asked(plan.plan(), plan.endedAt()));
            }
        }
        return asked;
    }

    private String rules(Scored plan, LocalDate today) {
        return ruleSets.inForce(plan.plan(), today).sha256();
    }

    private List<Asked> ask(List<Scored> plans, Cause cause, @Nullable Set<String> touched) {
        plans.forEach(plan -> store.ask(plan.plan(), cause, touched));
        return plans.stream()
                .map(plan -> new Asked(plan.plan(), plan.endedAt()))
                .toList();
    }
}
