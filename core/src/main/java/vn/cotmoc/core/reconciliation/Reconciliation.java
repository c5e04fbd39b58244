package vn.cotmoc.core.reconciliation;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.indicators.Summation.OverAreas;
import vn.cotmoc.core.measure.Amount;
import vn.cotmoc.core.measure.Coded;
import vn.cotmoc.core.scoring.TargetLine;
import vn.cotmoc.core.targets.Aim;
import vn.cotmoc.core.targets.Comparator;

/**
 * A target beside its parts, all as they are now.
 *
 * @param together what the counted parts make; null where parts do not add up
 * @param difference together minus the whole; null where either is no number
 */
public record Reconciliation(
        TargetLine whole,
        List<Part> parts,
        Outcome outcome,
        @Nullable Amount together,
        @Nullable Amount difference) {

    /** What comes of setting the parts against the whole. */
    public enum Outcome implements Coded {
        NO_PARTS,
        /** Every part counts. */
        SUMMED,
        /** Some parts have no number that could be added. */
        INCOMPLETE,
        /** The indicator's areas do not add up, or the sum is too large to be kept. */
        NOT_SUMMABLE
    }

    /** @param counted the number that it adds; null if it adds none */
    public record Part(TargetLine line, @Nullable Amount counted) {}

    public static Reconciliation of(TargetLine whole, List<TargetLine> lines) {
        List<Part> parts =
                lines.stream().map(line -> new Part(line, counted(whole, line))).toList();
        if (parts.isEmpty()) {
            return new Reconciliation(whole, parts, Outcome.NO_PARTS, null, null);
        }
        Optional<Amount> sum = whole.indicator().summation().overAreas() == OverAreas.SUM
                ? Amount.sum(parts.stream()
                        .map(Part::counted)
                        .filter(Objects::nonNull)
                        .toList())
                : Optional.empty();
        if (sum.isEmpty()) {
            return new Reconciliation(whole, parts, Outcome.NOT_SUMMABLE, null, null);
        }
        boolean complete = parts.stream().allMatch(part -> part.counted() != null);
        Amount aim = number(whole.revision().aim());
        return new Reconciliation(
                whole,
                parts,
                complete ? Outcome.SUMMED : Outcome.INCOMPLETE,
                sum.get(),
                aim == null ? null : difference(sum.get(), aim));
    }

    /** Only like adds to like: the same months on the same basis, increments to increments. */
    private static @Nullable Amount counted(TargetLine whole, TargetLine part) {
        boolean alike = part.target().period().equals(whole.target().period())
                && part.target().basis() == whole.target().basis()
                && isIncrement(part) == isIncrement(whole);
        return alike ? number(part.revision().aim()) : null;
    }

    private static boolean isIncrement(TargetLine line) {
        return line.revision().aim().comparator() == Comparator.INCREMENT;
    }

    /** The one number of an aim; a range has two, a condition none. */
    private static @Nullable Amount number(Aim aim) {
        return switch (aim.comparator()) {
            case AT_LEAST, MORE_THAN, AT_MOST, LESS_THAN, NEAR, ABOUT, K_OF_N, ALL_OF, INCREMENT -> aim.amount();
            case NONE_LEFT -> Amount.of(0);
            case RANGE, BEFORE_DATE, YES_NO, RANK_AT_MOST -> null;
        };
    }

    private static @Nullable Amount difference(Amount together, Amount aim) {
        var difference = together.value().subtract(aim.value());
        return Amount.fits(difference) ? new Amount(difference) : null;
    }

    /** Parts that add no number. */
    public List<UUID> uncounted() {
        return parts.stream()
                .filter(part -> part.counted() == null)
                .map(part -> part.line().target().id())
                .toList();
    }
}
