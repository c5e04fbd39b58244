package vn.cotmoc.core.observations;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.areas.Atlas;
import vn.cotmoc.core.checks.Warning;
import vn.cotmoc.core.indicators.Indicator;
import vn.cotmoc.core.indicators.IndicatorStore;
import vn.cotmoc.core.indicators.Restatement;
import vn.cotmoc.core.measure.Amount;
import vn.cotmoc.core.measure.Identifiers;
import vn.cotmoc.core.measure.Texts;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.subgroups.SubgroupStore;

/**
 * Figures on their way in, by one person in one transaction, one or a million: decided in their order as if each that is taken
 * were stored before the next, and stored by few statements. What is refused is left out; nothing is put on the trail.
 */
final class Intake {

    /** Figures that are best taken at once: enough for few statements, few enough to lie in memory with their history. */
    static final int CHUNK = 2000;

    private final Entrance entrance;
    private final Measuring measuring;
    private final SubgroupStore parts;
    private final ObservationStore store;
    private final Identifiers identifiers;
    private final Atlas atlas;
    private final Ledger ledger;
    private final Moment moment;
    private final Map<String, Indicator> measured = new HashMap<>();

    /** The province's names of parts, once they are asked for; what is not stored yet has its first spelling here. */
    private @Nullable Map<String, String> spellings;

    private boolean spellsAlone;

    Intake(
            Entrance entrance,
            Measuring measuring,
            SubgroupStore parts,
            ObservationStore store,
            Identifiers identifiers,
            Atlas atlas,
            Ledger ledger,
            Moment moment) {
        this.entrance = entrance;
        this.measuring = measuring;
        this.parts = parts;
        this.store = store;
        this.identifiers = identifiers;
        this.atlas = atlas;
        this.ledger = ledger;
        this.moment = moment;
    }

    /** What is asked of who brings figures in, beside what is asked of the figures. */
    interface Entrance {

        /** @throws Refusal unless who acts may report the indicator there */
        void require(String indicator, UUID area);

        /** As {@link FigureGate.Guard#closed}. */
        Map<Point, Refusal> closed(Collection<Point> figures);

        /** As {@link FigureGate.Guard#settle}. */
        void settle(Moment moment);
    }

    /** Reads indicators; for figures that are stored, so that what they measure stays as it is until then. */
    interface Measuring {

        /** By code, those that the province has. */
        Map<String, Indicator> of(Set<String> codes);
    }

    /** By whom and when; all figures of one intake are of one moment. */
    record Moment(String actor, Instant instant, LocalDate today) {}

    /** A figure that was stored, and what was warned of. */
    record Taken(Observation observation, List<Warning> warnings) {}

    private record Placed(RecordObservation.Command command, Point point) {}

    private record Ready(RecordObservation.Command command, Ledger.Entry entry) {}

    /** One that is in the ledger. @param weaker what was to be said of it before it was */
    private record Weaker(Ready figure, Optional<Warning> weaker) {}

    Moment moment() {
        return moment;
    }

    /** When all are taken; the last of the transaction. @throws Refusal as {@link FigureGate.Guard#settle} */
    void settle() {
        entrance.settle(moment);
    }

    /** One outcome a command, in their order. */
    List<Outcome<Taken>> take(List<RecordObservation.Command> commands) {
        List<Outcome<Ready>> ready = prepare(commands);
        List<Outcome<Taken>> taken = ready.stream()
                .map(outcome -> outcome.then(figure -> {
                    Taken decided = conclude(figure, ledger.check(figure.entry()));
                    ledger.write(figure.entry());
                    return decided;
                }))
                .toList();
        store.add(Outcome.passed(taken));
        return taken;
    }

    /**
     * The same of all figures of a report, however many, each held against all of the others: none of them is the earlier one. It
     * stores nothing.
     */
    List<Outcome<Taken>> weigh(List<RecordObservation.Command> commands) {
        List<Outcome<Weaker>> written = inChunks(commands)
                .flatMap(chunk -> prepare(chunk).stream().map(outcome -> outcome.then(this::write)))
                .toList();
        return inChunks(written)
                .flatMap(chunk -> {
                    open(chunk.stream()
                            .map(outcome -> outcome.then(Weaker::figure))
                            .toList());
                    return chunk.stream().map(outcome -> outcome.then(this::concludeWritten));
                })
                .toList();
    }

    /** What {@link #weigh} found right. */
    void store(List<Taken> weighed) {
        inChunks(weighed).forEach(store::add);
    }

    private static <T> Stream<List<T>> inChunks(List<T> things) {
        return IntStream.iterate(0, from -> from < things.size(), from -> from + CHUNK)
                .mapToObj(from -> things.subList(from, Math.min(from + CHUNK, things.size())));
    }

    private List<Outcome<Ready>> prepare(List<RecordObservation.Command> commands) {
        List<Outcome<Placed>> placed = commands.stream()
                .map(command -> Outcome.of(spelled(command)).then(this::place))
                .toList();
        Map<Point, Refusal> closed = entrance.closed(
                Outcome.passed(placed).stream().map(Placed::point).toList());
        measure(commands);
        List<Outcome<Ready>> ready = placed.stream()
                .map(outcome -> outcome.then(figure -> ready(figure, closed)))
                .toList();
        open(ready);
        return ready;
    }

