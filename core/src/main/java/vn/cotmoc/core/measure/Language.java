package vn.cotmoc.core.measure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** How numbers are written inside sentences and sheets. */
public enum Language implements Coded {
    VI(Locale.of("vi", "VN"), " %"),
    EN(Locale.ENGLISH, "%");

    private final DecimalFormatSymbols symbols;
    private final String percentSign;

    Language(Locale locale, String percentSign) {
        this.symbols = DecimalFormatSymbols.getInstance(locale);
        this.percentSign = percentSign;
    }

    /** What stands between groups of three digits. */
    public char groups() {
        return symbols.getGroupingSeparator();
    }

    /** What stands before the fraction. */
    public char point() {
        return symbols.getDecimalSeparator();
    }

    /** With as many of six digits after the point as it has. */
    public String number(BigDecimal value) {
        return new DecimalFormat("#,##0.######", symbols).format(value);
    }

    /** With all the digits that it has. */
    public String exact(BigDecimal value) {
        DecimalFormat format = new DecimalFormat("#,##0", symbols);
        format.setMaximumFractionDigits(Math.max(0, value.stripTrailingZeros().scale()));
        return format.format(value);
    }

    /** Per cent with two digits; with more of them where two would make it the whole number beside it, on which bands begin. */
    public String percent(Ratio ratio) {
        BigDecimal exactly = ratio.percent();
        for (int digits = 4; isWhole(exactly) && !ratio.isPercent(exactly) && digits <= 6; digits += 2) {
            exactly = ratio.percent(digits);
        }
        return new DecimalFormat("#,##0.00####", symbols).format(exactly) + percentSign;
    }

    private static boolean isWhole(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0;
    }

    /** Per cent of a share of one. */
    public String percent(BigDecimal share) {
        return number(share.movePointRight(2).setScale(4, RoundingMode.HALF_UP)) + percentSign;
    }

    /** One of two words. */
    public String of(String vi, String en) {
        return this == VI ? vi : en;
    }
}
