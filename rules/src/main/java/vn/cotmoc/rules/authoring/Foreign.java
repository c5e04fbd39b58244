package vn.cotmoc.rules.authoring;

import java.util.List;

/**
 * A decision table from elsewhere, taken apart but not understood.
 *
 * @param unique whether it says that no two rows decide one combination
 * @param heads over its columns
 * @param rows as many entries as there are heads, each
 */
record Foreign(boolean unique, List<Head> heads, List<List<Entry>> rows) {

    /** @param at where it stands, like all places here: the address of a cell or the path of an element */
    record Head(String at, String name) {}

    /**
     * @param words that it lists; none for any
     * @param not whether all but these are meant
     * @param text as it stands there
     */
    record Entry(String at, List<String> words, boolean not, String text) {}
}
