package vn.cotmoc.rules.decisiontables;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.cotmoc.rules.Tables;
import vn.cotmoc.rules.rulesets.SealedModel;
import vn.cotmoc.rules.rulesets.ShippedRuleSets;

/** The schema that is published says what the code says. It is written anew by {@code -Dcotmoc.schema=write}. */
class SchemaTest {

    private static final Path FILE = Path.of("src/main/resources/vn/cotmoc/rules/rule-set.schema.json");

    private static final String GOOD = """
            {"id":"small","version":"1.0","hit":"first","columns":["phase","end-band"],
             "rows":[{"rule":"nearly","when":["ended",["nearly","full"]],"rating":"nearly-met",
                      "flags":[{"code":"close","severity":"low"}],"vi":"Bằng {attainment}.","en":"At {attainment}."}],
             "alerts":[{"rule":"old","when":{"age":"stale"},"flag":{"code":"stale","severity":"low"},"vi":"Cũ.","en":"Old."}],
             "about":{"name":{"vi":"Nhỏ","en":"Small"},"says":{"vi":"Ít.","en":"Little."},"source":{"vi":"Riêng.","en":"Own."}},
             "points":{"bonus":"1","highest":"120","penaltyBelow":"0.70","penalty":"0.5","lowest":"0"},
             "rollUp":{"by":"grades","grades":[{"code":"good","vi":"Tốt","en":"Good","pointsFrom":"70"},{"code":"poor","vi":"Kém","en":"Poor"}]},
             "allows":["more-scores-less"]}
            """;

    static List<SealedModel> shipped() {
        return ShippedRuleSets.models();
    }

    @Test
    void theSchemaIsThatOfTheCode() throws IOException {
        String schema = JsonMapper.builder()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build()
                        .writeValueAsString(Schema.ofTheCode())
                + "\n";
        if ("write".equals(System.getProperty("cotmoc.schema"))) {
            Files.writeString(FILE, schema);
        }
        assertThat(Files.readString(FILE, UTF_8)).isEqualTo(schema);
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void theSetsThatShipAreValid(SealedModel shipped) throws IOException {
        assertThat(faults(shipped.json())).isEmpty();
    }

    @Test
    void whateverTheHouseWritesIsValid() throws IOException {
        assertThat(faults(RuleModelJson.write(Tables.random(new Random(1), 200))))
                .isEmpty();
        assertThat(faults(RuleModelJson.write(Tables.collecting(new Random(2), 40))))
                .isEmpty();
        assertThat(faults(GOOD)).isEmpty();
        assertThat(RuleModelJson.read(GOOD).allows()).containsExactly(Allowance.MORE_SCORES_LESS);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"hit\":\"first\"          | \"hit\":\"any\"",
                "\"hit\":\"first\"          | \"hit\":\"first\",\"script\":\"x\"",
                "\"hit\":\"first\",         | \"engine\":\"drools\",",
                "\"version\":\"1.0\"        | \"version\":1.0",
                "\"version\":\"1.0\"        | \"version\":\"latest\"",
                "\"id\":\"small\"           | \"id\":\"Small\"",
                "\"columns\":[\"phase\",    | \"columns\":[\"paceMicros\",",
                "[\"ended\",                | [\"over\",",
                "[\"nearly\",\"full\"]      | [\"nearly\",\"nearly\"]",
                "[\"nearly\",\"full\"]      | [\"nearly\",\"running\"]",
                "[\"nearly\",\"full\"]      | []",
                "\"rating\":\"nearly-met\"  | \"rating\":\"superb\"",
                "\"severity\":\"low\"       | \"severity\":\"worst\"",
                "\"code\":\"close\"         | \"code\":\"Close\\\"; run()\"",
                "At {attainment}.           | At {runtime}.",
                "At {attainment}.           | At {attainment.",
                "\"en\":\"At {attainment}.\" | \"en\":\" \"",
                "\"age\":\"stale\"          | \"years\":\"3\"",
                "{\"age\":\"stale\"}        | {}",
                "\"penaltyBelow\":\"0.70\"  | \"penaltyBelow\":\"70\"",
                "\"highest\":\"120\"        | \"highest\":\"90\"",
                "\"highest\":\"120\"        | \"highest\":\"200.5\"",
                "\"bonus\":\"1\"            | \"bonus\":\"10.1\"",
                "\"lowest\":\"0\"           | \"lowest\":\"99.5\"",
                "\"highest\":\"120\",       | \"lowest\":\"0\",",
                "\"by\":\"grades\"          | \"by\":\"script\"",
                "\"pointsFrom\":\"70\"      | \"onTimeFrom\":\"1.2\"",
                "[\"more-scores-less\"]     | [\"anything\"]",
            })
    void whatTheReaderRefusesTheSchemaRefusesToo(String good, String bad) throws IOException {
        assertThat(GOOD).contains(good);
        String model = GOOD.replace(good, bad);

        assertThatExceptionOfType(RuleModelFault.class).isThrownBy(() -> RuleModelJson.read(model));
        assertThat(faults(model)).isNotEmpty();
    }

    @Test
    void theEndsOfTheRangesAreTakenByBoth() throws IOException {
        String ends = GOOD.replace("\"highest\":\"120\"", "\"highest\":\"200\"")
                .replace("\"bonus\":\"1\"", "\"bonus\":\"10\"")
                .replace("\"penaltyBelow\":\"0.70\"", "\"penaltyBelow\":\"1\"")
                .replace("\"lowest\":\"0\"", "\"lowest\":\"99\"");

        assertThat(RuleModelJson.read(ends).points()).isNotNull();
        assertThat(faults(ends)).isEmpty();
    }

    private static List<Error> faults(String model) throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(FILE, UTF_8))
                .validate(model, InputFormat.JSON);
    }
}
