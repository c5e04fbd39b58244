package vn.cotmoc.core.scoring;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The engine that a rule set names gives no answer that counts: there is none, or it broke its contract. */
public final class EngineUnavailable extends ScoringEngine.EngineFailure {

    private static final long serialVersionUID = 1;

    /** What a reader is told of it. */
    public enum Why {
        /** There is no engine of this name; values: {@code engine}, {@code known}. */
        UNKNOWN,
        /** Values: {@code engine}. */
        THREW,
        /** Values: {@code engine}, {@code seconds}. */
        HUNG,
        /** It answered something that no engine may answer; values: {@code engine}. */
        NONSENSE,
        /** Others kept it at work all the while; values: {@code engine}, {@code seconds}. */
        BUSY,
        /** It threw, hung or talked nonsense before; values: {@code engine}. */
        QUARANTINED
    }

    private final Why why;
    private final transient Map<String, Object> values;

    /** @param reason for the log, in English */
    public EngineUnavailable(Why why, Map<String, Object> values, String reason, @Nullable Throwable cause) {
        super(reason, cause);
        this.why = why;
        this.values = Map.copyOf(values);
    }

    public Why why() {
        return why;
    }

    public Map<String, Object> values() {
        return values;
    }
}
