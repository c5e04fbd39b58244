package vn.cotmoc.core.targets;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.checks.CheckView;
import vn.cotmoc.core.checks.Checks;
import vn.cotmoc.core.checks.Fault;
import vn.cotmoc.core.checks.Limits;
import vn.cotmoc.core.indicators.Indicator;
import vn.cotmoc.core.measure.Amount;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.refusals.Refusal;

/** What must hold of an aim before it is stored: what no figure could be, nobody can aim at. */
@Singleton
final class CheckAim {

    private final CheckView checks;
    private final Clock clock;

    CheckAim(CheckView checks, Clock clock) {
        this.checks = checks;
        this.clock = clock;
    }

    /**
     * @throws Refusal {@code basis-period}, {@code basis-comparator}, {@code comparator-kind}, {@code rank-whole}, {@code baseline-late};
     *     {@code figure-below-lowest}, {@code figure-above-highest}, {@code figure-not-whole} for an amount that cannot be
     */
    void check(Aim aim, Indicator indicator, Period period, Basis basis) {
        basis.requireFor(period, aim.comparator());
        aim.requireFor(indicator);
        aim.requireStartBefore(period);
        Limits limits = checks.all().inForce(indicator, LocalDate.now(clock));
        Aim.Baseline baseline = aim.baseline();
        Amounts amounts = new Amounts(indicator, period, basis);
        amounts.check(
                aim.amount(),
                aim.comparator() == Comparator.INCREMENT ? Limits.OWN_DESIGN.within(indicator) : limits,
                "/amount");
        amounts.check(aim.amountHigh(), limits, "/amountHigh");
        amounts.check(baseline == null ? null : baseline.amount(), limits, "/baseline/amount");
    }

    private record Amounts(Indicator indicator, Period period, Basis basis) {

        /** An average of whole numbers need not be one. An increment is no figure, so bounds of the indicator's own are not its. */
        void check(@Nullable Amount amount, Limits limits, String at) {
            if (amount != null) {
                Checks.impossible(indicator, period, amount, limits)
                        .filter(warning -> warning.fault() != Fault.NOT_WHOLE || basis != Basis.AVERAGE_PER_YEAR)
                        .ifPresent(warning -> {
                            throw warning.refusal(indicator.code(), at);
                        });
            }
        }
    }
}
