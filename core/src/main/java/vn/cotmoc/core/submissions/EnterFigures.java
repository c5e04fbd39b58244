package vn.cotmoc.core.submissions;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.actors.CurrentActor;
import vn.cotmoc.core.indicators.Indicator;
import vn.cotmoc.core.indicators.IndicatorStore;
import vn.cotmoc.core.indicators.Restatement;
import vn.cotmoc.core.measure.Amount;
import vn.cotmoc.core.observations.Observation;
import vn.cotmoc.core.observations.ObservationStatus;
import vn.cotmoc.core.observations.RecordReport;
import vn.cotmoc.core.refusals.Refusal;

/** Writes into a report that is open; what was written before stays known. */
@Singleton
public class EnterFigures {

    private final SubmissionStore store;
    private final SubmissionView view;
    private final OwnReport ownReport;
    private final CheckReport checkReport;
    private final IndicatorStore indicators;
    private final CurrentActor actor;
    private final Clock clock;

    EnterFigures(
            SubmissionStore store,
            SubmissionView view,
            OwnReport ownReport,
            CheckReport checkReport,
            IndicatorStore indicators,
            CurrentActor actor,
            Clock clock) {
        this.store = store;
        this.view = view;
        this.ownReport = ownReport;
        this.checkReport = checkReport;
        this.indicators = indicators;
        this.actor = actor;
        this.clock = clock;
    }

    /** @param expectedVersion the report's version that the author has seen */
    public record Command(UUID submission, int expectedVersion, List<Written> figures) {}

    /**
     * An amount in a unit, or why there is none; neither to empty the cell.
     *
     * @param at its place in the request, e.g. {@code /figures/0}
     * @param unit the indicator's, or one that converts exactly; null if there is no amount
     */
    public record Written(
            String at,
            int cell,
            ObservationStatus status,
            @Nullable Amount amount,
            @Nullable String unit,
            @Nullable String missing,
            @Nullable String note) {}

    /**
     * All of them or none. What says the same as before is left as it is; if all of it does, so is the report's version.
     *
     * @throws Refusal what {@link OwnReport} refuses; {@code unknown-cell}, {@code cell-twice}, {@code figure-and-missing},
     *     {@code missing-field} for an amount without a unit, {@code unit-mismatch}, {@code unknown-indicator},
     *     {@code indicator-retired}, {@code known-too-early} for a firm figure of a period that is not over;
     *     {@code report-figures} for those that the report's approval would refuse, by the checks among others
     */
    @Transactional
    public Submission enter(Command command) {
        Submission submission = ownReport.requireOpen(command.submission(), command.expectedVersion());
        List<Integer> numbers = command.figures().stream().map(Written::cell).toList();
        Map<Integer, Submission.Cell> cells = view.cells(submission.id(), numbers);
        Map<Integer, Submission.Entry> was = view.newest(submission.id(), numbers);
        Map<String, Indicator> measured = measured(cells.values());
        Set<Integer> seen = new HashSet<>();
        List<Submission.Entry> entries = new ArrayList<>();
        for (Written written : command.figures()) {
            Submission.Cell cell = cells.get(written.cell());
            if (cell == null) {
                throw Refusal.invalid("unknown-cell", written.at() + "/cell", "cell", written.cell());
            }
            if (!seen.add(written.cell())) {
                throw Refusal.invalid("cell-twice", written.at() + "/cell", "cell", written.cell());
            }
            Submission.Entry before = was.get(written.cell());
            Submission.Entry entry =
                    entry(written, cell, Objects.requireNonNull(measured.get(cell.indicator())), before);
            if (!saysTheSame(before, entry)) {
                entries.add(entry);
            }
        }
        if (entries.isEmpty()) {
            return submission;
        }
        RecordReport.requireRight(weigh(submission, cells, entries, command.figures()));
        Submission next = ownReport.next(submission, submission.status());
        store.enter(submission.id(), was, entries);
        return next;
    }

