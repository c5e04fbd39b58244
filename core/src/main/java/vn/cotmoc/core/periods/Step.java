package vn.cotmoc.core.periods;

import java.time.YearMonth;
import vn.cotmoc.core.measure.Coded;
import vn.cotmoc.core.measure.Language;

/** The parts of equal length that years, and terms of years, are counted in. */
public enum Step implements Coded {
    MONTH(1),
    QUARTER(3),
    YEAR(12);

    private final int months;

    Step(int months) {
        this.months = months;
    }

    public int months() {
        return months;
    }

    public int perYear() {
        return 12 / months;
    }

    /** {@code 3 tháng}, {@code 1 month}. */
    public String said(Language language, int count) {
        String name = switch (this) {
            case MONTH -> language.of("tháng", "month");
            case QUARTER -> language.of("quý", "quarter");
            case YEAR -> language.of("năm", "year");
        };
        return "%d %s%s".formatted(count, name, language == Language.EN && count != 1 ? "s" : "");
    }

    /** {@code mỗi tháng}, {@code a month}. */
    public String saidOfEach(Language language) {
        return switch (this) {
            case MONTH -> language.of("mỗi tháng", "a month");
            case QUARTER -> language.of("mỗi quý", "a quarter");
            case YEAR -> language.of("mỗi năm", "a year");
        };
    }

    /** The last month of the newest part that is over when this month is. */
    public YearMonth lastEnding(YearMonth month) {
        return month.minusMonths(month.getMonthValue() % months);
    }

    /** The part that ends with this month, which must be the last of one. */
    public Period ending(YearMonth last) {
        return new Period(last.minusMonths(months - 1L), last);
    }
}
