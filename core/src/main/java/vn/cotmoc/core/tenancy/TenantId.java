package vn.cotmoc.core.tenancy;

import java.util.regex.Pattern;

/**
 * Whose rows are meant. A province's key is the alias of its organization, e.g. {@code lao-cai}; it never changes.
 *
 * @throws IllegalArgumentException if the value is not 2 to 40 of {@code a-z 0-9 -}, beginning with a letter
 */
public record TenantId(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{1,39}");

    /** The workspace in which the nation's rule sets are written. No province has this id, whatever a token says. */
    public static final TenantId NATION = new TenantId("nation");

    public TenantId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "The province's id (%s) must be 2 to 40 of a-z, 0-9 and '-', beginning with a letter."
                            .formatted(value));
        }
    }

    /** Whether a province may have this id. */
    public static boolean isOfProvince(String value) {
        return FORM.matcher(value).matches() && !value.equals(NATION.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
