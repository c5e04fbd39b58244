package vn.cotmoc.core.checks;

import static vn.cotmoc.core.indicators.Summation.InTime.SUM;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.indicators.Indicator;
import vn.cotmoc.core.indicators.MeasureKind;
import vn.cotmoc.core.measure.Amount;
import vn.cotmoc.core.periods.Period;

/**
 * The checks of one figure against what is known. Like is compared with like only: one indicator, place, part and
 * calendar. What is not known is not missed.
 */
public final class Checks {

    /** Kinds whose change can be told as a share; a rate of 2 % that becomes 5 % has not jumped by 150 %. */
    private static final Set<MeasureKind> JUMPING =
            EnumSet.of(MeasureKind.FLOW, MeasureKind.LEVEL, MeasureKind.SHARE, MeasureKind.INDEX, MeasureKind.COUNT);

    /** Months of the parts that periods are made of. */
    private static final List<Integer> LENGTHS = List.of(1, 3, 6, 12);

    private final Indicator indicator;
    private final Period period;
    private final Amount amount;
    private final Map<Period, Amount> series;
    private final List<Sum> areas;
    private final Limits limits;

    private Checks(
            Indicator indicator,
            Period period,
            Amount amount,
            Map<Period, Amount> series,
            List<Sum> areas,
            Limits limits) {
        this.indicator = indicator;
        this.period = period;
        this.amount = amount;
        this.series = new HashMap<>(series);
        this.series.put(period, amount);
        this.areas = areas;
        this.limits = limits;
    }

    /** A place's figure, and what all the places inside it make together. */
    public record Sum(Amount whole, BigDecimal parts) {}

    /**
     * @param series what is believed of the other periods
     * @param areas sums that the figure takes part in, as the whole or as a part; none if places do not add up or one is missing
     */
    public static List<Warning> of(
            Indicator indicator,
            Period period,
            Amount amount,
            Map<Period, Amount> series,
            List<Sum> areas,
            Limits limits) {
        Checks checks = new Checks(indicator, period, amount, series, areas, limits);
        return Stream.of(
                        checks.range(),
                        checks.whole(),
                        checks.jump(),
                        checks.fall(),
                        checks.partsInTime(),
                        checks.partsAbove(),
                        checks.partsOverAreas())
                .flatMap(Optional::stream)
                .filter(warning -> warning.reaction() != Reaction.OFF)
                .toList();
    }

    /** What no figure could be, whatever the others are: outside the bounds, or a part of what there is in whole ones only. */
    public static Optional<Warning> impossible(Indicator indicator, Period period, Amount amount, Limits limits) {
        Checks checks = new Checks(indicator, period, amount, Map.of(), List.of(), limits);
        return checks.range().or(checks::whole).filter(warning -> warning.reaction() == Reaction.BLOCK);
    }

    /** A figure that is far from history. */
    public record Jump(Amount figure, Period from, Amount earlier, BigDecimal most) {}

    /** Whether a figure of the series jumps against the others, and the settings say that jumps count. */
    public static Optional<Jump> jump(Indicator indicator, Period period, Map<Period, Amount> series, Limits limits) {
        Amount amount = Objects.requireNonNull(series.get(period));
        return limits.jump() == Reaction.OFF
                ? Optional.empty()
                : new Checks(indicator, period, amount, series, List.of(), limits).jumped();
    }

    private Optional<Warning> range() {
        Amount lowest = limits.lowest();
        Amount highest = limits.highest();
        if (lowest != null && amount.compareTo(lowest) < 0) {
            return Optional.of(new Warning(Fault.BELOW_LOWEST, limits.range(), amount, lowest, null, null));
        }
        return highest != null && amount.compareTo(highest) > 0
                ? Optional.of(new Warning(Fault.ABOVE_HIGHEST, limits.range(), amount, highest, null, null))
                : Optional.empty();
    }

    /** Against what there could be of things that are counted in whole ones, of places and of conditions. */
    private Optional<Warning> whole() {
        boolean inWholeOnes = switch (indicator.kind()) {
            case COUNT -> indicator.decimals() == 0;
            case RANK, CONDITION -> true;
            case LEVEL, FLOW, RATE, SHARE, REDUCTION, INDEX -> false;
        };
        if (!inWholeOnes) {
            return Optional.empty();
        }
        BigDecimal whole = amount.value().setScale(0, RoundingMode.FLOOR);
        return amount.value().compareTo(whole) == 0
                ? Optional.empty()
                : Optional.of(new Warning(Fault.NOT_WHOLE, limits.range(), amount, new Amount(whole), null, null));
    }

    private Optional<Warning> jump() {
        return jumped().map(jump ->
                new Warning(Fault.JUMP, limits.jump(), amount, jump.earlier(), jump.from(), limits.jumpMost()));
    }

    /**
     * Against the same months of the year before, for many figures go by season; else against as many months just before.
     * From zero no change can be told as a share.
     */
    private Optional<Jump> jumped() {
        if (!JUMPING.contains(indicator.kind())) {
            return Optional.empty();
        }
        return Stream.of(period.aYearEarlier(), period.justBefore())
                .flatMap(Optional::stream)
                .filter(earlier ->
                        series.containsKey(earlier) && known(earlier).value().signum() != 0)
                .findFirst()
                .filter(earlier -> isFar(known(earlier), amount.value(), limits.jumpMost()))
                .map(earlier -> new Jump(amount, earlier, known(earlier), limits.jumpMost()));
    }

