package vn.cotmoc.core.observations;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.measure.Amount;
import vn.cotmoc.core.periods.Calendar;
import vn.cotmoc.core.periods.Period;

/**
 * One vintage of a figure: what somebody said, on some day, of an indicator in a place and a period.
 *
 * @param calendar by which the period begins and ends; figures of different calendars are of different series
 * @param amount in the indicator's unit
 * @param reported as the reporter wrote it, where it was converted into that unit; else null
 * @param knownOn the day from which it counts as known
 * @param knownOnStated false if no date was given and the period's last day stands in
 */
public record Observation(
        UUID id,
        String indicator,
        UUID area,
        String subgroup,
        Period period,
        Calendar calendar,
        ObservationStatus status,
        Amount amount,
        LocalDate knownOn,
        boolean knownOnStated,
        String source,
        @Nullable String note,
        @Nullable Reported reported,
        Instant recordedAt,
        String recordedBy) {

    /** An amount in the reporter's own unit. */
    public record Reported(Amount amount, String unit) {}

    /** What it is a vintage of. */
    Point point() {
        return new Point(new Series(indicator, area, subgroup, calendar), period);
    }

    /** The last one is what is believed: known latest, then firmest, then recorded latest. */
    public static final Comparator<Observation> BY_CREDENCE = Comparator.comparing(Observation::knownOn)
            .thenComparing(Observation::status)
            .thenComparing(Observation::recordedAt)
            .thenComparing(Observation::id);
}
