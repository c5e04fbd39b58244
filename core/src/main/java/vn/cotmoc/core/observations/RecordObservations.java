package vn.cotmoc.core.observations;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import vn.cotmoc.core.checks.Warning;
import vn.cotmoc.core.measure.Identifiers;
import vn.cotmoc.core.refusals.Refusal;

/**
 * Adds the figures of a file, in its order, all of them or none. Two for one place and period are two vintages if their status or
 * their day differs; else nobody can tell which is meant. Each is decided as {@link RecordObservation} would decide it after those
 * before it.
 */
@Singleton
public class RecordObservations {

    /** Lines of one file, which is one transaction: a million take a minute (deploy/load). */
    public static final int MOST_LINES = 1_000_000;

    /** Faults and warned lines that are named; more are counted. */
    private static final int MOST_NAMED = 100;

    private static final int MOST_SOURCES = 5;

    private final Intakes intakes;
    private final ObservationStore store;
    private final Identifiers identifiers;

    RecordObservations(Intakes intakes, ObservationStore store, Identifiers identifiers) {
        this.intakes = intakes;
        this.store = store;
        this.identifiers = identifiers;
    }

    /**
     * @param lines read as they are needed; each once
     * @param sha256 of the file, which the trail keeps
     */
    public record Command(Iterator<Line> lines, String sha256) {}

    /** A line of the file. @param number 1, 2, … */
    public sealed interface Line {

        int number();

        record Figure(int number, RecordObservation.Command command) implements Line {}

        /** One that says no figure. */
        record Unreadable(int number, Refusal why) implements Line {}
    }

    /**
     * What was stored.
     *
     * @param id that the trail knows it by
     * @param figures how many
     * @param warned how many of them raised a warning
     * @param remarks of the first of those
     */
    public record Recorded(UUID id, Instant recordedAt, int figures, int warned, List<Remark> remarks) {}

    /** What was warned of the figure on a line. */
    public record Remark(int line, String indicator, List<Warning> warnings) {}

    /**
     * @throws Refusal {@code no-unit} or {@code unit-closed} before anything is read; {@code figures-refused} with each line's
     *     fault, the first hundred, {@code figure-twice} among them; {@code figures-none} if there is no line, {@code figures-many} if there are too many; {@code figure-in-report} if a report that holds one of them
     *     was begun while they came in
     */
    @Transactional
    public Recorded record(Command command) {
        Tally tally = new Tally(intakes.byHand());
        while (command.lines().hasNext()) {
            tally.add(command.lines().next());
        }
        tally.takeRest();
        tally.refuseFaulty();
        UUID id = identifiers.next();
        store.traceTogether(id, tally.fields(command.sha256()));
        tally.intake.settle();
        return new Recorded(id, tally.intake.moment().instant(), tally.figures, tally.warned, tally.remarks);
    }

    /** What came so far. */
    private static final class Tally {

        private final Intake intake;
        private final List<Line.Figure> chunk = new ArrayList<>(Intake.CHUNK);
        private final List<Refusal.OnLine> faults = new ArrayList<>();
        private final List<Remark> remarks = new ArrayList<>();
        private final Set<String> sources = new LinkedHashSet<>();
        private final NamedFigures named = new NamedFigures();
        private int lines;
        private int faulty;
        private int figures;
        private int warned;

        Tally(Intake intake) {
            this.intake = intake;
        }

        void add(Line line) {
            lines++;
            if (lines > MOST_LINES) {
                throw Refusal.invalid("figures-many", "", "most", MOST_LINES);
            }
            switch (line) {
                case Line.Figure figure -> chunk.add(figure);
                case Line.Unreadable(int number, Refusal why) -> refused(number, why);
            }
            if (chunk.size() == Intake.CHUNK) {
                takeRest();
            }
        }

        void takeRest() {
            List<Outcome<Intake.Taken>> outcomes =
                    intake.take(chunk.stream().map(Line.Figure::command).toList());
            for (int i = 0; i < outcomes.size(); i++) {
                Outcome<Intake.Taken> outcome = outcomes.get(i);
                if (outcome.refusal() != null) {
                    refused(chunk.get(i).number(), outcome.refusal());
                } else {
                    taken(chunk.get(i), outcome.orThrow());
                }
            }
            chunk.clear();
        }

        /** Lines are decided to the end, also behind a fault: whoever sent them learns of all faults at once. */
        private void refused(int line, Refusal why) {
            faulty++;
            if (faults.size() < MOST_NAMED) {
                faults.add(new Refusal.OnLine(line, why));
            }
        }

        private void taken(Line.Figure figure, Intake.Taken taken) {
            figures++;
            named.add(figure.number(), taken.observation());
            if (sources.size() < MOST_SOURCES) {
                sources.add(taken.observation().source());
            }
            if (!taken.warnings().isEmpty()) {
                warned++;
                if (remarks.size() < MOST_NAMED) {
                    remarks.add(new Remark(figure.number(), taken.observation().indicator(), taken.warnings()));
                }
            }
        }

        void refuseFaulty() {
            named.forTwins((earlier, later) -> refused(later, Refusal.invalid("figure-twice", "", "line", earlier)));
            if (faulty > 0) {
                faults.sort(Comparator.comparing(Refusal.OnLine::line));
                throw Refusal.invalid(
                        "figures-refused", faults, "faulty", faulty, "lines", lines, "named", faults.size());
            }
            if (figures == 0) {
                throw Refusal.invalid("figures-none", "");
            }
        }

        Map<String, String> fields(String sha256) {
            Map<String, String> fields = new TreeMap<>();
            fields.put("figures", Integer.toString(figures));
            fields.put("warned", Integer.toString(warned));
            fields.put("sources", String.join("; ", sources));
            fields.put("sha256", sha256);
            fields.put("recordedAt", intake.moment().instant().toString());
            return fields;
        }
    }
}
