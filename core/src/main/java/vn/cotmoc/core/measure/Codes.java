package vn.cotmoc.core.measure;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The words of each kind by their codes, made once: findings are read by the hundred thousand. */
final class Codes {

    private static final ClassValue<Map<String, Coded>> BY_CODE = new ClassValue<>() {
        @Override
        protected Map<String, Coded> computeValue(Class<?> words) {
            return Arrays.stream(words.getEnumConstants())
                    .map(Coded.class::cast)
                    .collect(Collectors.toUnmodifiableMap(Coded::code, Function.identity()));
        }
    };

    private Codes() {}

    static Map<String, Coded> of(Class<? extends Coded> words) {
        return BY_CODE.get(words);
    }
}
