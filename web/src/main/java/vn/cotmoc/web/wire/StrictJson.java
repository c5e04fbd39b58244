package vn.cotmoc.web.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;

/** JSON as it must come in: bytes that are UTF-8, and no field twice. */
public final class StrictJson {

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private StrictJson() {}

    /** @throws CharacterCodingException if the bytes are no UTF-8 */
    public static JsonParser parser(byte[] bytes, int from, int length) throws IOException {
        return JSON.createParser(
                UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, length)).toString());
    }

    /** Half of a surrogate pair, which the database could only keep as a question mark. */
    public static boolean hasHalfACharacter(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                boolean whole = i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
                if (!whole) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }
}