    /**
     * What {@link #enter} would say of figures that are right by themselves, together with what the report says in other cells.
     *
     * @return those of which anything is to be said
     * @throws Refusal {@code unknown-submission}, and as {@link #check}
     */
    @Transactional
    public List<RecordReport.Weighed> weigh(UUID report, List<Written> figures) {
        Submission submission = view.require(report);
        Map<Integer, Submission.Cell> cells =
                view.cells(report, figures.stream().map(Written::cell).toList());
        Map<String, Indicator> measured = measured(cells.values());
        List<Submission.Entry> entries = figures.stream()
                .map(written -> {
                    Submission.Cell cell = Objects.requireNonNull(cells.get(written.cell()));
                    return entry(written, cell, Objects.requireNonNull(measured.get(cell.indicator())), null);
                })
                .toList();
        return weigh(submission, cells, entries, figures).stream()
                .filter(weighed ->
                        weighed.refusal() != null || !weighed.warnings().isEmpty())
                .toList();
    }

    /** Each refusal at the place of its figure in the request. */
    private List<RecordReport.Weighed> weigh(
            Submission submission,
            Map<Integer, Submission.Cell> cells,
            List<Submission.Entry> entries,
            List<Written> figures) {
        Map<Integer, String> places = figures.stream().collect(Collectors.toMap(Written::cell, Written::at));
        Map<Integer, Submission.Entry> instead =
                entries.stream().collect(Collectors.toMap(Submission.Entry::cell, Function.identity()));
        List<Submission.Cell> written = cells.values().stream()
                .filter(cell -> instead.containsKey(cell.number()))
                .toList();
        return checkReport.weigh(submission, written, instead).stream()
                .map(weighed -> weighed.under(Objects.requireNonNull(places.get(weighed.cell()))))
                .toList();
    }

    private Map<String, Indicator> measured(Collection<Submission.Cell> cells) {
        return cells.stream()
                .map(Submission.Cell::indicator)
                .distinct()
                .map(code -> indicators.requireInUse(code, "/figures"))
                .collect(Collectors.toMap(Indicator::code, Function.identity()));
    }

    /**
     * What {@link #enter} would say of one figure by itself, without writing it or asking the database.
     *
     * @param indicator the cell's
     * @throws Refusal as {@link #enter}, of the figure alone
     */
    public void check(Written written, Submission.Cell cell, Indicator indicator) {
        entry(written, cell, indicator, null);
    }

    private Submission.Entry entry(
            Written written, Submission.Cell cell, Indicator indicator, Submission.@Nullable Entry before) {
        if (written.amount() != null && written.missing() != null) {
            throw Refusal.invalid("figure-and-missing", written.at() + "/missing", "cell", written.cell());
        }
        LocalDate today = LocalDate.now(clock);
        LocalDate over = cell.calendar().lastDay(cell.period());
        if (!written.status().isMadeBeforeTheEnd() && today.isBefore(over)) {
            throw Refusal.invalid(
                    "known-too-early",
                    written.at() + "/status",
                    "knownOn",
                    today,
                    "period",
                    cell.period(),
                    "earliest",
                    over);
        }
        return new Submission.Entry(
                cell.number(),
                before == null ? 1 : before.number() + 1,
                written.status(),
                amount(written, indicator),
                reported(written, indicator),
                written.missing(),
                written.note(),
                clock.instant(),
                actor.username());
    }

    private static @Nullable Amount amount(Written written, Indicator indicator) {
        return written.amount() == null
                ? null
                : Restatement.into(indicator, written.amount(), unit(written), written.at() + "/unit");
    }

    private static Observation.@Nullable Reported reported(Written written, Indicator indicator) {
        return written.amount() == null || indicator.unit().equals(unit(written))
                ? null
                : new Observation.Reported(written.amount(), unit(written));
    }

    private static String unit(Written written) {
        if (written.unit() == null) {
            throw Refusal.invalid("missing-field", written.at() + "/unit", "field", "unit");
        }
        return written.unit();
    }

    private static boolean saysTheSame(Submission.@Nullable Entry before, Submission.Entry entry) {
        return before == null
                ? entry.isEmpty() && entry.note() == null
                : before.status() == entry.status()
                        && Objects.equals(before.amount(), entry.amount())
                        && Objects.equals(before.reported(), entry.reported())
                        && Objects.equals(before.missing(), entry.missing())
                        && Objects.equals(before.note(), entry.note());
    }
}
