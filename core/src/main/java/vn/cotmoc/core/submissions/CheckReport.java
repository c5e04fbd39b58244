package vn.cotmoc.core.submissions;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.cotmoc.core.observations.RecordReport;
import vn.cotmoc.core.refusals.Refusal;

/** What would become of a report's figures if it were approved now; vintages already are left out. It writes nothing. */
@Singleton
public class CheckReport {

    private final SubmissionView view;
    private final ReportFigures reportFigures;
    private final RecordReport recordReport;

    CheckReport(SubmissionView view, ReportFigures reportFigures, RecordReport recordReport) {
        this.view = view;
        this.reportFigures = reportFigures;
        this.recordReport = recordReport;
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
        return weigh(reportFigures.of(submission, indicators, instead)).stream()
                .filter(weighed -> asked.contains(weighed.cell()))
                .toList();
    }

    private List<RecordReport.Weighed> weigh(ReportFigures.Gathered gathered) {
        return recordReport.weigh(
                gathered.figures(), Set.copyOf(gathered.takenBack().keySet()));
    }
}