    private void open(List<Outcome<Ready>> ready) {
        ledger.open(Outcome.passed(ready).stream().map(Ready::entry).toList());
    }

    private Weaker write(Ready ready) {
        Optional<Warning> weaker = ledger.weakens(ready.entry());
        ledger.write(ready.entry());
        return new Weaker(ready, weaker);
    }

    private Taken concludeWritten(Weaker written) {
        List<Warning> found = ledger.checkWritten(written.figure().entry());
        return conclude(
                written.figure(),
                Stream.concat(found.stream(), written.weaker().stream()).toList());
    }

    private RecordObservation.Command spelled(RecordObservation.Command command) {
        if (command.subgroup().isEmpty()) {
            return command;
        }
        String part = Texts.folded(command.subgroup());
        String name = Texts.visible(part);
        if (spellings == null) {
            spellings = parts.known();
        }
        if (!spellsAlone && !spellings.containsKey(name)) {
            spellsAlone = true;
            parts.alone().forEach(spellings::putIfAbsent);
        }
        return command.of(spellings.computeIfAbsent(name, _ -> part));
    }

    private Placed place(RecordObservation.Command command) {
        UUID area = atlas.resolveDuring(command.area(), command.period(), command.calendar(), "/area");
        entrance.require(command.indicator(), area);
        Series series = new Series(command.indicator(), area, command.subgroup(), command.calendar());
        return new Placed(command, new Point(series, command.period()));
    }

    private void measure(List<RecordObservation.Command> commands) {
        Set<String> further = commands.stream()
                .map(RecordObservation.Command::indicator)
                .filter(code -> !measured.containsKey(code))
                .collect(Collectors.toSet());
        if (!further.isEmpty()) {
            measured.putAll(measuring.of(further));
        }
    }

    private Ready ready(Placed placed, Map<Point, Refusal> closed) {
        Refusal refusal = closed.get(placed.point());
        if (refusal != null) {
            throw refusal;
        }
        RecordObservation.Command command = placed.command();
        Indicator indicator =
                IndicatorStore.inUse(measured.get(command.indicator()), command.indicator(), "/indicator");
        if (indicator.formula() != null) {
            throw Refusal.invalid(
                    "indicator-calculated",
                    "/indicator",
                    "indicator",
                    indicator.code(),
                    "formula",
                    indicator.formula());
        }
        Amount amount = Restatement.into(indicator, command.amount(), command.unit(), "/unit");
        refuseImpossibleDates(command);
        int credence = Page.credence(knownOn(command), command.status());
        return new Ready(command, new Ledger.Entry(indicator, placed.point(), amount, credence));
    }

    private void refuseImpossibleDates(RecordObservation.Command command) {
        Period period = command.period();
        LocalDate firstDay = command.calendar().firstDay(period);
        LocalDate today = moment.today();
        if (firstDay.isAfter(today)) {
            throw Refusal.invalid("period-ahead", "/period", "period", period, "today", today);
        }
        LocalDate stated = command.knownOn();
        boolean isOver = !command.calendar().lastDay(period).isAfter(today);
        if (stated == null && (isOver || command.status().isMadeBeforeTheEnd())) {
            return;
        }
        // A firm figure needs a day on which its period is over; leaving the day out does not make one.
        LocalDate knownOn = stated == null ? today : stated;
        if (knownOn.isAfter(today)) {
            throw Refusal.invalid("known-on-ahead", "/knownOn", "knownOn", knownOn, "today", today);
        }
        LocalDate earliest = command.status().isMadeBeforeTheEnd()
                ? firstDay
                : command.calendar().lastDay(period);
        if (knownOn.isBefore(earliest)) {
            throw Refusal.invalid(
                    "known-too-early", "/knownOn", "knownOn", knownOn, "period", period, "earliest", earliest);
        }
    }

    /** As stated, or else as {@link RecordObservation.Command} says. */
    private LocalDate knownOn(RecordObservation.Command command) {
        LocalDate stated = command.knownOn();
        if (stated != null) {
            return stated;
        }
        LocalDate ends = command.calendar().lastDay(command.period());
        return command.status().isMadeBeforeTheEnd() && ends.isAfter(moment.today()) ? moment.today() : ends;
    }

    private Taken conclude(Ready ready, List<Warning> found) {
        RecordObservation.Command command = ready.command();
        Indicator indicator = ready.entry().indicator();
        Point point = ready.entry().point();
        found.forEach(warning -> warning.refuseIfBlocking(indicator.code()));
        Observation observation = new Observation(
                identifiers.next(),
                indicator.code(),
                point.series().area(),
                command.subgroup(),
                point.period(),
                command.calendar(),
                command.status(),
                ready.entry().amount(),
                knownOn(command),
                command.knownOn() != null,
                command.source(),
                command.note(),
                indicator.unit().equals(command.unit())
                        ? null
                        : new Observation.Reported(command.amount(), command.unit()),
                moment.instant(),
                moment.actor());
        return new Taken(observation, found);
    }
}
