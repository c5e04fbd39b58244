package vn.cotmoc.core.forms;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vn.cotmoc.core.periods.Calendar;
import vn.cotmoc.core.periods.Period;

/**
 * What is reported regularly.
 *
 * @param code short, unique in the province, e.g. {@code BC-THANG}
 * @param versions oldest first, at least one
 * @param moved deadlines moved for one period
 */
public record Form(
        UUID id,
        String code,
        Frequency frequency,
        Calendar calendar,
        List<Version> versions,
        Map<Period, Deadline> moved) {

    /**
     * @param number 1, 2, …
     * @param from the first period that it is about
     * @param ended from that period on nothing is reported
     * @param dueDays days after the period's last day; negative for before it
     * @param remindDays days before the deadline
     * @param units who fills it in
     */
    public record Version(
            int number,
            String name,
            String nameEn,
            Period from,
            boolean ended,
            int dueDays,
            int remindDays,
            List<FormLine> lines,
            List<UUID> units,
            Instant recordedAt,
            String recordedBy) {}

    /**
     * A deadline of its own for one period, and why.
     *
     * @param number 1, 2, … of that period
     */
    public record Deadline(int number, LocalDate dueOn, String reason) {}

    public Version newest() {
        return versions.getLast();
    }

    /** The newest version that is about the period; empty if nothing is to be reported. */
    public Optional<Version> inForce(Period period) {
        return versions.reversed().stream()
                .filter(version -> version.from().compareTo(period) <= 0)
                .findFirst()
                .filter(version -> !version.ended());
    }

    /** A deadline that falls on a weekend is the Monday after it; one that was moved is the very day. */
    public LocalDate dueOn(Period period, Version version) {
        Deadline own = moved.get(period);
        if (own != null) {
            return own.dueOn();
        }
        LocalDate day = calendar.lastDay(period).plusDays(version.dueDays());
        return switch (day.getDayOfWeek()) {
            case SATURDAY, SUNDAY -> day.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
            case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> day;
        };
    }
}
