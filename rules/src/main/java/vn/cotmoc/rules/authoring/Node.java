package vn.cotmoc.rules.authoring;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.authoring.Remark;
import vn.cotmoc.core.authoring.Remark.Code;
import vn.cotmoc.core.authoring.RuleWorkshop;

/** JSON as it stands there, whatever it says; measured before it is parsed. */
sealed interface Node {

    record Text(String value) implements Node {}

    record Items(List<Node> items) implements Node {

        public Items {
            items = List.copyOf(items);
        }
    }

    /**
     * @param fields in their order
     * @param twice names that came again; the last one counts
     */
    record Fields(Map<String, Node> fields, Set<String> twice) implements Node {}

    /** A number, true, false or null; a model has none of them. @param shown as it is spelled */
    record Bare(String shown) implements Node {}

    /** A text is no JSON that is read; says why. */
    final class Unreadable extends Exception {

        private static final long serialVersionUID = 1;

        private final transient Remark remark;

        private Unreadable(Remark remark) {
            super(remark.code().code(), null, false, false);
            this.remark = remark;
        }

        Remark remark() {
            return remark;
        }
    }

    int LONGEST_NAME = 100;
    int DEEPEST = 20;
    int MOST_TOKENS = 40_000;

    JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(RuleWorkshop.MOST_BYTES) // a sentence that is too long is told by its row
                    .maxNameLength(LONGEST_NAME)
                    .maxNestingDepth(DEEPEST)
                    .maxTokenCount(MOST_TOKENS)
                    .build())
            .build();

    /** @throws Unreadable {@code too-large}, {@code too-complex} or {@code no-json} */
    static Node parse(String json) throws Unreadable {
        int bytes =
                json.length() > RuleWorkshop.MOST_BYTES ? json.length() : json.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > RuleWorkshop.MOST_BYTES) {
            throw new Unreadable(Remark.of(Code.TOO_LARGE, "", null, bytes, RuleWorkshop.MOST_BYTES));
        }
        try (JsonParser parser = JSON.createParser(json)) {
            parser.nextToken();
            Node node = read(parser);
            if (parser.nextToken() != null) {
                throw noJson(
                        parser.currentLocation().getLineNr(),
                        parser.currentLocation().getColumnNr());
            }
            return node;
        } catch (StreamConstraintsException complex) {
            throw new Unreadable(Remark.of(Code.TOO_COMPLEX, "", null));
        } catch (JsonProcessingException broken) {
            var place = broken.getLocation();
            throw place == null ? noJson(1, 1) : noJson(place.getLineNr(), place.getColumnNr());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static Unreadable noJson(int line, int column) {
        return new Unreadable(Remark.of(Code.NO_JSON, "", null, line, column));
    }

    private static Node read(JsonParser parser) throws IOException, Unreadable {
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw noJson(1, 1);
        }
        return switch (token) {
            case START_OBJECT -> fields(parser);
            case START_ARRAY -> {
                List<Node> items = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    items.add(read(parser));
                }
                yield new Items(items);
            }
            case VALUE_STRING -> new Text(parser.getText());
            default -> new Bare(parser.getText());
        };
    }

    private static Fields fields(JsonParser parser) throws IOException, Unreadable {
        Map<String, Node> fields = new LinkedHashMap<>();
        Set<String> twice = new LinkedHashSet<>();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            if (fields.put(name, read(parser)) != null) {
                twice.add(name);
            }
        }
        return new Fields(fields, twice);
    }

    /** The text, if it is one. */
    static @Nullable String text(@Nullable Node node) {
        return node instanceof Text(String value) ? value : null;
    }

    default String write() {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            write(json);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private void write(JsonGenerator json) throws IOException {
        switch (this) {
            case Text(String value) -> json.writeString(value);
            case Bare(String shown) -> json.writeRawValue(shown);
            case Items(List<Node> items) -> {
                json.writeStartArray();
                for (Node item : items) {
                    item.write(json);
                }
                json.writeEndArray();
            }
            case Fields fields -> {
                json.writeStartObject();
                for (Map.Entry<String, Node> field : fields.fields().entrySet()) {
                    json.writeFieldName(field.getKey());
                    field.getValue().write(json);
                }
                json.writeEndObject();
            }
        }
    }
}
