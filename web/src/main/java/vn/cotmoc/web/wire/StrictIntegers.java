package vn.cotmoc.web.wire;

import io.micronaut.core.type.Argument;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.Decoder;
import io.micronaut.serde.Deserializer;
import jakarta.inject.Singleton;
import java.io.IOException;

/** A whole number in JSON is written as one: {@code 1.5} is not cut to 1, and {@code "1"} is a text. */
@Singleton
final class StrictIntegers implements Deserializer<Integer> {

    @Override
    public Integer deserialize(Decoder decoder, DecoderContext context, Argument<? super Integer> type)
            throws IOException {
        JsonNode node = decoder.decodeNode();
        if (!node.isNumber() || !node.coerceStringValue().matches("-?[0-9]{1,9}")) {
            throw decoder.createDeserializationException("A JSON whole number is expected here.", null);
        }
        return node.getIntValue();
    }
}
