package vn.cotmoc.core.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import vn.cotmoc.core.periods.Calendar;
import vn.cotmoc.core.periods.Period;

class FormTest {

    private static final Period JULY = Period.parse("2026-07");

    @Test
    void theNewestVersionThatIsAboutThePeriodCounts() {
        Form form = form(Map.of(), version(1, "2026-01", false), version(2, "2026-07", false));
        assertThat(form.inForce(Period.parse("2026-06")).orElseThrow().number()).isEqualTo(1);
        assertThat(form.inForce(JULY).orElseThrow().number()).isEqualTo(2);
        assertThat(form.inForce(Period.parse("2025-12"))).isEmpty();
    }

    @Test
    void aVersionMadeLaterForAnEarlierPeriodReplacesWhatCameAfter() {
        Form form = form(Map.of(), version(1, "2026-07", false), version(2, "2026-03", false));
        assertThat(form.inForce(JULY).orElseThrow().number()).isEqualTo(2);
    }

    @Test
    void nothingIsReportedAfterTheEnd() {
        Form form = form(Map.of(), version(1, "2026-01", false), version(2, "2026-07", true));
        assertThat(form.inForce(JULY)).isEmpty();
        assertThat(form.inForce(Period.parse("2026-06"))).isPresent();
    }

    @Test
    void aDeadlineThatWasMovedIsThatVeryDay() {
        LocalDate sunday = LocalDate.of(2026, 8, 16);
        Form form = form(Map.of(JULY, new Form.Deadline(1, sunday, "vì bão")), version(1, "2026-01", false));
        assertThat(form.dueOn(JULY, form.newest())).isEqualTo(sunday);
    }

    @Property
    void aDeadlineIsAWorkdayAtMostTwoDaysAfterTheOneThatWasMeant(
            @ForAll @IntRange(min = 1, max = 12) int month, @ForAll @IntRange(min = -31, max = 120) int days) {
        Period period = Period.parse("2026-%02d".formatted(month));
        Form form = form(Map.of(), version(1, "2026-01", false, days));
        LocalDate meant = period.lastDay().plusDays(days);
        LocalDate due = form.dueOn(period, form.newest());
        assertThat(due.getDayOfWeek()).isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
        assertThat(due).isBetween(meant, meant.plusDays(2));
    }

    @Property
    void periodsOfAFrequencyFollowEachOtherWithoutGapOrOverlap(
            @ForAll Frequency frequency,
            @ForAll Calendar calendar,
            @ForAll @IntRange(min = 0, max = 5000) int dayNumber) {
        LocalDate day = LocalDate.of(2015, 1, 1).plusDays(dayNumber);
        Period own = frequency.containing(day, calendar);
        assertThat(frequency.isOne(own)).isTrue();
        assertThat(day).isBetween(calendar.firstDay(own), calendar.lastDay(own));
        Period next = frequency.containing(calendar.lastDay(own).plusDays(1), calendar);
        assertThat(calendar.firstDay(next)).isEqualTo(calendar.lastDay(own).plusDays(1));
        assertThat(frequency.through(own, next)).containsExactly(own, next);
        assertThat(frequency.through(next, own)).isEmpty();
    }

    private static Form form(Map<Period, Form.Deadline> moved, Form.Version... versions) {
        return new Form(new UUID(0, 1), "BC", Frequency.MONTH, Calendar.CIVIL, List.of(versions), moved);
    }

    private static Form.Version version(int number, String from, boolean ended) {
        return version(number, from, ended, 10);
    }

    private static Form.Version version(int number, String from, boolean ended, int dueDays) {
        return new Form.Version(
                number,
                "Báo cáo",
                "Report",
                Period.parse(from),
                ended,
                dueDays,
                3,
                List.of(),
                List.of(),
                Instant.EPOCH,
                "nguoi-thu");
    }
}
