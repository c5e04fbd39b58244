package vn.cotmoc.core.observations;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.checks.Warning;
import vn.cotmoc.core.measure.Amount;
import vn.cotmoc.core.periods.Calendar;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.units.MayReport;

/** Adds a vintage of a figure, or of all figures of a report; what was known before stays. */
@Singleton
public class RecordObservation {

    /** Figures that one approval puts on the trail one by one; of more the trail tells how many and where they are from. */
    private static final int MOST_NAMED = 200;

    private final Intakes intakes;
    private final ObservationStore store;

    RecordObservation(Intakes intakes, ObservationStore store) {
        this.intakes = intakes;
        this.store = store;
    }

    /**
     * @param area null for the province itself
     * @param unit as the reporter understands it; the indicator's, or one that converts exactly
     * @param knownOn null if the source states no date: the period's last day stands in, or today for an estimate made before it
     */
    public record Command(
            String indicator,
            @Nullable UUID area,
            String subgroup,
            Period period,
            Calendar calendar,
            ObservationStatus status,
            Amount amount,
            String unit,
            @Nullable LocalDate knownOn,
            String source,
            @Nullable String note) {

        /** By the civil calendar. */
        public Command(
                String indicator,
                @Nullable UUID area,
                String subgroup,
                Period period,
                ObservationStatus status,
                Amount amount,
                String unit,
                @Nullable LocalDate knownOn,
                String source,
                @Nullable String note) {
            this(indicator, area, subgroup, period, Calendar.CIVIL, status, amount, unit, knownOn, source, note);
        }
    }

    /**
     * @throws Refusal {@code unknown-indicator}, {@code unknown-area}, {@code unit-mismatch},
     *     {@code indicator-retired}, {@code indicator-calculated}, {@code period-ahead} for a
     *     period that has not begun, {@code known-on-ahead} for a day in the future, {@code known-too-early} for a firm
     *     figure known before its period ended, {@code area-not-valid} for an area that was not there; what {@link MayReport}
     *     refuses; what a check that blocks finds ({@link Warning})
     */
    @Transactional
    public Observation record(Command command) {
        Intake.Taken taken = intakes.byHand().take(List.of(command)).getFirst().orThrow();
        store.trace(taken);
        return taken.observation();
    }

    /**
     * Of an approved report: who approves it is not who may report it.
     *
     * @param report what the trail is to find them by, if they are many
     * @return one a command, in their order
     * @throws Refusal as {@link #record} of the first that is refused, but for what {@link MayReport} and {@link FigureGate} refuse
     */
    @Transactional
    public List<Observation> recordApproved(UUID report, List<Command> commands) {
        Intake intake = intakes.approved();
        List<Observation> recorded = new ArrayList<>(commands.size());
        for (int from = 0; from < commands.size(); from += Intake.CHUNK) {
            List<Command> chunk = commands.subList(from, Math.min(from + Intake.CHUNK, commands.size()));
            for (Outcome<Intake.Taken> outcome : intake.take(chunk)) {
                Intake.Taken taken = outcome.orThrow();
                if (commands.size() <= MOST_NAMED) {
                    store.trace(taken);
                }
                recorded.add(taken.observation());
            }
        }
        if (commands.size() > MOST_NAMED) {
            store.traceTogether(
                    report,
                    Map.of(
                            "figures", Integer.toString(commands.size()),
                            "source", commands.getFirst().source()));
        }
        return recorded;
    }
}
