package vn.cotmoc.core.scoring;

import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import vn.cotmoc.core.refusals.Refusal;

/** Records as they are stored, letter by letter. */
@Singleton
public class Letters {

    private final ObjectMapper json;

    Letters(ObjectMapper json) {
        this.json = json;
    }

    public String write(Explanation record) {
        try {
            return json.writeValueAsString(record);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** @throws Refusal {@code scorecard-damaged} if it is no record */
    Explanation read(String record) {
        try {
            return json.readValue(record, Explanation.class);
        } catch (IOException notWrittenHere) {
            throw FindingRow.damaged(record);
        }
    }
}
