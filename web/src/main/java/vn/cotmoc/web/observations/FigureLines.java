package vn.cotmoc.web.observations;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.exceptions.HttpStatusException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.observations.RecordObservation;
import vn.cotmoc.core.observations.RecordObservations.Line;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.web.wire.Reads;
import vn.cotmoc.web.wire.StrictJson;

/**
 * Reads figures as JSON by the line, each as strictly as {@link ObservationJson.RecordJson} is read alone. Empty lines say
 * nothing, and are counted.
 *
 * <p>A line of more than 32 KB, more than all fields can fill, ends the reading with status 413.
 */
final class FigureLines implements Iterator<Line> {

    private static final int LONGEST = 1 << 15;
    private static final int LONGEST_NAME_SHOWN = 60;

    private static final Set<String> FIELDS = Arrays.stream(ObservationJson.RecordJson.class.getRecordComponents())
            .map(RecordComponent::getName)
            .collect(Collectors.toUnmodifiableSet());

    private final InputStream from;
    private final byte[] buffer = new byte[2 * LONGEST];
    private int start;
    private int end;
    private int number;
    private @Nullable Line next;

    FigureLines(InputStream from) {
        this.from = from;
    }

    @Override
    public boolean hasNext() {
        try {
            while (next == null && (start < end || fill())) {
                next = read();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return next != null;
    }

    @Override
    public Line next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException();
        }
        Line line = next;
        next = null;
        return line;
    }

    private @Nullable Line read() throws IOException {
        int length = 0;
        while (start + length < end || fill()) {
            if (buffer[start + length] == '\n') {
                break;
            }
            if (++length > LONGEST) {
                throw new HttpStatusException(HttpStatus.REQUEST_ENTITY_TOO_LARGE, "A line is too long.");
            }
        }
        number++;
        Line line = isBlank(start, length) ? null : line(start, length);
        start = Math.min(start + length + 1, end);
        return line;
    }

    /** Reads on, moving what is left to the front. False at the end. */
    private boolean fill() throws IOException {
        System.arraycopy(buffer, start, buffer, 0, end - start);
        end -= start;
        start = 0;
        int read = from.read(buffer, end, buffer.length - end);
        end += Math.max(read, 0);
        return read > 0;
    }

    private boolean isBlank(int at, int length) {
        for (int i = at; i < at + length; i++) {
            if (buffer[i] != ' ' && buffer[i] != '\t' && buffer[i] != '\r') {
                return false;
            }
        }
        return true;
    }

    private Line line(int at, int length) throws IOException {
        try {
            return new Line.Figure(number, figure(fields(at, length)));
        } catch (CharacterCodingException | JsonProcessingException broken) {
            return new Line.Unreadable(number, unreadable());
        } catch (Refusal refusal) {
            return new Line.Unreadable(number, refusal);
        }
    }

    private static Refusal unreadable() {
        return Refusal.invalid("unreadable-line", "");
    }

    private static RecordObservation.Command figure(Map<String, String> fields) {
        return new ObservationJson.RecordJson(
                        present(fields, "indicator"),
                        fields.get("area"),
                        fields.get("subgroup"),
                        present(fields, "period"),
                        fields.get("calendar"),
                        present(fields, "status"),
                        present(fields, "amount"),
                        present(fields, "unit"),
                        fields.get("knownOn"),
                        present(fields, "source"),
                        fields.get("note"))
                .toCommand();
    }

    private static String present(Map<String, String> fields, String name) {
        return Reads.present(fields.get(name), "/" + name);
    }

    private Map<String, String> fields(int at, int length) throws IOException {
        Map<String, String> fields = new HashMap<>();
        try (JsonParser parser = StrictJson.parser(buffer, at, length)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw unreadable();
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                if (!FIELDS.contains(name)) {
                    throw Refusal.invalid("unknown-field", "/" + shown(name), "field", shown(name));
                }
                JsonToken value = parser.nextToken();
                if (value == JsonToken.VALUE_STRING) {
                    fields.put(name, whole(parser.getText(), name));
                } else if (value != JsonToken.VALUE_NULL) {
                    throw Refusal.invalid("unreadable-field", "/" + name, "field", name);
                }
            }
            if (parser.nextToken() != null) {
                throw unreadable();
            }
            return fields;
        }
    }

    private static String whole(String text, String name) {
        if (StrictJson.hasHalfACharacter(text)) {
            throw Refusal.invalid("text-control", "/" + name);
        }
        return text;
    }

    /** An unknown name is the sender's own. */
    private static String shown(String name) {
        String clean = name.replaceAll("\\p{Cntrl}", "?").replace("~", "~0").replace("/", "~1");
        return clean.length() <= LONGEST_NAME_SHOWN ? clean : clean.substring(0, LONGEST_NAME_SHOWN) + "…";
    }
}
