package vn.cotmoc.rules.decisiontables;

import org.jspecify.annotations.Nullable;

/** A text is no rule model. */
public final class RuleModelFault extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String at;

    RuleModelFault(String at, String reason, @Nullable Throwable cause) {
        super(at.isEmpty() ? reason : at + ": " + reason, cause);
        this.at = at;
    }

    RuleModelFault(String at, String reason) {
        this(at, reason, null);
    }

    /** A JSON pointer to the fault, e.g. {@code /rows/3/when/1}; empty for the whole. */
    public String at() {
        return at;
    }
}
