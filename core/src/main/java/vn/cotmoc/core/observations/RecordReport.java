package vn.cotmoc.core.observations;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.refusals.Refusal;

/**
 * Adds the vintages of an approved report, or says before what would come of that. Its figures are held against each other, for
 * they are parts of one another: all of them or none.
 */
@Singleton
public class RecordReport {

    /** Figures that one approval puts on the trail one by one; of more the trail tells how many and where they are from. */
    private static final int MOST_TRACED = 200;

    /** Faults that are named; more are counted. */
    private static final int MOST_NAMED = 100;

    private final Intakes intakes;
    private final ObservationStore store;

    RecordReport(Intakes intakes, ObservationStore store) {
        this.intakes = intakes;
        this.store = store;
    }

    /** @param cell of the report, by which its reader finds it */
    public record Figure(int cell, RecordObservation.Command command) {}

    /**
     * What would become of a figure.
     *
     * @param warnings the sentences of those that do not stop it; none where it is refused
     * @param refusal as {@link RecordObservation#record} of it, but for what {@code MayReport} and {@link FigureGate} refuse; null if
     *     it would be stored
     */
    public record Weighed(
            int cell, List<Refusal> warnings, @Nullable Refusal refusal) {

        /** With more to say, where it is not refused. */
        public Weighed warning(List<Refusal> more) {
            return refusal != null || more.isEmpty()
                    ? this
                    : new Weighed(
                            cell,
                            Stream.concat(warnings.stream(), more.stream()).toList(),
                            null);
        }

        /** With the refusal at a place in a request. */
        public Weighed under(String place) {
            return refusal == null ? this : new Weighed(cell, warnings, refusal.under(place));
        }
    }

    /**
     * One a figure, in their order. Nothing is stored.
     *
     * @param without vintages that the approval withdraws
     */
    @Transactional(readOnly = true)
    public List<Weighed> weigh(List<Figure> figures, Set<UUID> without) {
        return weighed(figures, intakes.toWeigh(without).weigh(commands(figures)));
    }

    /**
     * @param report what the trail is to find them by, if they are many
     * @return one a figure, in their order
     * @throws Refusal {@code report-figures}, as {@link #requireRight}
     */
    @Transactional
    public List<Observation> record(UUID report, List<Figure> figures) {
        Intake intake = intakes.ofReport();
        List<Outcome<Intake.Taken>> outcomes = intake.weigh(commands(figures));
        requireRight(weighed(figures, outcomes));
        List<Intake.Taken> taken = Outcome.passed(outcomes);
        intake.store(taken);
        if (taken.size() <= MOST_TRACED) {
            taken.forEach(store::trace);
        } else {
            store.traceTogether(
                    report,
                    Map.of(
                            "figures",
                            Integer.toString(taken.size()),
                            "source",
                            taken.getFirst().observation().source()));
        }
        return taken.stream().map(Intake.Taken::observation).toList();
    }

    /** @throws Refusal {@code report-figures} with the fault of each that would be refused by its cell, the first hundred */
    public static void requireRight(List<Weighed> figures) {
        List<Refusal.OnLine> faults = new ArrayList<>();
        for (Weighed figure : figures) {
            if (figure.refusal() != null) {
                faults.add(new Refusal.OnLine(figure.cell(), figure.refusal()));
            }
        }
        if (!faults.isEmpty()) {
            List<Refusal.OnLine> named = faults.subList(0, Math.min(faults.size(), MOST_NAMED));
            throw Refusal.invalid("report-figures", named, "faulty", faults.size(), "named", named.size());
        }
    }

    private static List<Refusal> sentences(Intake.Taken taken) {
        return taken.warnings().stream()
                .map(warning -> warning.refusal(taken.observation().indicator()))
                .toList();
    }

    private static List<RecordObservation.Command> commands(List<Figure> figures) {
        return figures.stream().map(Figure::command).toList();
    }

    private static List<Weighed> weighed(List<Figure> figures, List<Outcome<Intake.Taken>> outcomes) {
        List<Weighed> weighed = new ArrayList<>(figures.size());
        for (int i = 0; i < outcomes.size(); i++) {
            Intake.Taken taken = outcomes.get(i).value();
            weighed.add(new Weighed(
                    figures.get(i).cell(),
                    taken == null ? List.of() : sentences(taken),
                    outcomes.get(i).refusal()));
        }
        return weighed;
    }
}
