package vn.cotmoc.web.authoring;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.authoring.RuleWorkshop;
import vn.cotmoc.core.authoring.TestCase;
import vn.cotmoc.core.measure.Coded;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.scoring.EndBand;
import vn.cotmoc.core.scoring.Evidence;
import vn.cotmoc.core.scoring.Fulfilment;
import vn.cotmoc.core.scoring.PaceBand;
import vn.cotmoc.core.scoring.Phase;
import vn.cotmoc.core.scoring.Rating;
import vn.cotmoc.core.scoring.ReachBand;
import vn.cotmoc.core.scoring.RuleSet.Sentence;
import vn.cotmoc.core.signals.Age;
import vn.cotmoc.core.signals.Agreement;
import vn.cotmoc.core.signals.Change;
import vn.cotmoc.core.signals.ForecastBand;
import vn.cotmoc.web.wire.Reads;

/**
 * What an author expects of a target.
 *
 * @param given what is not given is as usual on the way
 * @param rating its word
 * @param flags codes of all that is raised
 * @param row that rates; any if null
 */
@Serdeable
@Schema(name = "RuleTestCase")
record TestCaseJson(
        String id,
        @Nullable NameJson name,
        GivenJson given,

        @Schema(
                allowableValues = {
                    "exceeded",
                    "met",
                    "nearly-met",
                    "missed",
                    "on-track",
                    "behind",
                    "at-risk",
                    "insufficient-data"
                })
        String rating,

        @Nullable List<String> flags,
        @Nullable String row) {

    /** As rule sets spell them. */
    private static final Pattern FLAG = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    @Serdeable
    @Schema(name = "RuleTestCaseName")
    record NameJson(String vi, String en) {}

    /** What is known of the target, a word a fact. */
    @Serdeable
    @Schema(name = "RuleTestFacts")
    record GivenJson(
            @Schema(allowableValues = {"ahead", "running", "ended"}) @Nullable
            String phase,

            @Schema(allowableValues = {"none", "partial", "incomparable", "full"}) @Nullable
            String evidence,

            @Schema(allowableValues = {"met", "not-met", "undecided"}) @Nullable
            String fulfilment,

            @Schema(allowableValues = {"exceeded", "full", "nearly", "below", "no-ratio"}) @Nullable
            String endBand,

            @Schema(allowableValues = {"on-track", "behind", "at-risk", "no-pace"}) @Nullable
            String paceBand,

            @Schema(allowableValues = {"likely", "open", "unlikely", "no-forecast"}) @Nullable
            String forecastBand,

            @Schema(allowableValues = {"within", "beyond", "lost", "no-reach"}) @Nullable
            String reachBand,

            @Schema(allowableValues = {"fresh", "stale", "no-figure"}) @Nullable
            String age,

            @Schema(allowableValues = {"usual", "jump"}) @Nullable
            String change,

            @Schema(allowableValues = {"agreed", "different", "contradicted"}) @Nullable
            String agreement) {

        static GivenJson of(Map<String, String> given) {
            return new GivenJson(
                    given.get("phase"),
                    given.get("evidence"),
                    given.get("fulfilment"),
                    given.get("end-band"),
                    given.get("pace-band"),
                    given.get("forecast-band"),
                    given.get("reach-band"),
                    given.get("age"),
                    given.get("change"),
                    given.get("agreement"));
        }

        Map<String, String> toFacts(String at) {
            Map<String, String> given = new LinkedHashMap<>();
            put(given, "phase", Phase.class, phase, at + "/phase");
            put(given, "evidence", Evidence.class, evidence, at + "/evidence");
            put(given, "fulfilment", Fulfilment.class, fulfilment, at + "/fulfilment");
            put(given, "end-band", EndBand.class, endBand, at + "/endBand");
            put(given, "pace-band", PaceBand.class, paceBand, at + "/paceBand");
            put(given, "forecast-band", ForecastBand.class, forecastBand, at + "/forecastBand");
            put(given, "reach-band", ReachBand.class, reachBand, at + "/reachBand");
            put(given, "age", Age.class, age, at + "/age");
            put(given, "change", Change.class, change, at + "/change");
            put(given, "agreement", Agreement.class, agreement, at + "/agreement");
            return given;
        }

        private static <E extends Enum<E> & Coded> void put(
                Map<String, String> given, String fact, Class<E> words, @Nullable String word, String at) {
            E read = Reads.wordOrNull(words, word, at);
            if (read != null) {
                given.put(fact, read.code());
            }
        }
    }

    static TestCaseJson of(TestCase test) {
        Sentence name = test.name();
        return new TestCaseJson(
                test.id(),
                name == null ? null : new NameJson(name.vi(), name.en()),
                GivenJson.of(test.given()),
                test.rating(),
                test.flags(),
                test.row());
    }

    static List<TestCase> cases(@Nullable List<TestCaseJson> received, String at) {
        return Reads.each(received, at, RuleWorkshop.MOST_CASES, TestCaseJson::toCase);
    }

    private static TestCase toCase(TestCaseJson received, String at) {
        return new TestCase(
                Reads.text(received.id, at + "/id", 60),
                received.name == null
                        ? null
                        : new Sentence(
                                Reads.text(received.name.vi, at + "/name/vi", 200),
                                Reads.text(received.name.en, at + "/name/en", 200)),
                Reads.present(received.given, at + "/given").toFacts(at + "/given"),
                Reads.word(Rating.class, received.rating, at + "/rating").code(),
                Reads.each(received.flags, at + "/flags", TestCaseJson::flag),
                Reads.textOrNull(received.row, at + "/row", 40));
    }

    private static String flag(String code, String at) {
        if (!FLAG.matcher(code).matches()) {
            throw Refusal.invalid("flag-code", at, "flag", Reads.text(code, at, 40));
        }
        return code;
    }
}
