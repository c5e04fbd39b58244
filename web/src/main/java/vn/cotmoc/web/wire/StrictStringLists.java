package vn.cotmoc.web.wire;

import io.micronaut.core.type.Argument;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.Decoder;
import io.micronaut.serde.Deserializer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The same as {@link StrictStrings} of each text in a list: serde reads lists of texts without asking how one text is read. */
@Singleton
final class StrictStringLists implements Deserializer<List<String>> {

    @Override
    public List<String> deserialize(Decoder decoder, DecoderContext context, Argument<? super List<String>> type)
            throws IOException {
        JsonNode node = decoder.decodeNode();
        if (!node.isArray()) {
            throw decoder.createDeserializationException("A JSON array of strings is expected here.", null);
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode text : node.values()) {
            if (!text.isString()) {
                throw decoder.createDeserializationException("A JSON string is expected in this array.", null);
            }
            texts.add(text.getStringValue());
        }
        return List.copyOf(texts);
    }
}
