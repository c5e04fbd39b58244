package vn.cotmoc.rules.decisiontables;

import java.util.Comparator;
import java.util.List;
import vn.cotmoc.core.measure.Coded;

/** One cell of the table. */
public sealed interface Condition {

    /** Written {@code -}: the fact does not matter. */
    record Any() implements Condition {}

    /**
     * The fact says one of these.
     *
     * @param words at least one, of one type; kept in the order of their type, each once
     */
    record OneOf(List<Coded> words) implements Condition {

        public OneOf {
            if (words.isEmpty()) {
                throw new IllegalArgumentException("A condition names at least one word; write - for any.");
            }
            List<Coded> sorted = words.stream()
                    .distinct()
                    .sorted(Comparator.comparing(OneOf::place))
                    .toList();
            if (sorted.size() < words.size()) {
                throw new IllegalArgumentException("A condition names each word once.");
            }
            words = sorted;
        }

        private static int place(Coded word) {
            return ((Enum<?>) word).ordinal();
        }
    }
}
