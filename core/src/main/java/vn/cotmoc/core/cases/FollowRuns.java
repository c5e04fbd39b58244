package vn.cotmoc.core.cases;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.charges.ChargeView;
import vn.cotmoc.core.measure.Identifiers;
import vn.cotmoc.core.notifications.NoticeKind;
import vn.cotmoc.core.plans.PlanStore;
import vn.cotmoc.core.scoring.AfterRun;
import vn.cotmoc.core.scoring.Flag;
import vn.cotmoc.core.scoring.Rating;
import vn.cotmoc.core.scoring.ScorecardView;
import vn.cotmoc.core.scoring.ScorecardView.Found;
import vn.cotmoc.core.scoring.Severity;

/** Opens, clears and reopens a plan's cases as its runs say, by {@link Debounce}. */
@Singleton
final class FollowRuns implements AfterRun {

    private final PlanStore plans;
    private final CaseStore store;
    private final CaseView view;
    private final CaseLife life;
    private final ScorecardView scorecards;
    private final ChargeView charges;
    private final Identifiers identifiers;
    private final Clock clock;

    FollowRuns(
            PlanStore plans,
            CaseStore store,
            CaseView view,
            CaseLife life,
            ScorecardView scorecards,
            ChargeView charges,
            Identifiers identifiers,
            Clock clock) {
        this.plans = plans;
        this.store = store;
        this.view = view;
        this.life = life;
        this.scorecards = scorecards;
        this.charges = charges;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    private record Watched(UUID target, String flag) {

        static Watched of(Case one) {
            return new Watched(one.target(), one.flag());
        }

        Optional<Flag> in(Found day) {
            return Optional.ofNullable(day.findings().get(target)).stream()
                    .flatMap(finding -> finding.flags().stream())
                    .filter(raised -> raised.code().equals(flag))
                    .max(Comparator.comparing(Flag::severity));
        }

        /** Whether it is raised of targets that are not rated too, so that it says something by not being raised. */
        boolean isRaisedWithoutRating(List<Found> days) {
            return days.stream().anyMatch(day -> in(day).isPresent() && !isRated(day));
        }

        Debounce.Sign sign(Found day, boolean withoutRating) {
            if (in(day).isPresent()) {
                return Debounce.Sign.FLAGGED;
            }
            return isRated(day) || (withoutRating && day.findings().containsKey(target))
                    ? Debounce.Sign.CLEAR
                    : Debounce.Sign.SILENT;
        }

        private boolean isRated(Found day) {
            ScorecardView.Finding finding = day.findings().get(target);
            return finding != null && finding.rating() != Rating.INSUFFICIENT_DATA;
        }
    }

    @Override
    public void stored(UUID plan) {
        plans.take(plan); // no other run of it is followed until this transaction ends
        follow(plan, scorecards.newestDays(plan, Debounce.DAYS, null), store.takeLive(plan));
    }

    @Override
    public void stored(UUID plan, Collection<UUID> targets) {
        plans.take(plan);
        if (!targets.isEmpty()) {
            follow(
                    plan,
                    scorecards.newestDays(plan, Debounce.DAYS, targets),
                    store.takeLive(plan).stream()
                            .filter(one -> targets.contains(one.target()))
                            .toList());
        }
    }

    private void follow(UUID plan, List<Found> days, List<Case> cases) {
        if (days.isEmpty()) {
            return;
        }
        Map<Watched, Case> live = cases.stream().collect(Collectors.toMap(Watched::of, Function.identity()));
        Set<Watched> watched = new LinkedHashSet<>(live.keySet());
        days.getFirst()
                .findings()
                .forEach((target, finding) ->
                        finding.flags().forEach(flag -> watched.add(new Watched(target, flag.code()))));
        Set<UUID> without = store.measuredWithTheirWhole(plan);
        watched.removeIf(one -> without.contains(one.target()) && !live.containsKey(one));
        Set<UUID> withdrawn = store.withdrawn(plan);
        watched.forEach(one -> {
            Case known = live.get(one);
            if (!withdrawn.contains(one.target())) {
                follow(one, known, days);
            } else if (known != null) {
                life.step(known, CaseAct.TARGET_WITHDRAWN, Case.Said.NOTHING);
            }
        });
    }

    private void follow(Watched watched, @Nullable Case live, List<Found> days) {
        boolean withoutRating = watched.isRaisedWithoutRating(days);
        List<Debounce.Sign> signs =
                days.stream().map(day -> watched.sign(day, withoutRating)).toList();
        Severity severity = days.stream()
                .flatMap(day -> watched.in(day).stream())
                .map(Flag::severity)
                .findFirst()
                .orElse(Severity.LOW);
        switch (Debounce.decide(live != null, severity, signs)) {
            case OPENS -> life.open(opened(watched, severity, days.getFirst()));
            case CLEARS -> life.step(Objects.requireNonNull(live), CaseAct.CLEARED, Case.Said.NOTHING);
            case STAYS -> {
                if (live != null && Debounce.isRaised(signs)) {
                    goOn(live, severity);
                }
            }
        }
    }

    private void goOn(Case live, Severity severity) {
        Case graded = live.severity() == severity ? live : life.grade(live, severity);
        if (graded.isAcceptanceOverOn(LocalDate.now(clock))) {
            life.tell(
                    CaseLife.APPROVERS,
                    NoticeKind.CASE_REOPENED,
                    life.step(graded, CaseAct.REOPENED, Case.Said.NOTHING));
        }
    }

    private Case opened(Watched watched, Severity severity, Found run) {
        return new Case(
                identifiers.next(),
                watched.target(),
                watched.flag(),
                severity,
                CaseStatus.OPEN,
                charges.history(watched.target()).stream()
                        .reduce((earlier, later) -> later)
                        .map(charge -> charge.owner().unit())
                        .orElse(null),
                null,
                run.scorecard(),
                run.asOf(),
                view.newestCleared(watched.target(), watched.flag())
                        .map(Case::id)
                        .orElse(null),
                1,
                clock.instant());
    }
}
