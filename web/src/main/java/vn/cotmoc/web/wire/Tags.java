package vn.cotmoc.web.wire;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.refusals.Refusal;

/** Strong entity tags over versions: {@code "3"}. */
public final class Tags {

    private static final Pattern TAG = Pattern.compile("\"([1-9][0-9]{0,8})\"");

    private Tags() {}

    public static String of(int version) {
        return "\"" + version + "\"";
    }

    /**
     * The version that an edit expects.
     *
     * @param ifMatch the header {@code If-Match}, {@code "3"}
     * @throws Refusal {@code if-match-missing} or {@code if-match-form}
     */
    public static int expected(@Nullable String ifMatch) {
        if (ifMatch == null) {
            throw Refusal.invalid("if-match-missing", "If-Match");
        }
        Matcher tag = TAG.matcher(ifMatch);
        if (!tag.matches()) {
            throw Refusal.invalid("if-match-form", "If-Match");
        }
        return Integer.parseInt(tag.group(1));
    }

    /**
     * Like {@link #expected}, but {@code If-None-Match: *} stands for "there must be none", version 0.
     *
     * @throws Refusal {@code if-match-or-none} where neither says what is expected, or {@code if-match-form}
     */
    public static int expectedOrNone(@Nullable String ifMatch, @Nullable String ifNoneMatch) {
        if (ifMatch == null && ifNoneMatch != null && ifNoneMatch.equals("*")) {
            return 0;
        }
        if (ifMatch == null) {
            throw Refusal.invalid("if-match-or-none", "If-Match");
        }
        return expected(ifMatch);
    }
}
