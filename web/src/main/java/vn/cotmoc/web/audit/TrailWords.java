package vn.cotmoc.web.audit;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.names.Name;

/** What the trail's fields and the codes in them are called, in both languages. Codes are called as in every list's spreadsheet. */
final class TrailWords {

    /** Fields whose codes the lists know under another name; of one subject only where it stands before the field. */
    private static final Map<String, String> CODED_AS = Map.of(
            "case_step.act", "Case.next",
            "statement.kind", "Statement.kind",
            "fileType", "Evidence.type",
            "groupCode", "group",
            "rangeReaction", "range",
            "jumpReaction", "jump",
            "fallReaction", "fall",
            "partsReaction", "parts");

    private static final Map<String, String> TRUTHS = Map.of("true", "yes", "false", "no");

    private static final List<ResourceBundle> VI = bundles("vi");
    private static final List<ResourceBundle> EN = bundles("en");

    private TrailWords() {}

    /** @param field as rows call it, or {@code cell 12} */
    static Name field(String field) {
        int number = field.indexOf(' ');
        String name = number < 0 ? field : field.substring(0, number);
        String rest = number < 0 ? "" : field.substring(number);
        Name word = word("field." + name);
        return word == null ? new Name(field, field) : new Name(word.vi() + rest, word.en() + rest);
    }

    /** Null for what is no code. */
    static @Nullable Name code(String subject, String field, String value) {
        String own = subject + "." + field;
        return Stream.of(
                        "code.%s.%s".formatted(own, value),
                        "code.%s.%s".formatted(field, value),
                        "word.%s.%s".formatted(CODED_AS.getOrDefault(own, CODED_AS.getOrDefault(field, field)), value),
                        TRUTHS.getOrDefault(value, ""))
                .map(TrailWords::word)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Name word(String key) {
        return Stream.of(0, 1)
                .filter(i -> VI.get(i).containsKey(key) && EN.get(i).containsKey(key))
                .findFirst()
                .map(i -> new Name(VI.get(i).getString(key), EN.get(i).getString(key)))
                .orElse(null);
    }

    private static List<ResourceBundle> bundles(String language) {
        return Stream.of("vn.cotmoc.web.audit.trail", "vn.cotmoc.web.sheets.columns")
                .map(name -> ResourceBundle.getBundle(
                        name,
                        Locale.of(language),
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)))
                .toList();
    }
}
