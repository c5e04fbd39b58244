package vn.cotmoc.core.observations;

import static java.util.stream.Collectors.toMap;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Function;
import vn.cotmoc.core.actors.CurrentActor;
import vn.cotmoc.core.areas.AreaView;
import vn.cotmoc.core.areas.Atlas;
import vn.cotmoc.core.checks.CheckView;
import vn.cotmoc.core.indicators.Indicator;
import vn.cotmoc.core.indicators.IndicatorStore;
import vn.cotmoc.core.indicators.IndicatorView;
import vn.cotmoc.core.measure.Identifiers;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.subgroups.SubgroupStore;
import vn.cotmoc.core.units.MayReport;
import vn.cotmoc.core.units.Unit;

/** Begins intakes, with the places, settings and rights of now. */
@Singleton
class Intakes {

    private static final Intake.Entrance OPEN = new Intake.Entrance() {

        @Override
        public void require(String indicator, UUID area) {}

        @Override
        public Map<Point, Refusal> closed(Collection<Point> figures) {
            return Map.of();
        }

        @Override
        public void settle(Intake.Moment moment) {}
    };

    private final MayReport mayReport;
    private final FigureGate gate;
    private final IndicatorStore indicators;
    private final IndicatorView indicatorView;
    private final SubgroupStore parts;
    private final AreaView areas;
    private final CheckView settings;
    private final ObservationView observations;
    private final ObservationStore store;
    private final Identifiers identifiers;
    private final CurrentActor actor;
    private final Clock clock;

    Intakes(
            MayReport mayReport,
            FigureGate gate,
            IndicatorStore indicators,
            IndicatorView indicatorView,
            SubgroupStore parts,
            AreaView areas,
            CheckView settings,
            ObservationView observations,
            ObservationStore store,
            Identifiers identifiers,
            CurrentActor actor,
            Clock clock) {
        this.mayReport = mayReport;
        this.gate = gate;
        this.indicators = indicators;
        this.indicatorView = indicatorView;
        this.parts = parts;
        this.areas = areas;
        this.settings = settings;
        this.observations = observations;
        this.store = store;
        this.identifiers = identifiers;
        this.actor = actor;
        this.clock = clock;
    }

    /** @throws Refusal {@code no-unit} or {@code unit-closed} */
    Intake byHand() {
        return byHand(Ledger.MOST_HELD);
    }

    /** As {@link #byHand()}, with so many figures at hand at most. */
    Intake byHand(int mostHeld) {
        Unit unit = mayReport.ownUnit();
        BiPredicate<String, UUID> may = mayReport.of(unit);
        FigureGate.Guard guard = gate.guard();
        Intake.Entrance entrance = new Intake.Entrance() {

            @Override
            public void require(String indicator, UUID area) {
                if (!may.test(indicator, area)) {
                    throw MayReport.notAssigned(unit, indicator);
                }
            }

            @Override
            public Map<Point, Refusal> closed(Collection<Point> figures) {
                return guard.closed(figures);
            }

            @Override
            public void settle(Intake.Moment moment) {
                guard.settle(moment.actor(), moment.instant());
            }
        };
        return begin(entrance, indicators::toMeasure, mostHeld, Set.of());
    }

    /**
     * Of a report: who approves it is not who may report what is in it. What it wrote stays at hand to its end, for its figures are
     * held against each other.
     */
    Intake ofReport() {
        return begin(OPEN, indicators::toMeasure, Integer.MAX_VALUE, Set.of());
    }

    /**
     * Of a report that is weighed only, and not stored.
     *
     * @param without vintages that its approval withdraws
     */
    Intake toWeigh(Set<UUID> without) {
        return begin(OPEN, this::asTheyAre, Integer.MAX_VALUE, without);
    }

    private Map<String, Indicator> asTheyAre(Set<String> codes) {
        return indicatorView.of(codes).stream().collect(toMap(Indicator::code, Function.identity()));
    }

    private Intake begin(Intake.Entrance entrance, Intake.Measuring measuring, int mostHeld, Set<UUID> without) {
        Atlas atlas = areas.atlas();
        LocalDate today = LocalDate.now(clock);
        return new Intake(
                entrance,
                measuring,
                parts,
                store,
                identifiers,
                atlas,
                new Ledger(atlas, settings.all(), observations, today, mostHeld, without),
                new Intake.Moment(actor.username(), clock.instant(), today));
    }
}
