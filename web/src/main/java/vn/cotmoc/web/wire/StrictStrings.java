package vn.cotmoc.web.wire;

import io.micronaut.core.type.Argument;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.Decoder;
import io.micronaut.serde.Deserializer;
import jakarta.inject.Singleton;
import java.io.IOException;

/**
 * A text in JSON is a string and nothing else. A number read as text would already have lost digits that an exact decimal
 * keeps: amounts come in quotes.
 */
@Singleton
final class StrictStrings implements Deserializer<String> {

    @Override
    public String deserialize(Decoder decoder, DecoderContext context, Argument<? super String> type)
            throws IOException {
        JsonNode node = decoder.decodeNode();
        if (!node.isString()) {
            throw decoder.createDeserializationException("A JSON string is expected here.", null);
        }
        return node.getStringValue();
    }
}
