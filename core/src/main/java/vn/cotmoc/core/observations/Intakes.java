package vn.cotmoc.core.observations;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiPredicate;
import vn.cotmoc.core.actors.CurrentActor;
import vn.cotmoc.core.areas.AreaView;
import vn.cotmoc.core.areas.Atlas;
import vn.cotmoc.core.checks.CheckView;
import vn.cotmoc.core.indicators.IndicatorStore;
import vn.cotmoc.core.measure.Identifiers;
import vn.cotmoc.core.refusals.Refusal;
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
    };

    private final MayReport mayReport;
    private final FigureGate gate;
    private final IndicatorStore indicators;
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
        };
        return begin(entrance, mostHeld);
    }

    /** Of approved reports: who approves them is not who may report what is in them. */
    Intake approved() {
        return begin(OPEN, Ledger.MOST_HELD);
    }

    private Intake begin(Intake.Entrance entrance, int mostHeld) {
        Atlas atlas = areas.atlas();
        LocalDate today = LocalDate.now(clock);
        return new Intake(
                entrance,
                indicators,
                store,
                identifiers,
                atlas,
                new Ledger(atlas, settings.all(), observations, today, mostHeld),
                new Intake.Moment(actor.username(), clock.instant(), today));
    }
}
