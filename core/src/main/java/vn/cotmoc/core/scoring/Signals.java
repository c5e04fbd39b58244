package vn.cotmoc.core.scoring;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.checks.Checks;
import vn.cotmoc.core.checks.Limits;
import vn.cotmoc.core.measure.Amount;
import vn.cotmoc.core.observations.Calculation;
import vn.cotmoc.core.observations.Observation;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.signals.Change;
import vn.cotmoc.core.signals.Freshness;
import vn.cotmoc.core.signals.Prospect;
import vn.cotmoc.core.targets.Yardstick;

/**
 * What a target's figures warn of besides its rating.
 *
 * @param jumped the newest figure of the period, if it is a jump; else null
 */
record Signals(
        Prospect prospect,
        Reach reach,
        Freshness freshness,
        @Nullable Jumped jumped,
        Dissent dissent) {

    /**
     * The newest figure, and the one of history that it is far from.
     *
     * @param most the largest change that is none, as a share of the earlier figure
     */
    record Jumped(Period period, Amount amount, Period earlierPeriod, Amount earlier, BigDecimal most) {}

    /**
     * @param known vintages of the target's indicator, place and part, known on the day
     * @param targets of the same plan, at least those of the same subject, this one among them
     */
    static Signals of(
            TargetLine line,
            Reading reading,
            List<Observation> known,
            Collection<TargetLine> targets,
            Yardstick yardstick,
            Limits limits,
            LocalDate day) {
        Map<Period, Observation> believed = Calculation.newest(known);
        Period wanted = line.target().period();
        return new Signals(
                Prospect.of(
                        line.indicator(),
                        line.target(),
                        line.revision().aim(),
                        reached(reading),
                        reading.evidence() == Evidence.FULL,
                        believed,
                        yardstick),
                Reach.of(line, RequiredPace.of(line, known), believed.values()),
                Freshness.of(line.indicator().cadence(), wanted, believed.values(), day),
                jumped(line, believed, limits).orElse(null),
                Dissent.of(line, targets, yardstick));
    }

    private static @Nullable YearMonth reached(Reading reading) {
        return reading.evidence() == Evidence.PARTIAL && reading.period() != null
                ? reading.period().last()
                : null;
    }

    private static Optional<Jumped> jumped(TargetLine line, Map<Period, Observation> believed, Limits limits) {
        Map<Period, Amount> series =
                believed.values().stream().collect(Collectors.toMap(Observation::period, Observation::amount));
        return series.keySet().stream()
                .filter(line.target().period()::contains)
                .max(Period::compareTo)
                .flatMap(newest -> Checks.jump(line.indicator(), newest, series, limits)
                        .map(jump -> new Jumped(newest, jump.figure(), jump.from(), jump.earlier(), jump.most())));
    }

    Change change() {
        return jumped == null ? Change.USUAL : Change.JUMP;
    }
}
