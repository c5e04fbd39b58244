package vn.cotmoc.core.observations;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.measure.Amount;
import vn.cotmoc.core.periods.Period;

/**
 * What is believed of a year of a series, or of its terms, in few bytes: a file of a million figures keeps hundreds of thousands
 * of them at hand. A year has some thirty periods at most, so that looking through them is fast.
 */
final class Page {

    private static final int STATUSES = 8;

    private Period[] periods = {};
    private Amount[] amounts = {};
    private int[] credences = {};
    private int size;
    private boolean longer;

    /** When it was last needed, as its reader counts. */
    int neededAt;

    /** Of two vintages the greater one is believed: known later, or firmer if known on one day. */
    static int credence(LocalDate knownOn, ObservationStatus status) {
        return Math.toIntExact(knownOn.toEpochDay()) * STATUSES + status.ordinal();
    }

    /** When a vintage of that credence became known. */
    static LocalDate knownOn(int credence) {
        return LocalDate.ofEpochDay(Math.floorDiv(credence, STATUSES));
    }

    /** How firm a vintage of that credence is. */
    static ObservationStatus status(int credence) {
        return ObservationStatus.values()[credence % STATUSES];
    }

    /** Whether a vintage of that credence, though less firm, would be believed instead of the one that is. */
    boolean wouldWeaken(Period period, int credence) {
        int at = find(period);
        return at >= 0 && credence > credences[at] && status(credence).compareTo(status(credences[at])) < 0;
    }

    @Nullable
    Amount amount(Period period) {
        int at = find(period);
        return at < 0 ? null : amounts[at];
    }

    /** Whether a vintage of that credence, recorded last, is believed. */
    boolean believes(Period period, int credence) {
        int at = find(period);
        return at < 0 || credence >= credences[at];
    }

    void put(Period period, Amount amount, int credence) {
        int at = find(period);
        if (at < 0) {
            at = size++;
            if (at == periods.length) {
                grow();
            }
            periods[at] = period;
            longer |= period.months() > 1;
        }
        amounts[at] = amount;
        credences[at] = credence;
    }

    int size() {
        return size;
    }

    /** Whether something is believed of more than a month. */
    boolean isLongerThanMonths() {
        return longer;
    }

    void forEach(BiConsumer<Period, Amount> taking) {
        for (int at = 0; at < size; at++) {
            taking.accept(periods[at], amounts[at]);
        }
    }

    private void grow() {
        int room = size + (size >> 1) + 1;
        periods = Arrays.copyOf(periods, room);
        amounts = Arrays.copyOf(amounts, room);
        credences = Arrays.copyOf(credences, room);
    }

    private int find(Period period) {
        for (int at = 0; at < size; at++) {
            if (periods[at].equals(period)) {
                return at;
            }
        }
        return -1;
    }
}
