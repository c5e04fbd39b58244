package vn.cotmoc.core.trajectories;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.measure.Amount;
import vn.cotmoc.core.measure.Ratio;
import vn.cotmoc.core.observations.Observation;
import vn.cotmoc.core.periods.Period;

/**
 * What share of a total its first months are expected to bring where nobody stated it. Only totals have one: of rates, levels and
 * indices nothing is assumed.
 *
 * @param origin seasonal or linear
 * @param share exact, from 0 to 1
 * @param years whose shares were averaged, oldest first; empty if linear
 */
public record Assumption(Origin origin, Ratio share, List<Integer> years) {

    /**
     * By the season of past years, see {@link Season}.
     *
     * @param covered begins where the whole begins
     * @param known vintages of one indicator, place and part, those of past years among them
     */
    public static Assumption of(Period whole, Period covered, List<Observation> known) {
        Season season = Season.of(whole, known);
        return new Assumption(season.origin(), season.by(covered.months()), season.years());
    }

    /** What the share is of an amount, half-up to six digits; empty without one. */
    public Optional<Amount> of(@Nullable Amount whole) {
        return Optional.ofNullable(whole).map(Amount::value).map(this::of).map(Amount::new);
    }

    private BigDecimal of(BigDecimal whole) {
        return whole.multiply(share.numerator()).divide(share.denominator(), 6, RoundingMode.HALF_UP);
    }
}
