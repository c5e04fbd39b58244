package vn.cotmoc.rules.attacks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.cotmoc.rules.decisiontables.RuleModelFault;
import vn.cotmoc.rules.decisiontables.RuleModelJson;
import vn.cotmoc.rules.sandbox.Drl;

/** The first layer: what an author sends is JSON of known words, or refused; no word of it comes into the rules. */
class ModelLayerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final String GOOD = good();
    private static final String RULES = Drl.of(RuleModelJson.read(GOOD)).text();

    /** Every place of the good model where a text stands. */
    private static final List<String> PLACES = List.of(
            "\"good\"",
            "\"1\"",
            "\"Tốt\"",
            "\"Says.\"",
            "\"Source.\"",
            "\"first\"",
            "\"phase\"",
            "\"ended\"",
            "\"met\"",
            "\"late\"",
            "\"low\"",
            "\"Câu.\"",
            "\"Words.\"",
            "\"stale\"",
            "\"age\"",
            "\"old\"",
            "\"Old.\"",
            "\"120\"",
            "\"grades\"",
            "\"top\"",
            "\"Top\"",
            "\"90\"");

    static Stream<Attack> models() {
        return Attack.of("models/models.txt").stream();
    }

    static Stream<Attack> drl() {
        return DrlAttacks.all();
    }

    @Test
    void theGoodModelIsRead() {
        assertThat(RuleModelJson.read(GOOD).rows()).hasSize(1);
        assertThat(PLACES).allMatch(GOOD::contains);
    }

    @ParameterizedTest
    @MethodSource("models")
    void aModelThatAttacksIsRefusedOrStaysWords(Attack attack) {
        String model = attack.find("json").orElseGet(() -> {
            assertThat(GOOD).contains(attack.say("instead of"));
            return GOOD.replace(attack.say("instead of"), attack.say("write"));
        });

        Assertions.assertTimeoutPreemptively(PATIENCE, () -> {
            if (attack.find("becomes").isPresent()) {
                assertThat(Drl.of(RuleModelJson.read(model)).text()).isEqualTo(RULES);
            } else {
                assertThatExceptionOfType(RuleModelFault.class).isThrownBy(() -> RuleModelJson.read(model));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("drl")
    void drlInAnyPlaceForWordsIsRefusedOrStaysWords(Attack attack) {
        for (String payload : DrlAttacks.payloads(attack)) {
            String word = "\"" + new String(JsonStringEncoder.getInstance().quoteAsString(payload)) + "\"";
            for (String place : PLACES) {
                assertThat(rules(GOOD.replace(place, word)))
                        .as("%s in the place of %s", attack, place)
                        .isEqualTo(RULES);
            }
        }
    }

    /** Those of the good model where the model is refused: then there are no others. */
    private static String rules(String model) {
        try {
            return Drl.of(RuleModelJson.read(model)).text();
        } catch (RuleModelFault refused) {
            return RULES;
        }
    }

    private static String good() {
        try (InputStream bytes = ModelLayerTest.class.getResourceAsStream("models/good.json")) {
            return new String(Objects.requireNonNull(bytes).readAllBytes(), UTF_8);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
