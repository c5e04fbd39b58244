package vn.cotmoc.web.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cotmoc.core.refusals.Refusal;

class TagsTest {

    @Test
    void whatWasSentAsATagIsTheVersionThatAnEditExpects() {
        assertThat(Tags.expected(Tags.of(3))).isEqualTo(3);
        assertThat(Tags.expected("\"999999999\"")).isEqualTo(999_999_999);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "3", "W/\"3\"", "\"0\"", "\"-1\"", "\"03\"", "*", "\"3\", \"4\"", "\"1000000000\"", "\"x\""})
    void anythingElseIsRefused(String ifMatch) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Tags.expected(ifMatch))
                .withMessageStartingWith("if-match-form");
    }

    @Test
    void anEditWithoutATagIsRefused() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Tags.expected(null))
                .withMessageStartingWith("if-match-missing");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Tags.expectedOrNone(null, "\"3\""))
                .withMessageStartingWith("if-match-or-none");
        assertThatExceptionOfType(Refusal.class)
                .as("of what is not there yet nobody has read a tag")
                .isThrownBy(() -> Tags.expectedOrNone(null, null))
                .withMessageStartingWith("if-match-or-none");
    }

    @Test
    void aStarMeansThatThereMustBeNone() {
        assertThat(Tags.expectedOrNone(null, "*")).isZero();
        assertThat(Tags.expectedOrNone("\"3\"", "*")).isEqualTo(3);
        assertThat(Tags.expectedOrNone("\"3\"", null)).isEqualTo(3);
    }
}
