package vn.cotmoc.rules.seals;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Fields, each behind its length, so that no two lists of fields give the same bytes. The first names the purpose. */
final class Message {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream fields = new DataOutputStream(bytes);

    Message(String purpose) {
        with(purpose);
    }

    Message with(String field) {
        return with(field.getBytes(UTF_8));
    }

    Message with(byte[] field) {
        try {
            fields.writeInt(field.length);
            fields.write(field);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return this;
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }
}
