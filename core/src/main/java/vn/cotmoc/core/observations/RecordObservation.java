package vn.cotmoc.core.observations;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.actors.CurrentActor;
import vn.cotmoc.core.areas.AreaView;
import vn.cotmoc.core.audit.Trail;
import vn.cotmoc.core.checks.Warning;
import vn.cotmoc.core.indicators.Indicator;
import vn.cotmoc.core.indicators.IndicatorStore;
import vn.cotmoc.core.indicators.Restatement;
import vn.cotmoc.core.measure.Amount;
import vn.cotmoc.core.measure.Identifiers;
import vn.cotmoc.core.periods.Calendar;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.units.MayReport;

/** Adds a vintage of a figure; what was known before stays. */
@Singleton
public class RecordObservation {

    private final IndicatorStore indicators;
    private final AreaView areas;
    private final MayReport mayReport;
    private final FigureGate gate;
    private final CheckFigure checkFigure;
    private final ObservationStore store;
    private final WarningRows warnings;
    private final Identifiers identifiers;
    private final CurrentActor actor;
    private final Trail trail;
    private final Clock clock;

    RecordObservation(
            IndicatorStore indicators,
            AreaView areas,
            MayReport mayReport,
            FigureGate gate,
            CheckFigure checkFigure,
            ObservationStore store,
            WarningRows warnings,
            Identifiers identifiers,
            CurrentActor actor,
            Trail trail,
            Clock clock) {
        this.indicators = indicators;
        this.areas = areas;
        this.mayReport = mayReport;
        this.gate = gate;
        this.checkFigure = checkFigure;
        this.store = store;
        this.warnings = warnings;
        this.identifiers = identifiers;
        this.actor = actor;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * @param area null for the province itself
     * @param unit as the reporter understands it; the indicator's, or one that converts exactly
     * @param knownOn null if the source states no date
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
        UUID area = areas.resolveDuring(command.area(), command.period(), command.calendar(), "/area");
        mayReport.require(command.indicator(), area);
        gate.requireOpen(command.indicator(), area, command.subgroup(), command.period(), command.calendar());
        return recordApproved(command);
    }

    /**
     * Of an approved report: who approves it is not who may report it.
     *
     * @throws Refusal as {@link #record}, but for what {@link MayReport} and {@link FigureGate} refuse
     */
    @Transactional
    public Observation recordApproved(Command command) {
        Indicator indicator = indicators.requireInUse(command.indicator(), "/indicator");
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
        Period period = command.period();
        UUID area = areas.resolveDuring(command.area(), period, command.calendar(), "/area");
        List<Warning> found =
                checkFigure.check(indicator, area, command.subgroup(), period, command.calendar(), amount);
        found.forEach(warning -> warning.refuseIfBlocking(indicator.code()));
        LocalDate stated = command.knownOn();
        Observation observation = new Observation(
                identifiers.next(),
                indicator.code(),
                area,
                command.subgroup(),
                period,
                command.calendar(),
                command.status(),
                amount,
                stated == null ? command.calendar().lastDay(period) : stated,
                stated != null,
                command.source(),
                command.note(),
                indicator.unit().equals(command.unit())
                        ? null
                        : new Observation.Reported(command.amount(), command.unit()),
                clock.instant(),
                actor.username());
        ObservationRow row = ObservationRow.of(observation);
        store.save(row);
        trail.added(observation.id(), row, observation.source());
        for (Warning warning : found) {
            WarningRow warned = WarningRow.of(observation.id(), warning);
            warnings.save(warned);
            trail.added(observation.id(), warned);
        }
        return observation;
    }

    private void refuseImpossibleDates(Command command) {
        Period period = command.period();
        LocalDate firstDay = command.calendar().firstDay(period);
        LocalDate today = LocalDate.now(clock);
        if (firstDay.isAfter(today)) {
            throw Refusal.invalid("period-ahead", "/period", "period", period, "today", today);
        }
        LocalDate knownOn = command.knownOn();
        if (knownOn == null) {
            return;
        }
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

    /** @throws Refusal {@code unknown-observation} at the given place */
    @Transactional
    public UUID require(UUID observation, String at) {
        if (!store.existsByObservationId(observation)) {
            throw Refusal.invalid("unknown-observation", at, "observation", observation);
        }
        return observation;
    }
}
