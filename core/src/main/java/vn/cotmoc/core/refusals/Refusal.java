package vn.cotmoc.core.refusals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a use case can only report to its caller: a stable code, the values the sentence needs, and the place of the fault.
 * The sentence itself is written in the reader's language where it leaves the house.
 */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** How the caller must react. */
    public enum Kind {
        /** No such thing for this caller, whether it exists elsewhere or not. */
        UNKNOWN,
        /** The request contradicts itself or the domain. */
        INVALID,
        /** It collides with what is stored. */
        CONFLICT,
        /** Someone changed it meanwhile. */
        STALE,
        /** The caller may not do this. */
        FORBIDDEN
    }

    private final Kind kind;
    private final String code;
    private final transient Map<String, Object> values;
    private final @Nullable String at;
    private final transient List<OnLine> lines;

    /** What is wrong with a line, numbered from 1, of a body that has many, or with a cell of a report. */
    public record OnLine(int line, Refusal refusal) {}

    private Refusal(Kind kind, String code, @Nullable String at, Map<String, Object> values, List<OnLine> lines) {
        super(code + " " + values, null, false, false);
        this.kind = kind;
        this.code = code;
        this.at = at;
        this.values = values;
        this.lines = lines;
    }

    public static Refusal unknown(String code, Object... namesAndValues) {
        return new Refusal(Kind.UNKNOWN, code, null, pairs(namesAndValues), List.of());
    }

    /** @param at a JSON pointer into the request's body or the name of a parameter, e.g. {@code /amount} */
    public static Refusal invalid(String code, String at, Object... namesAndValues) {
        return new Refusal(Kind.INVALID, code, at, pairs(namesAndValues), List.of());
    }

    /** Of a body of many lines as a whole, for these faults. */
    public static Refusal invalid(String code, List<OnLine> lines, Object... namesAndValues) {
        return new Refusal(Kind.INVALID, code, null, pairs(namesAndValues), List.copyOf(lines));
    }

    public static Refusal conflict(String code, Object... namesAndValues) {
        return new Refusal(Kind.CONFLICT, code, null, pairs(namesAndValues), List.of());
    }

    public static Refusal stale(String code, Object... namesAndValues) {
        return new Refusal(Kind.STALE, code, null, pairs(namesAndValues), List.of());
    }

    public static Refusal forbidden(String code, Object... namesAndValues) {
        return new Refusal(Kind.FORBIDDEN, code, null, pairs(namesAndValues), List.of());
    }

    /** The same, found elsewhere: at a place that leads to its own. */
    public Refusal under(String place) {
        return new Refusal(kind, code, at == null ? place : place + at, values, lines);
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    public Map<String, Object> values() {
        return values;
    }

    public @Nullable String at() {
        return at;
    }

    /** Faults of lines; none unless the body has many. */
    public List<OnLine> lines() {
        return lines;
    }

    private static Map<String, Object> pairs(Object[] namesAndValues) {
        Map<String, Object> pairs = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            pairs.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return pairs;
    }
}
