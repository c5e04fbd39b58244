package vn.cotmoc.core.sheets;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.cotmoc.core.measure.Language;

/**
 * A number that was written as a text, as one language reads it and no other. Between its digits stand that language's two
 * separators and nothing else; before them a minus ({@code -}, {@code −} or {@code –}); behind them a percent sign. Blanks around
 * it, those that do not break among them, say nothing. Brackets, a plus, powers of ten, zeros in front are no way to write a number here.
 *
 * @param percent whether a percent sign stands behind it; the value is what stands before the sign
 * @param doubtful whether its author must confirm it: one separator followed by exactly three digits, or a text that the other
 *     language reads as another number
 */
record NumberReading(BigDecimal value, boolean percent, boolean doubtful) {

    /** Longer texts are no numbers that could be kept. */
    private static final int LONGEST = 40;

    private static final String MINUS = "[-\u2212\u2013]";

    private static final Pattern AROUND = Pattern.compile("^[\\s\\p{Z}]+|[\\s\\p{Z}]+$");

    private static final Pattern ONE_SEPARATOR_AND_THREE_DIGITS = Pattern.compile("[0-9]+[.,][0-9]{3}");

    private static final Map<Language, Pattern> FORMS = forms();

    private static Map<Language, Pattern> forms() {
        Map<Language, Pattern> forms = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            String groups = Pattern.quote(Character.toString(language.groups()));
            String point = Pattern.quote(Character.toString(language.point()));
            forms.put(language, Pattern.compile("""
                    (?<minus>%s)?(?<digits>(?<whole>0|[1-9][0-9]*|[1-9][0-9]{0,2}(?:%s[0-9]{3})+)(?:%s(?<fraction>[0-9]+))?)(?<percent>[\\s\\p{Z}]?%%)?\
                    """.formatted(MINUS, groups, point)));
        }
        return forms;
    }

    /** Empty if the language reads no number in it. */
    static Optional<NumberReading> of(String text, Language language) {
        String written = stripped(text);
        Matcher form = form(language, written);
        if (written.length() > LONGEST || !form.matches()) {
            return Optional.empty();
        }
        BigDecimal value = value(form);
        Matcher other = form(language == Language.VI ? Language.EN : Language.VI, written);
        boolean doubtful =
                ONE_SEPARATOR_AND_THREE_DIGITS.matcher(form.group("digits")).matches()
                        || other.matches() && value(other).compareTo(value) != 0;
        return Optional.of(new NumberReading(value, form.group("percent") != null, doubtful));
    }

    /** Without blanks around it, of whatever kind. */
    static String stripped(String text) {
        return AROUND.matcher(text).replaceAll("");
    }

    private static Matcher form(Language language, String text) {
        return Objects.requireNonNull(FORMS.get(language)).matcher(text);
    }

    private static BigDecimal value(Matcher form) {
        String fraction = form.group("fraction");
        BigDecimal value =
                new BigDecimal(form.group("whole").replaceAll("[.,]", "") + (fraction == null ? "" : "." + fraction));
        return form.group("minus") == null ? value : value.negate();
    }
}