    /** Against the nearest totals to date of the same year that it contradicts. */
    private Optional<Warning> fall() {
        if (indicator.summation().inTime() != SUM || !isToDate(period)) {
            return Optional.empty();
        }
        Optional<Period> earlier = toDate().filter(
                        other -> other.months() < period.months() && amount.compareTo(known(other)) < 0)
                .max(Comparator.comparing(Period::months));
        Optional<Period> later = toDate().filter(
                        other -> other.months() > period.months() && amount.compareTo(known(other)) > 0)
                .min(Comparator.comparing(Period::months));
        return earlier.map(other -> fallen(Fault.BELOW_EARLIER, other))
                .or(() -> later.map(other -> fallen(Fault.ABOVE_LATER, other)));
    }

    private Warning fallen(Fault fault, Period other) {
        return new Warning(fault, limits.fall(), amount, known(other), other, null);
    }

    private Stream<Period> toDate() {
        return series.keySet().stream()
                .filter(other -> isToDate(other) && other.first().equals(period.first()));
    }

    private static boolean isToDate(Period period) {
        return period.isToDate() && !period.isTerm();
    }

    /** Of all wholes that the figure is, or is a part of, the shortest that its parts do not make. */
    private Optional<Warning> partsInTime() {
        if (indicator.summation().inTime() != SUM) {
            return Optional.empty();
        }
        List<Period> wholes = new ArrayList<>(series.keySet());
        wholes.removeIf(whole -> !whole.contains(period));
        wholes.sort(Comparator.comparing(Period::months));
        return wholes.stream()
                .flatMap(whole -> LENGTHS.stream().flatMap(months -> unequal(whole, whole.parts(months)).stream()))
                .findFirst();
    }

    private Optional<Warning> unequal(Period whole, List<Period> parts) {
        boolean ofThis = whole.equals(period) || parts.contains(period);
        if (!ofThis || parts.size() < 2 || !series.keySet().containsAll(parts)) {
            return Optional.empty();
        }
        BigDecimal sum = parts.stream().map(part -> known(part).value()).reduce(BigDecimal.ZERO, BigDecimal::add);
        return unequal(Fault.PARTS_IN_TIME, known(whole), sum, whole);
    }

    /**
     * Of all wholes that the figure is, or is a part of, the shortest that is less than what is known inside it, though not all
     * is known. Only where no part can be below zero, and where no whole is known to differ from the sum of all its parts.
     */
    private Optional<Warning> partsAbove() {
        Amount lowest = limits.lowest();
        if (indicator.summation().inTime() != SUM
                || lowest == null
                || lowest.value().signum() < 0) {
            return Optional.empty();
        }
        if (partsInTime().isPresent()) {
            return Optional.empty();
        }
        return series.keySet().stream()
                .filter(whole -> whole.contains(period))
                .sorted(Comparator.comparing(Period::months))
                .flatMap(whole -> above(whole).stream())
                .findFirst();
    }

    private Optional<Warning> above(Period whole) {
        BigDecimal inside = whole.equals(period)
                ? mostInside(whole, whole.first(), whole.last())
                : mostInside(whole, whole.first(), period.first().minusMonths(1))
                        .add(amount.value())
                        .add(mostInside(whole, period.last().plusMonths(1), whole.last()));
        BigDecimal most = known(whole).value();
        return inside.signum() > 0
                        && inside.compareTo(most.add(most.abs().multiply(limits.partsTolerance()))) > 0
                        && Amount.fits(inside)
                ? Optional.of(new Warning(
                        Fault.PARTS_ABOVE,
                        limits.parts(),
                        known(whole),
                        new Amount(inside),
                        whole,
                        limits.partsTolerance()))
                : Optional.empty();
    }

    /** The most that known periods inside the whole make from one month to another, each month being counted once. */
    private BigDecimal mostInside(Period whole, YearMonth from, YearMonth to) {
        Map<YearMonth, BigDecimal> most = new HashMap<>(); // up to the end of a month
        for (YearMonth month = from; !month.isAfter(to); month = month.plusMonths(1)) {
            YearMonth end = month;
            BigDecimal without = most.getOrDefault(month.minusMonths(1), BigDecimal.ZERO);
            most.put(
                    month,
                    series.keySet().stream()
                            .filter(part ->
                                    part.last().equals(end) && !part.first().isBefore(from) && !part.equals(whole))
                            .map(part -> known(part)
                                    .value()
                                    .add(most.getOrDefault(part.first().minusMonths(1), BigDecimal.ZERO)))
                            .reduce(without, BigDecimal::max));
        }
        return most.getOrDefault(to, BigDecimal.ZERO);
    }

    private Optional<Warning> partsOverAreas() {
        return areas.stream()
                .flatMap(sum -> unequal(Fault.PARTS_OVER_AREAS, sum.whole(), sum.parts(), period).stream())
                .findFirst();
    }

    private Optional<Warning> unequal(Fault fault, Amount whole, BigDecimal parts, @Nullable Period period) {
        return Amount.fits(parts) && isFar(whole, parts, limits.partsTolerance())
                ? Optional.of(
                        new Warning(fault, limits.parts(), whole, new Amount(parts), period, limits.partsTolerance()))
                : Optional.empty();
    }

    /** By more than that share of the first. */
    private static boolean isFar(Amount from, BigDecimal to, BigDecimal share) {
        return to.subtract(from.value()).abs().compareTo(from.value().abs().multiply(share)) > 0;
    }

    private Amount known(Period other) {
        return Objects.requireNonNull(series.get(other));
    }
}
