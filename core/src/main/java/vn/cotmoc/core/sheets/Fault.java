package vn.cotmoc.core.sheets;

import io.micronaut.serde.annotation.Serdeable;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.cotmoc.core.refusals.Refusal;

/**
 * What is wrong in a sheet.
 *
 * @param at the cell's address, e.g. {@code H12}; empty where it is the file
 * @param code as a {@link Refusal}'s
 * @param facts the values of its sentence, by name
 */
@Serdeable
public record Fault(String at, String code, Map<String, String> facts) {

    static Fault of(String at, Refusal refusal) {
        Map<String, String> facts = new LinkedHashMap<>();
        refusal.values().forEach((name, value) -> facts.put(name, value.toString()));
        return new Fault(at, refusal.code(), facts);
    }
}
