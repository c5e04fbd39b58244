package vn.cotmoc.core.targets;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.refusals.Refusal;

/** Decisions follow each other in time; whoever looks back sees on each day what held then. */
public final class DecisionDay {

    private DecisionDay() {}

    /** The newest day of decisions of which some have none. */
    public static @Nullable LocalDate newest(Stream<@Nullable LocalDate> days) {
        return days.filter(Objects::nonNull).max(Comparator.naturalOrder()).orElse(null);
    }

    /**
     * @param last the newest day of the decisions before; null if none has one
     * @throws Refusal {@code decided-ahead} of today, {@code decided-before} the last one
     */
    public static void require(@Nullable LocalDate decidedOn, @Nullable LocalDate last, Clock clock) {
        LocalDate today = LocalDate.now(clock);
        if (decidedOn != null && decidedOn.isAfter(today)) {
            throw Refusal.invalid("decided-ahead", "/decidedOn", "decidedOn", decidedOn, "today", today);
        }
        if (decidedOn != null && last != null && decidedOn.isBefore(last)) {
            throw Refusal.invalid("decided-before", "/decidedOn", "decidedOn", decidedOn, "last", last);
        }
    }
}
