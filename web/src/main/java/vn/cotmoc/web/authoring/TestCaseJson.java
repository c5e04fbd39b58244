package vn.cotmoc.web.authoring;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.authoring.RuleWorkshop;
import vn.cotmoc.core.authoring.TestCase;
import vn.cotmoc.core.scoring.RuleSet.Sentence;
import vn.cotmoc.web.wire.Reads;

/**
 * What an author expects of a target.
 *
 * @param given words by facts; what is not given is as usual on the way
 * @param rating its word
 * @param flags codes of all that is raised
 * @param row that rates; any if null
 */
@Serdeable
@Schema(name = "RuleTestCase")
record TestCaseJson(
        String id,
        @Nullable NameJson name,
        Map<String, String> given,
        String rating,
        @Nullable List<String> flags,
        @Nullable String row) {

    @Serdeable
    @Schema(name = "RuleTestCaseName")
    record NameJson(String vi, String en) {}

    static TestCaseJson of(TestCase test) {
        Sentence name = test.name();
        return new TestCaseJson(
                test.id(),
                name == null ? null : new NameJson(name.vi(), name.en()),
                test.given(),
                test.rating(),
                test.flags(),
                test.row());
    }

    static List<TestCase> cases(@Nullable List<TestCaseJson> received) {
        return Reads.each(received, "/cases", RuleWorkshop.MOST_CASES, TestCaseJson::toCase);
    }

    private static TestCase toCase(TestCaseJson received, String at) {
        return new TestCase(
                Reads.text(received.id, at + "/id", 60),
                received.name == null
                        ? null
                        : new Sentence(
                                Reads.text(received.name.vi, at + "/name/vi", 200),
                                Reads.text(received.name.en, at + "/name/en", 200)),
                received.given,
                Reads.text(received.rating, at + "/rating", 40),
                Reads.each(received.flags, at + "/flags", (flag, place) -> Reads.text(flag, place, 40)),
                Reads.textOrNull(received.row, at + "/row", 40));
    }
}
