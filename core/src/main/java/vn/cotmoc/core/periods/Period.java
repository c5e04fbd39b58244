package vn.cotmoc.core.periods;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.cotmoc.core.measure.Language;

/**
 * Whole months from {@code first} to {@code last}, both included, written in one way only:
 * {@code 2026} a year, {@code 2021/2025} a term, {@code 2026-H1}, {@code 2026-Q3}, {@code 2026-07}, and
 * {@code 2026-01/2026-10} for the year to date through October. Six months to date are the first half, three the first quarter.
 *
 * @throws IllegalArgumentException if last is before first, or the months form none of these
 */
public record Period(YearMonth first, YearMonth last) implements Comparable<Period> {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;
    private static final List<String> ROMAN = List.of("I", "II", "III", "IV");
    private static final Pattern FORM =
            Pattern.compile("(\\d{4})(?:-(?:H([12])|Q([1-4])|(\\d{2})))?(?:/(\\d{4})(?:-(\\d{2}))?)?");

    public Period {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException(
                    "A period cannot end (%s) before it begins (%s).".formatted(last, first));
        }
        if (first.getYear() < FIRST_YEAR || last.getYear() > LAST_YEAR) {
            throw new IllegalArgumentException("A period lies between %d and %d.".formatted(FIRST_YEAR, LAST_YEAR));
        }
        if (form(first, last).isEmpty()) {
            throw new IllegalArgumentException(
                    "The months %s to %s are no year, term, half, quarter, month or year to date."
                            .formatted(first, last));
        }
    }

    /** Whether these months form a period: a year, term, half, quarter, month or year to date. */
    public static boolean exists(YearMonth first, YearMonth last) {
        return !last.isBefore(first) && form(first, last).isPresent();
    }

    public static Period ofYear(int year) {
        return new Period(YearMonth.of(year, 1), YearMonth.of(year, 12));
    }

    public static Period ofMonth(YearMonth month) {
        return new Period(month, month);
    }

    /** From January of the month's year through the month. */
    public static Period yearToDate(YearMonth through) {
        return new Period(YearMonth.of(through.getYear(), 1), through);
    }

    /**
     * Reads the canonical text, and nothing else: {@code 2026-01/2026-06} is refused since it is {@code 2026-H1}.
     *
     * @throws IllegalArgumentException with a sentence that says what is wrong
     */
    public static Period parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "A period is written 2026, 2026-H1, 2026-Q3, 2026-07, 2026-01/2026-10 or 2021/2025.");
        }
        Period period = read(parts);
        if (!period.toString().equals(text)) {
            throw new IllegalArgumentException("This period is written %s.".formatted(period));
        }
        return period;
    }

    /** The period whose months a text names in another spelling, e.g. the first quarter by {@code 2026-01/2026-03}; empty if it names none. */
    public static Optional<Period> meant(String text) {
        Matcher parts = FORM.matcher(text);
        boolean mixed = parts.matches() && parts.group(5) != null && (parts.group(2) != null || parts.group(3) != null);
        if (!parts.matches() || mixed) {
            return Optional.empty();
        }
        try {
            return Optional.of(read(parts));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static Period read(Matcher parts) {
        int year = Integer.parseInt(parts.group(1));
        if (parts.group(5) != null) {
            int lastYear = Integer.parseInt(parts.group(5));
            return parts.group(6) == null
                    ? new Period(YearMonth.of(year, month(parts, 1)), YearMonth.of(lastYear, 12))
                    : new Period(YearMonth.of(year, month(parts, 1)), YearMonth.of(lastYear, number(parts.group(6))));
        }
        if (parts.group(2) != null) {
            int half = Integer.parseInt(parts.group(2));
            return new Period(YearMonth.of(year, half * 6 - 5), YearMonth.of(year, half * 6));
        }
        if (parts.group(3) != null) {
            int quarter = Integer.parseInt(parts.group(3));
            return new Period(YearMonth.of(year, quarter * 3 - 2), YearMonth.of(year, quarter * 3));
        }
        return parts.group(4) == null ? ofYear(year) : ofMonth(YearMonth.of(year, month(parts, 1)));
    }

    private static int month(Matcher parts, int absent) {
        return parts.group(4) == null ? absent : number(parts.group(4));
    }

    private static int number(String month) {
        int number = Integer.parseInt(month);
        if (number < 1 || number > 12) {
            throw new IllegalArgumentException("The month (%s) must be 01..12.".formatted(month));
        }
        return number;
    }

    private enum Form {
        YEAR,
        TERM,
        HALF,
        QUARTER,
        MONTH,
        TO_DATE
    }

    private static Optional<Form> form(YearMonth first, YearMonth last) {
        int from = first.getMonthValue();
        if (from == 1 && last.getMonthValue() == 12) {
            return Optional.of(first.getYear() == last.getYear() ? Form.YEAR : Form.TERM);
        }
        if (first.getYear() != last.getYear()) {
            return Optional.empty();
        }
        int months = months(first, last);
        if (months == 6 && (from == 1 || from == 7)) {
            return Optional.of(Form.HALF);
        }
        if (months == 3 && from % 3 == 1) {
            return Optional.of(Form.QUARTER);
        }
        if (months == 1) {
            return Optional.of(Form.MONTH);
        }
        return from == 1 ? Optional.of(Form.TO_DATE) : Optional.empty();
    }

    private static int months(YearMonth first, YearMonth last) {
        return (last.getYear() - first.getYear()) * 12 + last.getMonthValue() - first.getMonthValue() + 1;
    }

    public boolean isYear() {
        return months() == 12;
    }

    /** Several whole years, like {@code 2021/2025}. */
    public boolean isTerm() {
        return months() > 12;
    }

    /** Begins with the year, or is the whole year: its figure is cumulative since January. */
    public boolean isToDate() {
        return first.getMonthValue() == 1;
    }

    public int months() {
        return months(first, last);
    }

    /** The same months of the year before; a term has none. */
    public Optional<Period> aYearEarlier() {
        return isTerm() ? Optional.empty() : earlier(12);
    }

    /** As many months, ending just before this one begins; none where they form no period. */
    public Optional<Period> justBefore() {
        return earlier(months());
    }

    private Optional<Period> earlier(int months) {
        YearMonth from = first.minusMonths(months);
        YearMonth through = last.minusMonths(months);
        return from.getYear() >= FIRST_YEAR && exists(from, through)
                ? Optional.of(new Period(from, through))
                : Optional.empty();
    }

    /** The parts of so many months that this one consists of, in time; none if it does not divide into such periods. */
    public List<Period> parts(int months) {
        List<Period> parts = new ArrayList<>();
        for (YearMonth from = first; !from.isAfter(last); from = from.plusMonths(months)) {
            YearMonth through = from.plusMonths(months - 1);
            if (through.isAfter(last) || !exists(from, through)) {
                return List.of();
            }
            parts.add(new Period(from, through));
        }
        return parts;
    }

    public LocalDate firstDay() {
        return first.atDay(1);
    }

    /** By the civil calendar. */
    public LocalDate lastDay() {
        return last.atEndOfMonth();
    }

    public boolean contains(Period other) {
        return !other.first.isBefore(first) && !other.last.isAfter(last);
    }

    /** {@code quý III/2023}, {@code Q3 2023}. */
    public String said(Language language) {
        int year = first.getYear();
        int from = first.getMonthValue();
        if (isTerm()) {
            return language.of("giai đoạn ", "") + year + "–" + last.getYear();
        }
        return switch (months()) {
            case 12 -> language.of("năm ", "") + year;
            case 6 ->
                language.of(
                                from == 1 ? "6 tháng đầu năm " : "6 tháng cuối năm ",
                                from == 1 ? "first half of " : "second half of ")
                        + year;
            case 3 ->
                language.of("quý %s/%d".formatted(ROMAN.get(from / 3), year), "Q%d %d".formatted(from / 3 + 1, year));
            case 1 ->
                language.of(
                        "tháng %d/%d".formatted(from, year),
                        "%s %d".formatted(first.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH), year));
            default -> language.of("%d tháng năm %d", "%d months of %d").formatted(months(), year);
        };
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof Period period && last.equals(period.last) && first.equals(period.first));
    }

    @Override
    public int hashCode() {
        return 31 * first.hashCode() + last.hashCode();
    }

    @Override
    public int compareTo(Period other) {
        int byEnd = last.compareTo(other.last);
        return byEnd != 0 ? byEnd : other.first.compareTo(first);
    }

    /** The canonical text, which is also how it is stored and sent. */
    @Override
    public String toString() {
        int year = first.getYear();
        int from = first.getMonthValue();
        return switch (form(first, last).orElseThrow()) {
            case YEAR -> Integer.toString(year);
            case TERM -> year + "/" + last.getYear();
            case HALF -> year + "-H" + (from == 1 ? 1 : 2);
            case QUARTER -> year + "-Q" + (from / 3 + 1);
            case MONTH -> first.toString();
            case TO_DATE -> first + "/" + last;
        };
    }
}
