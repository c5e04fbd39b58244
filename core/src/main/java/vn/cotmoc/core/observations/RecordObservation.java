package vn.cotmoc.core.observations;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.checks.Warning;
import vn.cotmoc.core.measure.Amount;
import vn.cotmoc.core.periods.Calendar;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.units.MayReport;

/** Adds a vintage of a figure; what was known before stays. */
@Singleton
public class RecordObservation {

    private final Intakes intakes;
    private final ObservationStore store;

    RecordObservation(Intakes intakes, ObservationStore store) {
        this.intakes = intakes;
        this.store = store;
    }

    /**
     * @param area null for the province itself
     * @param unit as the reporter understands it; the indicator's, or one that converts exactly
     * @param knownOn null if the source states no date: the period's last day stands in, or today for an estimate made before it; a firm figure
     *     of a period that runs is refused
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

        Command of(String part) {
            return new Command(indicator, area, part, period, calendar, status, amount, unit, knownOn, source, note);
        }
    }

    /**
     * @throws Refusal {@code unknown-indicator}, {@code unknown-area}, {@code unit-mismatch},
     *     {@code indicator-retired}, {@code indicator-calculated}, {@code period-ahead} for a
     *     period that has not begun, {@code known-on-ahead} for a day in the future, {@code known-too-early} for a firm
     *     figure known before its period ended, be it that no day is stated; {@code area-not-yet} or {@code area-not-valid} for an area that was not there; what {@link MayReport}
     *     refuses, and {@link FigureGate}; what a check that blocks finds ({@link Warning})
     */
    @Transactional
    public Observation record(Command command) {
        Intake intake = intakes.byHand();
        Intake.Taken taken = intake.take(List.of(command)).getFirst().orThrow();
        store.trace(taken);
        intake.settle();
        return taken.observation();
    }
}
