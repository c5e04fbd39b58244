package vn.cotmoc.core.authoring;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.measure.Coded;

/**
 * One thing to be said of a model or a file. The sentence is written in the reader's language where it leaves the house, from the
 * code and its values.
 *
 * @param at a JSON pointer into the author's text, e.g. {@code /rows/3/when/1}, empty for the whole; of a file the address of a cell,
 *     or the path of an element
 * @param rule the row's or the alert's id, where there is one
 * @param values by the names of the code, in their order: texts, numbers, lists of texts, and combinations, which are words by facts
 */
public record Remark(Code code, String at, @Nullable String rule, Map<String, Object> values) {

    /** Whether a model may be released in spite of it. */
    public enum Weight implements Coded {
        BLOCKS,
        WARNS
    }

    /** Stable; each names the values that its sentence has. */
    public enum Code implements Coded {
        // The text.
        TOO_LARGE(Weight.BLOCKS, "bytes", "most"),
        TOO_COMPLEX(Weight.BLOCKS),
        NO_JSON(Weight.BLOCKS, "line", "column"),
        FIELD_UNKNOWN(Weight.BLOCKS, "field"),
        FIELD_TWICE(Weight.BLOCKS, "field"),
        FIELD_MISSING(Weight.BLOCKS, "field"),
        WRONG_KIND(Weight.BLOCKS, "expected"),
        TOO_MANY(Weight.BLOCKS, "count", "most"),
        TOO_FEW(Weight.BLOCKS, "count", "least"),
        /** The reader of engines refuses what the review let pass. */
        UNREADABLE(Weight.BLOCKS, "reason"),
        // Words.
        ID_MALFORMED(Weight.BLOCKS, "value"),
        VERSION_MALFORMED(Weight.BLOCKS, "value"),
        CODE_MALFORMED(Weight.BLOCKS, "value"),
        WORD_UNKNOWN(Weight.BLOCKS, "word", "known"),
        WORD_TWICE(Weight.BLOCKS, "word"),
        FACT_UNKNOWN(Weight.BLOCKS, "fact", "known"),
        FACT_TWICE(Weight.BLOCKS, "fact"),
        FACT_WORD_UNKNOWN(Weight.BLOCKS, "word", "fact", "known"),
        WORD_OF_ANOTHER_FACT(Weight.BLOCKS, "word", "fact", "others", "known"),
        CELL_EMPTY(Weight.BLOCKS, "fact"),
        CELLS_COUNT(Weight.BLOCKS, "cells", "columns"),
        ASKS_NOTHING(Weight.BLOCKS),
        RULE_TWICE(Weight.BLOCKS, "rule", "first"),
        FLAG_TWICE(Weight.BLOCKS, "flag"),
        FLAG_OF_THE_TABLE(Weight.BLOCKS, "flag"),
        // Sentences.
        TEXT_MISSING(Weight.BLOCKS, "language"),
        TEXT_LONG(Weight.BLOCKS, "length", "most"),
        TEXT_HIDDEN(Weight.BLOCKS, "character"),
        PLACEHOLDER_UNKNOWN(Weight.BLOCKS, "placeholder", "known"),
        BRACE_ALONE(Weight.BLOCKS),
        PLACEHOLDERS_DIFFER(Weight.WARNS, "vi", "en"),
        /** Wherever the rule speaks, core has nothing to put there. */
        PLACEHOLDER_NEVER_FILLED(Weight.WARNS, "placeholder"),
        // The table.
        /** No row decides {@code combination}, nor {@code count - 1} others. */
        GAP(Weight.BLOCKS, "combination", "count"),
        /** No target is ever as the rule asks. */
        NEVER_HOLDS(Weight.WARNS),
        /** Rules before it take all it asks for. */
        NEVER_REACHED(Weight.WARNS, "by"),
        /** Without it, rows after it would rate, raise and say the same. */
        SAYS_THE_SAME(Weight.WARNS, "by"),
        /** Where all rows that hold speak: wherever it holds another is worse, so its rating never counts. */
        ALWAYS_OUTRANKED(Weight.WARNS, "rating", "by", "combination"),
        /** Raised whatever is known of a target whose period ended: no case of it could ever end. */
        FLAG_NEVER_CLEARS(Weight.BLOCKS, "flag"),
        /** Raised whatever is known of a target in that phase. */
        FLAG_STAYS(Weight.WARNS, "flag", "phase"),
        // Points and roll-up.
        NUMBER_MALFORMED(Weight.BLOCKS, "value"),
        NUMBER_RANGE(Weight.BLOCKS, "value", "from", "to"),
        /** Per cent where a share of one is asked. */
        RATIO_EXPECTED(Weight.BLOCKS, "value", "ratio"),
        /** A share of one where points of a hundred are asked. */
        POINTS_EXPECTED(Weight.WARNS, "value", "points"),
        NO_EFFECT(Weight.WARNS, "field", "because"),
        GRADE_TWICE(Weight.BLOCKS, "grade"),
        GRADE_ASKS_NOTHING(Weight.BLOCKS, "grade"),
        LAST_GRADE_ASKS(Weight.BLOCKS, "grade"),
        /** A better grade asks no more. */
        GRADE_NEVER_GIVEN(Weight.BLOCKS, "grade", "by"),
        GRADE_OUT_OF_REACH(Weight.BLOCKS, "grade", "points", "most"),
        // Properties.
        MORE_SCORES_LESS(Weight.BLOCKS, "fact", "less", "more", "combination", "rules", "ratings"),
        SUCCESS_WITHOUT_DATA(Weight.BLOCKS, "combination", "rating"),
        // Test cases.
        CASE_IMPOSSIBLE(Weight.BLOCKS, "combination"),
        // Files.
        FILE_UNREADABLE(Weight.BLOCKS),
        FILE_NO_WORKBOOK(Weight.BLOCKS),
        /** It points to other workbooks. */
        FILE_LINKED(Weight.BLOCKS),
        FILE_TOO_LARGE(Weight.BLOCKS),
        XML_FORBIDDEN(Weight.BLOCKS, "what"),
        NO_TABLE(Weight.BLOCKS),
        SEVERAL_TABLES(Weight.BLOCKS, "count"),
        HIT_POLICY_UNKNOWN(Weight.BLOCKS, "policy", "known"),
        /** Two rows of a table that says it has no overlap decide one combination. */
        NOT_UNIQUE(Weight.BLOCKS, "combination", "rules"),
        HEADER_UNKNOWN(Weight.BLOCKS, "header", "known"),
        HEADER_TWICE(Weight.BLOCKS, "header"),
        HEADER_MISSING(Weight.BLOCKS, "header"),
        FORMULA(Weight.BLOCKS, "formula"),
        NUMBER_FOR_WORD(Weight.BLOCKS, "value", "known"),
        EXPRESSION_UNKNOWN(Weight.BLOCKS, "expression");

        private final Weight weight;
        private final List<String> names;

        Code(Weight weight, String... names) {
            this.weight = weight;
            this.names = List.of(names);
        }

        public Weight weight() {
            return weight;
        }

        /** Of its values. */
        public List<String> names() {
            return names;
        }
    }

    /** @throws IllegalArgumentException unless the values are those of the code */
    public Remark {
        if (!List.copyOf(values.keySet()).equals(code.names())) {
            throw new IllegalArgumentException(
                    "The values of %s are %s; give %s.".formatted(code.code(), values.keySet(), code.names()));
        }
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** @param values in the order of the code's names */
    public static Remark of(Code code, String at, @Nullable String rule, Object... values) {
        Map<String, Object> named = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(values.length, code.names().size()); i++) {
            named.put(code.names().get(i), values[i]);
        }
        return new Remark(code, at, rule, named);
    }

    public Weight weight() {
        return code.weight();
    }
}
