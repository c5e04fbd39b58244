package vn.cotmoc.core.sheets;

import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.measure.Amount;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.refusals.Refusal;

/**
 * What is wrong in a sheet.
 *
 * @param at the cell's address, e.g. {@code H12}; empty where it is the file
 * @param code as a {@link Refusal}'s
 * @param facts the values of its sentence, by name, as programs write them
 * @param sorts of those facts that are no texts, which each language writes in its own way; null where all are
 */
@Serdeable
public record Fault(
        String at,
        String code,
        Map<String, String> facts,
        @Nullable Map<String, Sort> sorts) {

    /** What a fact is, beside a text. */
    public enum Sort {
        NUMBER,
        PERIOD,
        DAY;

        private static @Nullable Sort of(Object value) {
            return switch (value) {
                case Amount amount -> NUMBER;
                case BigDecimal number -> NUMBER;
                case Integer number -> NUMBER;
                case Long number -> NUMBER;
                case Period period -> PERIOD;
                case LocalDate day -> DAY;
                default -> null;
            };
        }

        private Object read(String written) {
            return switch (this) {
                case NUMBER -> new BigDecimal(written);
                case PERIOD -> Period.parse(written);
                case DAY -> LocalDate.parse(written);
            };
        }
    }

    static Fault of(String at, Refusal refusal) {
        Map<String, String> facts = new LinkedHashMap<>();
        Map<String, Sort> sorts = new LinkedHashMap<>();
        refusal.values().forEach((name, value) -> {
            facts.put(name, value instanceof BigDecimal number ? number.toPlainString() : value.toString());
            Sort sort = Sort.of(value);
            if (sort != null) {
                sorts.put(name, sort);
            }
        });
        return new Fault(at, refusal.code(), facts, sorts.isEmpty() ? null : sorts);
    }

    /** The facts as what they are, for a sentence. */
    public Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        facts.forEach((name, written) -> {
            Sort sort = sorts == null ? null : sorts.get(name);
            values.put(name, sort == null ? written : sort.read(written));
        });
        return values;
    }
}
