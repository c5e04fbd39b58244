package vn.cotmoc.rules.authoring;

import static vn.cotmoc.rules.authoring.Combinations.both;
import static vn.cotmoc.rules.authoring.Combinations.not;
import static vn.cotmoc.rules.authoring.Combinations.saying;

import java.util.BitSet;
import java.util.List;
import vn.cotmoc.core.scoring.EndBand;
import vn.cotmoc.core.scoring.Evidence;
import vn.cotmoc.core.scoring.Fulfilment;
import vn.cotmoc.core.scoring.PaceBand;
import vn.cotmoc.core.scoring.ReachBand;
import vn.cotmoc.core.signals.Age;
import vn.cotmoc.core.signals.Agreement;
import vn.cotmoc.core.signals.Change;
import vn.cotmoc.core.signals.ForecastBand;
import vn.cotmoc.rules.decisiontables.Fact;
import vn.cotmoc.rules.decisiontables.Placeholder;

/**
 * What core's facts can say together, and which of a sentence's blanks it can fill when. A combination that is called impossible here
 * needs no row; one that core never makes but that is not excluded here costs its author a row and nothing else.
 */
final class Possible {

    /** Of each pair, where the first holds the second does too. */
    private record Always(BitSet where, BitSet holds) {}

    private static final BitSet COMPARED = saying(Fact.EVIDENCE, Evidence.PARTIAL, Evidence.FULL);
    private static final BitSet ON_THE_WAY = saying(Fact.EVIDENCE, Evidence.PARTIAL);
    private static final BitSet COMPLETE = saying(Fact.EVIDENCE, Evidence.FULL);
    private static final BitSet NO_FIGURE = saying(Fact.AGE, Age.NO_FIGURE);
    private static final BitSet NO_REACH = saying(Fact.REACH_BAND, ReachBand.NO_REACH);
    private static final BitSet NO_FORECAST = saying(Fact.FORECAST_BAND, ForecastBand.NO_FORECAST);

    private static final List<Always> ALWAYS = List.of(
            // Only a figure that says something of the whole is held against the aim.
            new Always(not(COMPARED), saying(Fact.FULFILMENT, Fulfilment.UNDECIDED)),
            new Always(not(COMPARED), saying(Fact.END_BAND, EndBand.NO_RATIO)),
            // What is expected by now is asked on the way alone, and only what came on the way can be too much.
            new Always(not(ON_THE_WAY), saying(Fact.PACE_BAND, PaceBand.NO_PACE)),
            new Always(not(ON_THE_WAY), not(saying(Fact.REACH_BAND, ReachBand.LOST))),
            // How far a level must move is told from figures of earlier periods too; there is nothing left to bring at
            // the end.
            new Always(COMPLETE, NO_REACH),
            new Always(NO_FIGURE, NO_REACH),
            // Nobody forecasts what is known.
            new Always(COMPLETE, NO_FORECAST),
            // Where there never was a figure there is none of the period, nothing to forecast from, and none that could
            // jump.
            new Always(NO_FIGURE, saying(Fact.EVIDENCE, Evidence.NONE)),
            new Always(NO_FIGURE, NO_FORECAST),
            new Always(NO_FIGURE, saying(Fact.CHANGE, Change.USUAL)));

    private static final BitSet COMBINATIONS = ALWAYS.stream()
            .collect(
                    Combinations::all,
                    (left, always) -> left.andNot(both(always.where, not(always.holds))),
                    BitSet::and);

    private Possible() {}

    /** Not to be changed. */
    static BitSet combinations() {
        return COMBINATIONS;
    }

    /** Where core may have something to put there; where it is not, it never has. */
    static BitSet filled(Placeholder placeholder) {
        return switch (placeholder) {
            case ACTUAL, PERIOD -> not(saying(Fact.EVIDENCE, Evidence.NONE));
            case ATTAINMENT -> not(saying(Fact.END_BAND, EndBand.NO_RATIO));
            case COMPARED -> COMPARED;
            case PACE -> not(saying(Fact.PACE_BAND, PaceBand.NO_PACE));
            case EXPECTED -> ON_THE_WAY;
            case FORECAST, LOW, HIGH, POINTS -> both(not(COMPLETE), not(NO_FIGURE));
            case PROBABILITY -> not(NO_FORECAST);
            case REQUIRED, BEST -> saying(Fact.REACH_BAND, ReachBand.WITHIN, ReachBand.BEYOND);
            case NEWEST -> not(NO_FIGURE);
            case JUMPED, EARLIER, CHANGE, LIMIT -> saying(Fact.CHANGE, Change.JUMP);
            case OWN, OTHER -> not(saying(Fact.AGREEMENT, Agreement.AGREED));
            case TARGET, UNIT, EXCEEDED, NEARLY, OPEN, LATE, SIDE -> Combinations.all();
        };
    }
}
