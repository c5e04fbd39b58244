package vn.cotmoc.web.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An answer that lists things, whatever else it says: its rows are to be had as a spreadsheet too. */
public interface Listing<T> {

    /** What a line of the spreadsheet says; not always what the answer says. */
    List<T> rows();

    /** What to pass as {@code after} for the next page; null on the last one. */
    default @Nullable String next() {
        return null;
    }
}
