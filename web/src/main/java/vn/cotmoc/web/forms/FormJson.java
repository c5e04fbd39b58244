package vn.cotmoc.web.forms;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.forms.Form;
import vn.cotmoc.core.forms.FormLine;
import vn.cotmoc.core.forms.Frequency;
import vn.cotmoc.core.forms.SetUpForm;
import vn.cotmoc.core.periods.Calendar;
import vn.cotmoc.web.wire.Reads;

/**
 * A reporting form as sent: its newest version.
 *
 * @param version also the ETag
 * @param deadlines moved for one period, the newest period first
 */
@Serdeable
@Schema(name = "Form")
record FormJson(
        UUID id,
        String code,

        @Schema(allowableValues = {"month", "quarter", "half-year", "year"})
        String frequency,

        @Schema(allowableValues = {"civil", "legal"}) String calendar,

        int version,
        ContentJson content,
        List<DeadlineJson> deadlines,
        Instant recordedAt,
        String recordedBy) {

    static FormJson of(Form form) {
        Form.Version newest = form.newest();
        return new FormJson(
                form.id(),
                form.code(),
                form.frequency().code(),
                form.calendar().code(),
                newest.number(),
                ContentJson.of(newest),
                form.moved().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey(Comparator.reverseOrder()))
                        .map(moved -> new DeadlineJson(
                                moved.getKey().toString(),
                                moved.getValue().number(),
                                moved.getValue().dueOn(),
                                moved.getValue().reason()))
                        .toList(),
                newest.recordedAt(),
                newest.recordedBy());
    }

    /**
     * What a version says.
     *
     * @param from the first period that it is about
     * @param ended from that period on nothing is reported
     * @param dueDays days after the period's last day, -31 to 120; what falls on a weekend is due on the Monday after it
     * @param remindDays days before the deadline, 0 to 60
     * @param units who fills it in
     */
    @Serdeable
    @Schema(name = "FormContent")
    record ContentJson(
            String name,
            String nameEn,
            String from,
            boolean ended,
            int dueDays,
            int remindDays,
            List<LineJson> lines,
            List<String> units) {

        static ContentJson of(Form.Version version) {
            return new ContentJson(
                    version.name(),
                    version.nameEn(),
                    version.from().toString(),
                    version.ended(),
                    version.dueDays(),
                    version.remindDays(),
                    version.lines().stream().map(LineJson::of).toList(),
                    version.units().stream().map(UUID::toString).toList());
        }

        SetUpForm.Content toContent() {
            return new SetUpForm.Content(
                    Reads.text(name, "/name", 200),
                    Reads.text(nameEn, "/nameEn", 200),
                    Reads.period(from, "/from"),
                    ended,
                    dueDays,
                    remindDays,
                    Reads.each(lines, "/lines", LineJson::toLine),
                    Reads.each(units, "/units", Reads::id));
        }
    }

    /**
     * One figure that the form asks for.
     *
     * @param place the unit's own area, or each area inside it
     * @param subgroup left out for the whole
     * @param span the period of the report, or from January through its end
     */
    @Serdeable
    @Schema(name = "FormLine")
    record LineJson(
            String indicator,

            @Schema(allowableValues = {"own", "inside"}) String place,

            @Nullable String subgroup,

            @Schema(allowableValues = {"period", "to-date"}) String span) {

        static LineJson of(FormLine line) {
            return new LineJson(
                    line.indicator(),
                    line.place().code(),
                    line.subgroup(),
                    line.span().code());
        }

        FormLine toLine(String at) {
            String part = Reads.textOrNull(subgroup, at + "/subgroup", 200);
            return new FormLine(
                    Reads.text(indicator, at + "/indicator", 60),
                    Reads.word(FormLine.Place.class, place, at + "/place"),
                    part == null ? "" : part,
                    Reads.word(FormLine.Span.class, span, at + "/span"));
        }
    }

    /**
     * A form as received.
     *
     * @param calendar on which days its periods begin and end; civil if left out
     */
    @Serdeable
    @Schema(name = "NewForm")
    record AddJson(
            String code,

            @Schema(allowableValues = {"month", "quarter", "half-year", "year"})
            String frequency,

            @Schema(allowableValues = {"civil", "legal"}) @Nullable
            String calendar,

            String name,
            String nameEn,
            String from,
            int dueDays,
            int remindDays,
            List<LineJson> lines,
            List<String> units) {

        Frequency toFrequency() {
            return Reads.word(Frequency.class, frequency, "/frequency");
        }

        Calendar toCalendar() {
            return calendar == null ? Calendar.CIVIL : Reads.word(Calendar.class, calendar, "/calendar");
        }

        SetUpForm.Content toContent() {
            return new ContentJson(name, nameEn, from, false, dueDays, remindDays, lines, units).toContent();
        }
    }

    /**
     * The deadline of one period, and why it is another than usual.
     *
     * @param version 1, 2, … of that period: what is to be matched to move it again
     */
    @Serdeable
    @Schema(name = "FormDeadline")
    record DeadlineJson(String period, int version, LocalDate dueOn, String reason) {}

    /** A deadline as received. */
    @Serdeable
    @Schema(name = "NewFormDeadline")
    record MoveJson(String dueOn, String reason) {

        /** @param expected the version that the author has seen; 0 if there was none */
        Form.Deadline toDeadline(int expected) {
            return new Form.Deadline(expected + 1, Reads.day(dueOn, "/dueOn"), Reads.text(reason, "/reason", 1000));
        }
    }
}
