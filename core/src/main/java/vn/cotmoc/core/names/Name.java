package vn.cotmoc.core.names;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.measure.Coded;
import vn.cotmoc.core.measure.Language;
import vn.cotmoc.core.targets.Authority;

/** What a thing is called, so that no other thing of its sort is called the same: {@code GRDP · 2023 · Lào Cai · Hội đồng nhân dân}. */
public record Name(String vi, String en) {

    public String in(Language language) {
        return language.of(vi, en);
    }

    /** @param details period, part, place or day, as far as the thing has them */
    static Name of(String vi, String en, @Nullable String authority, @Nullable String... details) {
        return new Name(joined(Language.VI, vi, authority, details), joined(Language.EN, en, authority, details));
    }

    private static String joined(
            Language language, String name, @Nullable String authority, @Nullable String... details) {
        String who = authority == null
                ? null
                : Coded.read(Authority.class, authority).said(language);
        return Stream.of(Stream.of(name), Arrays.stream(details), Stream.ofNullable(who))
                .flatMap(parts -> parts)
                .filter(part -> part != null && !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }
}
