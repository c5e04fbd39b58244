package vn.cotmoc.web.observations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.micronaut.http.exceptions.HttpStatusException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cotmoc.core.observations.RecordObservations.Line;

class FigureLinesTest {

    private static final String GOOD =
            "{\"indicator\":\"EXPORTS\",\"period\":\"2023\",\"status\":\"official\",\"amount\":\"%s\",\"unit\":\"triệu USD\",\"source\":\"Báo cáo\"}";

    /** Some thousand lines are more than the reader holds at once. */
    @ParameterizedTest
    @ValueSource(ints = {1, 7, 4096, 65_536, 1_000_000})
    void linesAreTheSameHoweverTheyArrive(int piece) {
        int lines = piece == 1 ? 600 : 3000;
        String file = IntStream.rangeClosed(1, lines)
                .mapToObj(amount -> GOOD.formatted(amount) + (amount % 3 == 0 ? "\r\n" : "\n"))
                .collect(Collectors.joining());
        List<Line> read = read(inPieces(file.getBytes(UTF_8), piece));
        assertThat(read)
                .hasSize(lines)
                .allSatisfy(line -> assertThat(
                                ((Line.Figure) line).command().amount().text())
                        .isEqualTo(Integer.toString(line.number())));
        assertThat(((Line.Figure) read.getLast()).command().unit()).isEqualTo("triệu USD");
    }

    private static InputStream inPieces(byte[] bytes, int piece) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] into, int at, int length) {
                return super.read(into, at, Math.min(length, piece));
            }
        };
    }

    @Test
    void emptyLinesAreCountedAndTheLastOneNeedsNoEnd() {
        List<Line> read = read("\n \t\r\n" + GOOD.formatted("1") + "\n\n" + GOOD.formatted("2"));
        assertThat(read).extracting(Line::number).containsExactly(3, 5);
        assertThat(read("")).isEmpty();
        assertThat(read("\n\n")).isEmpty();
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> lines("").next());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"indicator\":5}| unreadable-field| /indicator",
                "{\"area\":[\"x\"]}| unreadable-field| /area",
                "{\"khac\":\"x\"}| unknown-field| /khac",
                "{\"tenant\":\"dien-bien\"}| unknown-field| /tenant",
                "{\"unit\":\"a\",\"unit\":\"a\"}| unreadable-line| ''",
                "{\"note\":\"\\ud800\"}| text-control| /note",
                "{} {}| unreadable-line| ''",
                "{}]| unreadable-line| ''",
                "[]| unreadable-line| ''",
                "null| unreadable-line| ''",
                "{| unreadable-line| ''",
                "{}| missing-field| /indicator"
            })
    void aFaultIsOfItsLineAndThoseBehindItAreRead(String line, String code, String at) {
        List<Line> read = read(line + "\n" + GOOD.formatted("1"));
        assertThat(read).hasSize(2);
        assertThat(read.getFirst()).isInstanceOfSatisfying(Line.Unreadable.class, fault -> {
            assertThat(fault.why().code()).isEqualTo(code);
            assertThat(fault.why().at()).isEqualTo(at);
        });
        assertThat(read.getLast()).isInstanceOf(Line.Figure.class);
    }

    @Test
    void bytesThatAreNoUtfEightAreAFault() {
        byte[] broken = GOOD.formatted("1").getBytes(UTF_8);
        broken[20] = (byte) 0xFF;
        assertThat(read(new ByteArrayInputStream(broken)))
                .singleElement()
                .isInstanceOfSatisfying(
                        Line.Unreadable.class,
                        fault -> assertThat(fault.why().code()).isEqualTo("unreadable-line"));
    }

    @Test
    void aLineThatIsLongerThanAllFieldsEndsTheReading() {
        assertThat(read("{\"note\":\"%s\"}".formatted("x".repeat(32_000)))).hasSize(1);
        assertThatExceptionOfType(HttpStatusException.class)
                .isThrownBy(() -> read("{\"note\":\"%s\"}".formatted("x".repeat(33_000))))
                .satisfies(refused -> assertThat(refused.getStatus().getCode()).isEqualTo(413));
    }

    private static List<Line> read(String file) {
        return read(new ByteArrayInputStream(file.getBytes(UTF_8)));
    }

    private static List<Line> read(InputStream file) {
        List<Line> read = new ArrayList<>();
        new FigureLines(file).forEachRemaining(read::add);
        return read;
    }

    private static FigureLines lines(String file) {
        return new FigureLines(new ByteArrayInputStream(file.getBytes(UTF_8)));
    }
}
