package vn.cotmoc.core.trajectories;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.measure.Amount;
import vn.cotmoc.core.measure.Ratio;
import vn.cotmoc.core.observations.Calculation;
import vn.cotmoc.core.observations.Observation;
import vn.cotmoc.core.periods.Chain;
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

    /** How many years it looks back. */
    public static final int LOOKS_BACK = 5;

    private static final int FEWEST_YEARS = 2;

    /** What the months so far are expected to bring of the whole, by {@link #between}. */
    public static Assumption of(Period whole, Period covered, List<Observation> known) {
        return between(null, covered, whole, whole, known);
    }

    /**
     * What of that which comes between two stated months has come by some months between them. Of a year the mean, over those of the
     * {@value #LOOKS_BACK} years before that are complete, of the share that the same months had; a year in which they made less
     * than nothing or more than all (by corrections) does not count. With fewer than two such years, and of any other period, the
     * share of the months gone. All months begin where the whole begins.
     *
     * @param from null from the beginning of the whole
     * @param known vintages of one indicator, place and part, those of past years among them
     */
    public static Assumption between(
            @Nullable Period from, Period covered, Period to, Period whole, List<Observation> known) {
        List<Integer> years = new ArrayList<>();
        List<Ratio> shares = new ArrayList<>();
        if (whole.isYear()) {
            Map<Period, BigDecimal> figures = Calculation.newest(known).entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey,
                            figure -> figure.getValue().amount().value()));
            for (int back = LOOKS_BACK; back >= 1; back--) {
                int year = whole.first().getYear() - back;
                share(from == null ? null : before(from, back), before(covered, back), before(to, back), figures)
                        .ifPresent(share -> {
                            years.add(year);
                            shares.add(share);
                        });
            }
        }
        return years.size() >= FEWEST_YEARS
                ? new Assumption(Origin.SEASONAL, mean(shares), List.copyOf(years))
                : linear(from == null ? 0 : from.months(), covered, to);
    }

    private static Period before(Period months, int years) {
        return Period.yearToDate(months.last().minusYears(years));
    }

    /** What the share is of an amount, half-up to six digits; empty without one. */
    public Optional<Amount> of(@Nullable Amount whole) {
        return Optional.ofNullable(whole).map(Amount::value).map(this::of).map(Amount::new);
    }

    /** The same of a bare value. */
    public BigDecimal of(BigDecimal whole) {
        return whole.multiply(share.numerator()).divide(share.denominator(), 6, RoundingMode.HALF_UP);
    }

    private static Assumption linear(int gone, Period covered, Period to) {
        return new Assumption(
                Origin.LINEAR,
                new Ratio(BigDecimal.valueOf(covered.months() - gone), BigDecimal.valueOf(to.months() - gone)),
                List.of());
    }

    private static Optional<Ratio> share(
            @Nullable Period from, Period covered, Period to, Map<Period, BigDecimal> figures) {
        return (from == null ? Optional.of(BigDecimal.ZERO) : total(from, figures))
                .flatMap(before -> total(to, figures)
                        .map(total -> total.subtract(before))
                        .filter(span -> span.signum() > 0)
                        .flatMap(span -> total(covered, figures)
                                .map(total -> total.subtract(before))
                                .filter(part -> part.signum() >= 0 && part.compareTo(span) <= 0)
                                .map(part -> new Ratio(part, span))));
    }

    /** Of all the months; empty if one of them is missing. */
    private static Optional<BigDecimal> total(Period wanted, Map<Period, BigDecimal> figures) {
        List<Period> chain = Chain.within(wanted, figures.keySet());
        return chain.isEmpty() || !Chain.covered(chain).equals(wanted)
                ? Optional.empty()
                : Optional.of(chain.stream().map(figures::get).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private static Ratio mean(List<Ratio> shares) {
        Ratio sum = shares.stream()
                .reduce((one, other) -> new Ratio(
                        one.numerator()
                                .multiply(other.denominator())
                                .add(other.numerator().multiply(one.denominator())),
                        one.denominator().multiply(other.denominator())))
                .orElseThrow();
        return new Ratio(sum.numerator(), sum.denominator().multiply(BigDecimal.valueOf(shares.size())));
    }
}
