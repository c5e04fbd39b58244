package vn.cotmoc.rules.sandbox;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** The fences one by one, each asked alone whether it stops something. */
public final class Fences {

    /** Those that read DRL. */
    public static final Map<String, Consumer<String>> OF_TEXTS = new LinkedHashMap<>(Map.of(
            "words", Vocabulary::check, //
            "guard", DrlGuard::understand));

    /** Those that read classes. */
    public static final Map<String, Consumer<Map<String, byte[]>>> OF_CLASSES = new LinkedHashMap<>(Map.of(
            "package", AllowListLoader::parse, //
            "names", own -> AllowList.check(AllowListLoader.parse(own)), //
            "course", own -> StraightCode.check(AllowListLoader.parse(own))));

    private Fences() {}
}
