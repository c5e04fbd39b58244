package vn.cotmoc.core.tenancy;

import java.util.regex.Pattern;

/**
 * A province's key: the alias of its organization, e.g. {@code lao-cai}. It never changes.
 *
 * @throws IllegalArgumentException if the value is not 2 to 40 of {@code a-z 0-9 -}, beginning with a letter
 */
public record TenantId(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{1,39}");

    public TenantId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "The province's id (%s) must be 2 to 40 of a-z, 0-9 and '-', beginning with a letter."
                            .formatted(value));
        }
    }

    public static boolean isValid(String value) {
        return FORM.matcher(value).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
