package vn.cotmoc.rules.decisiontables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.cotmoc.core.scoring.RollUpRule;
import vn.cotmoc.rules.Tables;

class RuleModelJsonTest {

    private static final String GOOD = """
            {"id": "small", "version": "1.0", "hit": "first", "columns": ["phase", "end-band"],
             "rows": [{"rule": "nearly", "when": ["ended", ["nearly", "full"]], "rating": "nearly-met",
                       "flags": [{"code": "close", "severity": "low"}],
                       "vi": "Bằng {attainment} kế hoạch.", "en": "At {attainment}."}]}
            """;

    private static final String WARNING = GOOD.strip().replaceFirst("}$", """
            , "alerts": [{"rule": "old", "when": {"age": "stale"}, "flag": {"code": "stale", "severity": "low"},
                          "vi": "Cũ.", "en": "Old."}]}
            """);

    @Test
    void aGoodTableIsRead() {
        RuleModel model = RuleModelJson.read(GOOD);

        assertThat(model.columns()).containsExactly(Fact.PHASE, Fact.END_BAND);
        assertThat(model.rows()).hasSize(1);
    }

    @Test
    void oneModelHasOneSpellingWhateverTheOrderOfFieldsAndWords() {
        String reordered = """
                {"version":"1.0","id":"small","columns":["phase","end-band"],"hit":"first",
                 "rows":[{"en":"At {attainment}.","vi":"Bằng {attainment} kế hoạch.","flags":[{"severity":"low","code":"close"}],
                          "rating":"nearly-met","when":[["ended"],["full","nearly"]],"rule":"nearly"}]}
                """;

        assertThat(RuleModelJson.write(RuleModelJson.read(reordered)))
                .isEqualTo(RuleModelJson.write(RuleModelJson.read(GOOD)));
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"age\": \"stale\"         | /alerts/0/when/years: This fact is not known.           | \"years\": \"stale\"",
                "\"age\": \"stale\"         | \"old\" is no age; known are [fresh, stale, no-figure]. | \"age\": \"old\"",
                "\"age\": \"stale\"         | must ask at least one fact                              | ``",
                "\"rule\": \"old\"          | Two rules are called nearly.                            | \"rule\": \"nearly\"",
                "\"code\": \"stale\"        | which the table raises already                          | \"code\": \"close\"",
                "\"en\": \"Old.\"           | leaves {secret} open                                    | \"en\": \"{secret}\"",
                "\"en\": \"Old.\"           | /alerts/0/then: This field is not known here.           | \"en\": \"Old.\", \"then\": \"run\"",
            })
    void aBadAlertIsRefusedAndThePlaceNamed(String good, String reason, String bad) {
        assertThat(RuleModelJson.read(WARNING).alerts()).hasSize(1);

        assertThatExceptionOfType(RuleModelFault.class)
                .isThrownBy(() -> RuleModelJson.read(WARNING.replace(good, bad)))
                .withMessageContaining(reason);
    }

    @Test
    void aSetWithoutAlertsIsSpelledAsBeforeThereWereAny() {
        assertThat(RuleModelJson.write(RuleModelJson.read(GOOD))).doesNotContain("alerts");
    }

    @Test
    void aSetNamesItsEngineAndOneThatNamesNoneIsForDrools() {
        String other = GOOD.replace("\"hit\"", "\"engine\": \"sample\", \"hit\"");
        String written = RuleModelJson.write(RuleModelJson.read(GOOD));

        assertThat(RuleModelJson.read(GOOD).engine()).isEqualTo("drools");
        assertThat(RuleModelJson.write(RuleModelJson.read(GOOD.replace("\"hit\"", "\"engine\": \"drools\", \"hit\""))))
                .as("spelled, and hashed, as before there were others")
                .isEqualTo(written)
                .doesNotContain("engine");
        assertThat(RuleModelJson.read(RuleModelJson.write(RuleModelJson.read(other)))
                        .engine())
                .isEqualTo("sample");
    }

    private static final String SCALED = GOOD.strip().replaceFirst("}$", """
            , "about": {"name": {"vi": "Nhỏ", "en": "Small"}, "says": {"vi": "Ít.", "en": "Little."},
                        "source": {"vi": "Thiết kế riêng.", "en": "Own design."}},
              "points": {"bonus": "1", "highest": "120", "penaltyBelow": "0.70", "penalty": "0.5", "lowest": "0"},
              "rollUp": {"by": "grades", "grades": [
                {"code": "good", "vi": "Tốt", "en": "Good", "pointsFrom": "70", "onTimeFrom": "1.0"},
                {"code": "poor", "vi": "Kém", "en": "Poor"}]}}
            """);

    @Test
    void whatASetSaysOfItselfItsPointsAndItsGradesAreReadAndSpelledInOneWay() {
        RuleModel model = RuleModelJson.read(SCALED);

        assertThat(model.about())
                .satisfies(about -> assertThat(about.name().vi()).isEqualTo("Nhỏ"));
        assertThat(RuleModelJson.write(model)).contains("\"penaltyBelow\":\"0.7\"", "\"onTimeFrom\":\"1\"");
        assertThat(RuleModelJson.write(RuleModelJson.read(RuleModelJson.write(model))))
                .isEqualTo(RuleModelJson.write(model));
        assertThat(RuleModelJson.write(RuleModelJson.read(GOOD))).doesNotContain("about", "points", "rollUp");
    }

    @Test
    void aSetThatSaysOnlyItsOwnHasTheRestOfAnother() {
        RuleModel base = RuleModelJson.read(SCALED);

        RuleModel over = RuleModelJson.readOver(
                base, "{\"id\": \"other\", \"version\": \"2\", \"rollUp\": {\"by\": \"worst\"}}");

        assertThat(over.id()).isEqualTo("other");
        assertThat(over.rows()).isEqualTo(base.rows());
        assertThat(over.points()).isEqualTo(base.points());
        assertThat(over.rollUp()).isEqualTo(new RollUpRule.Worst());
        assertThatExceptionOfType(RuleModelFault.class)
                .isThrownBy(() -> RuleModelJson.readOver(base, "{\"id\": \"other\"}"))
                .withMessageContaining("version is missing.");
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"highest\": \"120\"   | \"highest\": \"1e9\"                | /points/highest: \"1e9\" must be a number such as 0.5.",
                "\"highest\": \"120\"   | \"highest\": \"90\"                 | highest is 90; it must be 100 to 200.",
                "\"highest\": \"120\"   | \"highest\": 120                    | /points/highest: Here must stand a text.",
                "\"highest\": \"120\",  | ``                                  | highest is missing.",
                "\"highest\": \"120\"   | \"highest\": \"120\", \"eval\": \"1\" | /points/eval: This field is not known here.",
                "\"by\": \"grades\"     | \"by\": \"script\"                  | \"script\" is not known here; known are worst, all and grades.",
                "\"pointsFrom\": \"70\", \"onTimeFrom\": \"1.0\" | \"onTimeFrom\": \"1.2\" | The grade good asks a share of 1.2; it must be 0 to 1.",
                "\"code\": \"poor\"     | \"code\": \"good\"                  | Two grades have the same code.",
                "\"code\": \"poor\"     | \"code\": \"Poor {x}\"              | The grade \"Poor {x}\" must be lower-case words",
                "\"vi\": \"Tốt\"        | \"vi\": \"\\u202e\"               | A text holds the invisible character U+202E",
                "\"vi\": \"Nhỏ\"        | \"vi\": \"\"                        | A text has 0 characters",
            })
    void aBadScaleIsRefusedAndThePlaceNamed(String good, String bad, String reason) {
        assertThat(SCALED).contains(good);

        assertThatExceptionOfType(RuleModelFault.class)
                .isThrownBy(() -> RuleModelJson.read(SCALED.replace(good, bad)))
                .withMessageContaining(reason);
    }

    @RepeatedTest(20)
    void whatIsWrittenIsReadBackAsTheSameModel() {
        RuleModel model = Tables.random(new Random(), 20);

        assertThat(RuleModelJson.read(RuleModelJson.write(model))).isEqualTo(model);
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"hit\": \"first\"        | \"hit\": \"any\"                     | /hit: \"any\" is not known here.",
                "\"hit\": \"first\"        | \"hit\": \"first\", \"script\": \"x\" | /script: This field is not known here.",
                "\"hit\": \"first\"        | \"hit\": \"first\", \"id\": \"twice\" | Duplicate field 'id'",
                "\"hit\": \"first\",       | ``                                    | hit is missing.",
                "\"hit\": \"first\"        | \"hit\": \"first\", \"engine\": \"a b\" | The engine \"a b\" must be lower-case words",
                "\"version\": \"1.0\"      | \"version\": 1.0                      | /version: Here must stand a text.",
                "\"version\": \"1.0\"      | \"version\": \"latest\"               | The version \"latest\" must be one to three numbers",
                "\"ended\"                 | \"over\"                              | /rows/0/when/0: \"over\" is no phase; known are [ahead, running, ended].",
                "\"ended\"                 | \"full\"                              | /rows/0/when/0: \"full\" is no phase",
                "\"ended\"                 | []                                    | A condition names at least one word",
                "\"ended\"                 | [\"ended\", \"ended\"]                | A condition names each word once.",
                "\"ended\"                 | [[\"ended\"]]                       | /rows/0/when/0/0: Here must stand a text.",
                "\"ended\",                | ``                                    | \"nearly\" is no phase",
                "\"ended\",                | \"ended\", \"-\",                     | /rows/0/when/2: The table has 2 columns; here is one condition more.",
                "\"nearly-met\"            | \"excellent\"                         | /rows/0/rating: \"excellent\" is not known here.",
                "\"code\": \"close\"       | \"code\": \"Close\\\"; run()\"        | must be lower-case words joined by hyphens",
                "\"en\": \"At             | \"fr\": \"Zut\", \"en\": \"At         | /rows/0/fr: This field is not known here.",
                "At {attainment}           | At {runtime}                          | leaves {runtime} open; known are {attainment}",
                "At {attainment}           | At {attainment                        | has a brace without its partner",
                "At {attainment}           | At \\u202e                            | holds the invisible character U+202E",
                "At {attainment}.          | ``                                    | A sentence of rule nearly has 0 characters",
                "\"phase\", \"end-band\"   | \"phase\", \"phase\"                  | is no phase",
                "\"phase\", \"end-band\"   | \"phase\", \"paceMicros\"             | /columns/1: \"paceMicros\" is not known here.",
                "}]}                       | }]} {}                                | Something follows the rule set.",
                "}]}                       | }                                     | This is no JSON that can be read",
            })
    void aBadTableIsRefusedAndThePlaceNamed(String good, String bad, String reason) {
        assertThat(GOOD).contains(good);

        assertThatExceptionOfType(RuleModelFault.class)
                .isThrownBy(() -> RuleModelJson.read(GOOD.replace(good, bad)))
                .withMessageContaining(reason);
    }

    @Test
    void aHugeTableIsRefusedBeforeItIsParsed() {
        assertThatExceptionOfType(RuleModelFault.class)
                .isThrownBy(() -> RuleModelJson.read("[".repeat(500_000)))
                .withMessageContaining("at least 500000 bytes");
    }

    @Test
    void aDeepTextIsRefused() {
        assertThatExceptionOfType(RuleModelFault.class).isThrownBy(() -> RuleModelJson.read("[".repeat(300_000)));
    }

    @Test
    void moreRowsThanAllowedAreRefused() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> Tables.random(new Random(1), RuleModel.MOST_ROWS + 1))
                .withMessage("The table has 201 rows; it must have 1..200.");
    }
}
