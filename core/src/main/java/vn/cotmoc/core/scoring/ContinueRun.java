package vn.cotmoc.core.scoring;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.cotmoc.core.actors.CurrentActor;
import vn.cotmoc.core.measure.Identifiers;
import vn.cotmoc.core.observations.FiguresOf;
import vn.cotmoc.core.scoring.AssessPlan.Found;
import vn.cotmoc.core.scoring.FindingView.Held;
import vn.cotmoc.core.thresholds.CutPoints;
import vn.cotmoc.core.thresholds.InForce;
import vn.cotmoc.core.thresholds.Threshold;
import vn.cotmoc.core.thresholds.ThresholdView;

/**
 * Makes the run that comes after another one where nothing changed but figures and thresholds, and keeps what is otherwise:
 *
 * <ol>
 *   <li>targets whose figures changed are found anew, with all that it takes;
 *   <li>other cut points are laid against what was found of all others, and the rules asked where they decide otherwise. Such a
 *       finding has no record of its own: it is drawn from the one that is there, see {@link RecordView};
 *   <li>what is asked in words that leave it open is found anew where the yardstick changed.
 * </ol>
 */
@Singleton
class ContinueRun {

    private final AssessPlan assessPlan;
    private final FindingView findings;
    private final RecordView records;
    private final Letters letters;
    private final StoreRun storeRun;
    private final ThresholdView thresholds;
    private final Engines engines;
    private final Identifiers identifiers;
    private final CurrentActor actor;
    private final Clock clock;

    ContinueRun(
            AssessPlan assessPlan,
            FindingView findings,
            RecordView records,
            Letters letters,
            StoreRun storeRun,
            ThresholdView thresholds,
            Engines engines,
            Identifiers identifiers,
            CurrentActor actor,
            Clock clock) {
        this.assessPlan = assessPlan;
        this.findings = findings;
        this.records = records;
        this.letters = letters;
        this.storeRun = storeRun;
        this.thresholds = thresholds;
        this.engines = engines;
        this.identifiers = identifiers;
        this.actor = actor;
        this.clock = clock;
    }

    /**
     * The run that says how things stand now: the earlier one if nothing is otherwise; empty if its targets are others, so that it
     * cannot be gone on from.
     *
     * @param changed figures that did
     */
    Optional<UUID> from(Run before, RuleSet rules, Set<FiguresOf> changed, String cause) {
        LocalDate day = before.asOf();
        InForce now = thresholds.all().on(day);
        Set<UUID> then = before.thresholds();
        if (then == null) {
            return Optional.empty();
        }
        List<Moved> moved = now.identifiers().equals(then)
                ? List.of()
                : moved(findings.held(before), thresholds.all().only(then), now, day);
        Set<FiguresOf> anew = new HashSet<>(changed.isEmpty() ? Set.of() : assessPlan.reached(changed));
        moved.stream()
                .filter(Moved::needsFigures)
                .forEach(one -> anew.add(one.held().figures()));
        List<Held> held = anew.isEmpty() ? List.of() : findings.held(before, anew);
        List<Found> found =
                anew.isEmpty() ? List.of() : assessPlan.find(rules, before.plan(), day, before.aims(), anew);
        if (!targets(held).equals(found.stream().map(one -> one.record().id()).collect(Collectors.toSet()))) {
            return Optional.empty();
        }
        Kept kept = new Kept(before.counts());
        keepFound(before, held, found, kept);
        List<Moved> others = moved.stream()
                .filter(one -> !anew.contains(one.held().figures()))
                .toList();
        keepDecided(rules, others, kept);
        boolean same = kept.rows.isEmpty() && others.isEmpty();
        return Optional.of(same ? before.id() : store(before, rules, now, cause, kept));
    }

    private static Set<UUID> targets(List<Held> held) {
        return held.stream().map(Held::target).collect(Collectors.toSet());
    }

    /** What a run keeps, and how many targets then have each rating. */
    private static final class Kept {

        private final List<FindingRow> rows = new ArrayList<>();
        private final Map<Rating, Integer> counts;

        Kept(Map<Rating, Integer> before) {
            this.counts = new EnumMap<>(before);
        }

        void add(Rating was, Rating is, FindingRow row) {
            counts.merge(was, -1, Integer::sum);
            counts.merge(is, 1, Integer::sum);
            rows.add(row);
        }
    }

    private void keepFound(Run before, List<Held> held, List<Found> found, Kept kept) {
        if (found.isEmpty()) {
            return;
        }
        Map<UUID, String> earlier = records.letters(before, targets(held));
        Map<UUID, Held> byTarget = new HashMap<>();
        held.forEach(one -> byTarget.put(one.target(), one));
        for (Found one : found) {
            String written = letters.write(one.record());
            Held was = byTarget.get(one.record().id());
            if (was != null && !written.equals(earlier.get(one.record().id()))) {
                kept.add(was.rating(), one.record().rated(), FindingRow.of(one, written));
            }
        }
    }

    /** A target that has another threshold than before. */
    private record Moved(Held held, Undecided undecided, CutPoints was, CutPoints is) {

        boolean needsFigures() {
            return !undecided.holdsBy(is);
        }

        boolean isDecidedOtherwise() {
            return !undecided.isSameBy(was, is);
        }

        TargetFacts facts() {
            return undecided.facts(held.target(), is);
        }
    }

    private static List<Moved> moved(List<Held> held, InForce then, InForce now, LocalDate day) {
        return held.stream()
                .flatMap(one -> {
                    Threshold was = AssessPlan.inForce(then, one.indicator(), one.area(), day);
                    Threshold is = AssessPlan.inForce(now, one.indicator(), one.area(), day);
                    return was.id().equals(is.id())
                            ? Stream.empty()
                            : Stream.of(
                                    new Moved(one, Undecided.parse(one.undecided()), was.cutPoints(), is.cutPoints()));
                })
                .toList();
    }

    private void keepDecided(RuleSet rules, List<Moved> moved, Kept kept) {
        List<Moved> otherwise = moved.stream().filter(Moved::isDecidedOtherwise).toList();
        List<Verdict> verdicts = engines.of(rules)
                .score(rules, otherwise.stream().map(Moved::facts).toList());
        for (int i = 0; i < otherwise.size(); i++) {
            Held held = otherwise.get(i).held();
            Verdict verdict = verdicts.get(i);
            kept.add(held.rating(), verdict.rating(), FindingRow.drawn(held, verdict));
        }
    }

    private UUID store(Run before, RuleSet rules, InForce now, String cause, Kept kept) {
        int step = before.step() + 1;
        Run run = new Run(
                identifiers.next(),
                before.plan(),
                before.asOf(),
                before.aims(),
                before.ruleSet(),
                before.engine(),
                clock.instant(),
                actor.username(),
                cause,
                before.whole(),
                step,
                now.identifiers(),
                before.features(),
                kept.counts,
                before.sinceStep(),
                before.keptSince() + kept.rows.size());
        storeRun.store(run, rules, kept.rows);
        return run.id();
    }
}
