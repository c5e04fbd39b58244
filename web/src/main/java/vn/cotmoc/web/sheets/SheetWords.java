package vn.cotmoc.web.sheets;

import io.micronaut.json.tree.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.measure.Language;
import vn.cotmoc.core.names.Name;

/** Words from {@code columns_{vi,en}.properties}, and names that are asked for by the page and then known. */
final class SheetWords implements ListColumn.Words {

    private final ResourceBundle words;
    private final Language language;
    private final Function<Set<String>, Map<String, Name>> namesOf;
    private final Map<String, Name> names = new HashMap<>();

    /** @param namesOf asks what things are called */
    SheetWords(Locale locale, Function<Set<String>, Map<String, Name>> namesOf) {
        this.words = ResourceBundle.getBundle(
                "vn.cotmoc.web.sheets.columns",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        this.language = locale.getLanguage().equals("en") ? Language.EN : Language.VI;
        this.namesOf = namesOf;
    }

    /** Asks what the things in these lines are called, as far as nobody has asked yet. */
    void learn(List<JsonNode> items) {
        Set<String> unknown = items.stream()
                .flatMap(item -> ListColumn.keys(item).stream())
                .filter(key -> !names.containsKey(key))
                .collect(Collectors.toSet());
        if (!unknown.isEmpty()) {
            names.putAll(namesOf.apply(unknown));
        }
    }

    String require(String key) {
        return Objects.requireNonNull(word(key), key);
    }

    @Override
    public @Nullable String word(String key) {
        return words.containsKey(key) ? words.getString(key) : null;
    }

    @Override
    public @Nullable String name(String key) {
        Name name = names.get(key);
        return name == null ? null : name.in(language);
    }

    @Override
    public boolean english() {
        return language == Language.EN;
    }
}
