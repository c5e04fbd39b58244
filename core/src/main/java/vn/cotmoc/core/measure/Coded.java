package vn.cotmoc.core.measure;

import java.util.Locale;
import java.util.Optional;

/** A word of the domain that is stored and sent as its lower-case, hyphenated name, e.g. {@code at-least}. */
public interface Coded {

    String name();

    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static <E extends Enum<E> & Coded> Optional<E> find(Class<E> words, String code) {
        return Optional.ofNullable(words.cast(Codes.of(words).get(code)));
    }

    /** @throws IllegalArgumentException if there is no such word; for codes that were stored by the house itself */
    static <E extends Enum<E> & Coded> E read(Class<E> words, String code) {
        return find(words, code)
                .orElseThrow(() -> new IllegalArgumentException("%s is no %s.".formatted(code, words.getSimpleName())));
    }
}
