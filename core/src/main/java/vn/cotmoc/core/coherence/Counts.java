package vn.cotmoc.core.coherence;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import vn.cotmoc.core.indicators.Summation;
import vn.cotmoc.core.measure.Amount;
import vn.cotmoc.core.observations.Observation;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.scoring.TargetLine;
import vn.cotmoc.core.targets.Target;

/** A number of communes beside their share: 72 xã and 56,7 %. */
final class Counts {

    /** For how many years a figure of all communes is taken to stand; the finding names its period. */
    static final int TOTALS_LAST = 5;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Counts() {}

    static Stream<Finding> in(Book book) {
        return book.targets().stream()
                .filter(share -> share.indicator().unit().equals("%"))
                .flatMap(share -> share.indicator().summation().parts().stream()
                        .flatMap(parts -> book.targets().stream()
                                .filter(count -> isCounted(count, share, parts))
                                .flatMap(count -> found(book, count, share, parts).stream())));
    }

    private static boolean isCounted(TargetLine count, TargetLine share, Summation.Parts parts) {
        Target one = count.target();
        Target other = share.target();
        return one.indicator().equals(parts.numerator())
                && one.area().equals(other.area())
                && one.subgroup().equals(other.subgroup())
                && one.period().equals(other.period())
                && one.basis() == other.basis()
                && one.assignedTo() == null
                && other.assignedTo() == null
                && Aims.number(share).filter(number -> number.signum() > 0).isPresent()
                && Aims.number(count)
                        .filter(number -> number.signum() > 0 && number.scale() <= 0)
                        .isPresent();
    }

    private static Optional<Finding> found(Book book, TargetLine count, TargetLine share, Summation.Parts parts) {
        BigDecimal counted = Aims.number(count).orElseThrow();
        BigDecimal percent = Aims.number(share).orElseThrow();
        return total(book, count, parts)
                .map(total -> against(book, count, share, total))
                .orElseGet(() -> withoutTotal(count, share, counted, percent));
    }

    /** The newest figure of the denominator that the target's period does not precede. */
    private static Optional<Observation> total(Book book, TargetLine count, Summation.Parts parts) {
        return book.totals().stream()
                .filter(figure -> figure.indicator().equals(parts.denominator())
                        && figure.area().equals(count.target().area())
                        && figure.subgroup().equals(count.target().subgroup())
                        && stands(figure.period(), count.target().period())
                        && figure.amount().value().signum() > 0)
                .max(Comparator.comparing(Observation::period).thenComparing(Observation.BY_CREDENCE));
    }

    private static boolean stands(Period known, Period wanted) {
        return !known.last().isAfter(wanted.last())
                && !known.last().plusYears(TOTALS_LAST).isBefore(wanted.first());
    }

    private static Optional<Finding> against(Book book, TargetLine count, TargetLine share, Observation total) {
        BigDecimal all = total.amount().value();
        BigDecimal counted = Aims.number(count).orElseThrow();
        BigDecimal aimed = Aims.number(share).orElseThrow();
        BigDecimal needed = needed(share, aimed, all);
        if (needed.compareTo(counted) == 0) {
            return Optional.empty();
        }
        boolean rounds = counted.multiply(HUNDRED)
                        .divide(all, Math.max(0, aimed.scale()), RoundingMode.HALF_UP)
                        .compareTo(aimed)
                == 0;
        if (rounds && needed.compareTo(counted) < 0) {
            return Optional.empty();
        }
        return Optional.ofNullable(book.indicators().get(total.indicator()))
                .map(indicator -> new Finding.CountAgainstShare(
                        Fact.of(count),
                        Fact.of(share),
                        Fact.of(total, indicator),
                        counted.multiply(HUNDRED).divide(all, 6, RoundingMode.HALF_UP),
                        needed,
                        rounds));
    }

    /** The least whole number that makes the share, or exceeds it where the aim says so. */
    private static BigDecimal needed(TargetLine share, BigDecimal percent, BigDecimal all) {
        BigDecimal exactly = percent.multiply(all).movePointLeft(2);
        return switch (share.revision().aim().comparator()) {
            case MORE_THAN -> exactly.setScale(0, RoundingMode.FLOOR).add(BigDecimal.ONE);
            case AT_MOST -> exactly.setScale(0, RoundingMode.FLOOR);
            case LESS_THAN -> exactly.setScale(0, RoundingMode.CEILING).subtract(BigDecimal.ONE);
            case AT_LEAST,
                    NEAR,
                    ABOUT,
                    K_OF_N,
                    ALL_OF,
                    RANGE,
                    INCREMENT,
                    NONE_LEFT,
                    RANK_AT_MOST,
                    YES_NO,
                    BEFORE_DATE -> exactly.setScale(0, RoundingMode.CEILING);
        };
    }

    /** Totals n of which 100 · count / n is the share as it was rounded: in (count / (share + half), count / (share − half)]. */
    private static Optional<Finding> withoutTotal(
            TargetLine count, TargetLine share, BigDecimal counted, BigDecimal percent) {
        BigDecimal half = Aims.rounding(new Amount(percent));
        BigDecimal hundredfold = counted.multiply(HUNDRED);
        BigDecimal fewest =
                floor(hundredfold, percent.add(half)).add(BigDecimal.ONE).max(counted);
        BigDecimal above = percent.subtract(half);
        if (above.signum() <= 0) {
            return Optional.empty();
        }
        BigDecimal most = floor(hundredfold, above);
        boolean none = most.compareTo(fewest) < 0;
        return Optional.of(new Finding.CountWithoutTotal(
                Fact.of(count), Fact.of(share), none ? null : fewest, none ? null : most));
    }

    private static BigDecimal floor(BigDecimal numerator, BigDecimal denominator) {
        return numerator.divide(denominator, 0, RoundingMode.FLOOR);
    }
}
