package vn.cotmoc.web.problems;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.cotmoc.core.measure.Amount;
import vn.cotmoc.core.measure.Coded;
import vn.cotmoc.core.periods.Period;

/** The sentences by code, from {@code sentences_vi.properties} and {@code sentences_en.properties}. */
final class Sentences {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-zA-Z][a-zA-Z0-9]*)}");

    private static final DateTimeFormatter DAY_IN_VIETNAMESE = DateTimeFormatter.ofPattern("d/M/yyyy");
    private static final DateTimeFormatter DAY_IN_ENGLISH = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private Sentences() {}

    static String title(String code, Language language) {
        return text(code + ".title", language);
    }

    static String detail(String code, Language language, Map<String, Object> values) {
        return PLACEHOLDER
                .matcher(text(code + ".detail", language))
                .replaceAll(
                        found -> Matcher.quoteReplacement(shown(values.getOrDefault(found.group(1), "–"), language)));
    }

    /**
     * Days, periods, numbers and words of the domain as the language writes them; the values beside the sentence, for programs,
     * stay codes. An identifier says nothing to a reader.
     */
    private static String shown(Object value, Language language) {
        return switch (value) {
            case LocalDate day -> day.format(language == Language.VI ? DAY_IN_VIETNAMESE : DAY_IN_ENGLISH);
            case Period period -> period.said(language.numbers());
            case UUID identifier -> "–";
            case Enum<?> word
            when word instanceof Coded coded ->
                text("word.%s.%s".formatted(word.getDeclaringClass().getSimpleName(), coded.code()), language);
            case Amount amount -> language.numbers().exact(amount.value());
            case BigDecimal number -> language.numbers().exact(number);
            case Integer number -> language.numbers().exact(BigDecimal.valueOf(number));
            case Long number -> language.numbers().exact(BigDecimal.valueOf(number));
            case List<?> several ->
                several.stream().map(one -> shown(one, language)).collect(Collectors.joining(", "));
            default -> String.valueOf(value);
        };
    }

    static ResourceBundle bundle(Language language) {
        return ResourceBundle.getBundle(
                "vn.cotmoc.web.problems.sentences",
                language.locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    private static String text(String key, Language language) {
        ResourceBundle bundle = bundle(language);
        return bundle.containsKey(key) ? bundle.getString(key) : key;
    }
}
