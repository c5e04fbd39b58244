package vn.cotmoc.core.submissions;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.cotmoc.core.forms.FormView;
import vn.cotmoc.core.observations.Observation;
import vn.cotmoc.core.observations.RecordObservation;
import vn.cotmoc.core.observations.RecordReport;
import vn.cotmoc.core.units.UnitView;

/** Gathers what a report has that is no vintage yet, as its approval records it. */
@Singleton
class ReportFigures {

    /** Cells of a large report that are read at once. */
    private static final int PAGE = 2000;

    private final SubmissionView view;
    private final FormView forms;
    private final UnitView units;
    private final Clock clock;

    ReportFigures(SubmissionView view, FormView forms, UnitView units, Clock clock) {
        this.view = view;
        this.forms = forms;
        this.units = units;
        this.clock = clock;
    }

    /** What was gathered. Entries that are vintages already, of a report that was unlocked, do not become so twice. */
    final class Gathered {

        private final String source;
        private final Map<Integer, List<UUID>> said;
        private final List<Submission.Entry> entries = new ArrayList<>();
        private final List<RecordReport.Figure> figures = new ArrayList<>();
        private final Map<UUID, String> takenBack = new LinkedHashMap<>();

        private Gathered(Submission submission) {
            this.source = "%s, %s, %s"
                    .formatted(
                            forms.require(submission.form()).newest().name(),
                            submission.period(),
                            units.require(submission.unit()).name());
            this.said = view.observationsByCell(submission.id());
        }

        /** Those that {@link #figures} are of, in the same order. */
        List<Submission.Entry> entries() {
            return entries;
        }

        List<RecordReport.Figure> figures() {
            return figures;
        }

        /** Vintages of cells that now say why there is no figure, with that reason. */
        Map<UUID, String> takenBack() {
            return takenBack;
        }

        private void add(SubmissionView.Line line, Submission.Entry entry) {
            if (entry.missing() != null) {
                said.getOrDefault(entry.cell(), List.of())
                        .forEach(figure -> takenBack.put(figure, source + ": " + entry.missing()));
            }
            if (entry.amount() != null) {
                entries.add(entry);
                figures.add(new RecordReport.Figure(entry.cell(), command(line, entry)));
            }
        }

        private RecordObservation.Command command(SubmissionView.Line line, Submission.Entry entry) {
            Observation.Reported written = entry.written(line.unit());
            return new RecordObservation.Command(
                    line.cell().indicator(),
                    line.cell().area(),
                    line.cell().subgroup(),
                    line.cell().period(),
                    line.cell().calendar(),
                    entry.status(),
                    written.amount(),
                    written.unit(),
                    LocalDate.now(clock),
                    source,
                    entry.note());
        }
    }

    Gathered all(Submission submission) {
        Gathered gathered = new Gathered(submission);
        List<SubmissionView.Line> page = view.lines(submission.id(), 0, PAGE);
        while (!page.isEmpty()) {
            page.forEach(line -> unsaid(line).ifPresent(entry -> gathered.add(line, entry)));
            page = view.lines(submission.id(), page.getLast().cell().number(), PAGE);
        }
        return gathered;
    }

    /**
     * Of some indicators, which is enough to check their figures.
     *
     * @param instead by cell, what is about to be written
     */
    Gathered of(Submission submission, Set<String> indicators, Map<Integer, Submission.Entry> instead) {
        Gathered gathered = new Gathered(submission);
        view.lines(submission.id(), indicators)
                .forEach(line -> Optional.ofNullable(instead.get(line.cell().number()))
                        .or(() -> unsaid(line))
                        .ifPresent(entry -> gathered.add(line, entry)));
        return gathered;
    }

    /** What counts in a cell, unless it is a vintage. */
    private static Optional<Submission.Entry> unsaid(SubmissionView.Line line) {
        return line.entry().filter(_ -> line.observation().isEmpty());
    }
}
