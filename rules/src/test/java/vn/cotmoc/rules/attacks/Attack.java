package vn.cotmoc.rules.attacks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One attack of the corpus, as it stands under {@code attacks/} in the resources.
 *
 * <pre>{@code
 * === while-true
 * tries: never ends
 * source: CWE-835
 * then: while (true) {}
 * stopped by: words guard course
 * alone: hangs
 * }</pre>
 *
 * A line that begins with two spaces goes on with the one before it. {@code ⟦3×no ⟧} stands for {@code no no no }, and
 * {@code ⟦U+200B⟧} for a character that nobody would see.
 *
 * @param says its fields, among them what it tries, where the idea is from and what stops it
 */
record Attack(String id, Map<String, String> says) {

    private static final Pattern REPEATED = Pattern.compile("⟦(\\d+)×([^⟧]*)⟧");
    private static final Pattern CHARACTER = Pattern.compile("⟦U\\+([0-9A-F]{4})⟧");

    /** All of one file, in its order. */
    static List<Attack> of(String file) {
        List<Attack> attacks = new ArrayList<>();
        for (String block : text(file).split("(?m)^=== ")) {
            if (!block.startsWith("#")) {
                attacks.add(read(block));
            }
        }
        return attacks;
    }

    static Stream<Attack> ofAll(String... files) {
        return Stream.of(files).flatMap(file -> of(file).stream());
    }

    private static Attack read(String block) {
        List<String> lines = block.replace("\n  ", "⏎").lines().toList();
        Map<String, String> says = new LinkedHashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            if (!line.isBlank()) {
                int colon = line.indexOf(':');
                says.put(
                        line.substring(0, colon),
                        line.substring(colon + 1).strip().replace('⏎', '\n'));
            }
        }
        Attack attack = new Attack(lines.getFirst().strip(), says);
        attack.say("tries");
        attack.say("source");
        return attack;
    }

    private static String text(String file) {
        try (InputStream bytes = Attack.class.getResourceAsStream(file)) {
            return new String(Objects.requireNonNull(bytes, file).readAllBytes(), UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    String say(String field) {
        return find(field).orElseThrow(() -> new IllegalStateException("%s does not say %s.".formatted(id, field)));
    }

    Optional<String> find(String field) {
        return Optional.ofNullable(says.get(field)).map(Attack::expand);
    }

    private static String expand(String text) {
        String characters = CHARACTER
                .matcher(text)
                .replaceAll(found -> String.valueOf((char) Integer.parseInt(found.group(1), 16)));
        return REPEATED.matcher(characters)
                .replaceAll(found -> java.util.regex.Matcher.quoteReplacement(
                        found.group(2).repeat(Integer.parseInt(found.group(1)))));
    }

    /** Words of a field, e.g. of the fences that stop it; none where it says nothing. */
    Set<String> words(String field) {
        return find(field).stream()
                .flatMap(text -> Stream.of(text.split(" ")))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public String toString() {
        return id;
    }
}
