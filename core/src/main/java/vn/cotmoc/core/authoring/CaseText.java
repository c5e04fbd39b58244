package vn.cotmoc.core.authoring;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Test cases as they are kept: a JSON array. */
@Singleton
class CaseText {

    private final ObjectMapper json;

    CaseText(ObjectMapper json) {
        this.json = json;
    }

    String write(List<TestCase> cases) {
        try {
            return json.writeValueAsString(cases);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    List<TestCase> read(String stored) {
        try {
            return json.readValue(stored, Argument.listOf(TestCase.class));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
