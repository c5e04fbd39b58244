package vn.cotmoc.core.submissions;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.cotmoc.core.measure.Amount;
import vn.cotmoc.core.observations.RecordReport;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.units.UnitView;

/** What would become of a report's figures if it were approved now; vintages already are left out. It writes nothing. */
@Singleton
public class CheckReport {

    private final SubmissionView view;
    private final ReportFigures reportFigures;
    private final RecordReport recordReport;
    private final UnitView units;

    CheckReport(SubmissionView view, ReportFigures reportFigures, RecordReport recordReport, UnitView units) {
        this.view = view;
        this.reportFigures = reportFigures;
        this.recordReport = recordReport;
        this.units = units;
    }

    /**
     * By cell; cells without a figure are not there.
     *
     * @throws Refusal {@code unknown-submission}
     */
    @Transactional(readOnly = true)
    public Map<Integer, RecordReport.Weighed> of(UUID submission, Collection<Submission.Cell> cells) {
        return weigh(view.require(submission), cells, Map.of()).stream()
                .collect(Collectors.toMap(RecordReport.Weighed::cell, weighed -> weighed));
    }

    /** @throws Refusal as {@link RecordReport#requireRight} */
    void requireRight(Submission submission) {
        RecordReport.requireRight(weigh(reportFigures.all(submission)));
    }

    /**
     * In the order of the report.
     *
     * @param cells those that are asked of
     * @param instead by cell, what is about to be written
     */
    List<RecordReport.Weighed> weigh(
            Submission submission, Collection<Submission.Cell> cells, Map<Integer, Submission.Entry> instead) {
        Set<Integer> asked = cells.stream().map(Submission.Cell::number).collect(Collectors.toSet());
        Set<String> indicators = cells.stream().map(Submission.Cell::indicator).collect(Collectors.toSet());
        ReportFigures.Gathered gathered = reportFigures.of(submission, indicators, instead);
        Map<Integer, List<Refusal>> elsewhere = reportedElsewhere(
                submission,
                gathered.entries().stream()
                        .filter(entry -> asked.contains(entry.cell()))
                        .collect(Collectors.toMap(Submission.Entry::cell, CheckReport::amount)));
        return weigh(gathered).stream()
                .filter(weighed -> asked.contains(weighed.cell()))
                .map(weighed -> weighed.warning(elsewhere.getOrDefault(weighed.cell(), List.of())))
                .toList();
    }

    private static Amount amount(Submission.Entry entry) {
        return Objects.requireNonNull(entry.amount());
    }

    /** Units do not know of each other: whose report is approved last is believed, so whoever approves it must see both figures. */
    private Map<Integer, List<Refusal>> reportedElsewhere(Submission submission, Map<Integer, Amount> own) {
        Map<Integer, List<Refusal>> said = new HashMap<>();
        for (SubmissionView.Elsewhere other : view.elsewhere(submission.id(), own.keySet())) {
            Amount figure = Objects.requireNonNull(own.get(other.cell()));
            if (other.amount().compareTo(figure) != 0) {
                said.computeIfAbsent(other.cell(), cell -> new ArrayList<>()).add(said(figure, other));
            }
        }
        return said;
    }

    private Refusal said(Amount figure, SubmissionView.Elsewhere other) {
        return Refusal.invalid(
                "figure-reported-elsewhere",
                "/amount",
                "figure",
                figure,
                "other",
                other.amount(),
                "unit",
                units.require(other.unit()).name(),
                "status",
                other.status());
    }

    private List<RecordReport.Weighed> weigh(ReportFigures.Gathered gathered) {
        return recordReport.weigh(
                gathered.figures(), Set.copyOf(gathered.takenBack().keySet()));
    }
}
