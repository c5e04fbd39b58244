package vn.cotmoc.core.authoring;

import vn.cotmoc.core.measure.Coded;

/** In which decision tables come from elsewhere. */
public enum TableFormat implements Coded {
    /** The first sheet: a header, then a row a rule; cells with words, {@code -}, or words with commas between them. */
    XLSX,
    /** DMN 1.x, a decision table whose tests are {@code "a"}, {@code "a","b"}, {@code not("a")} or {@code -}. */
    DMN
}
