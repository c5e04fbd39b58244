package vn.cotmoc.rules.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.cotmoc.rules.authoring.Drafts.GOOD;
import static vn.cotmoc.rules.authoring.Drafts.model;
import static vn.cotmoc.rules.authoring.Drafts.remarks;
import static vn.cotmoc.rules.authoring.Drafts.said;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.cotmoc.core.authoring.Remark;
import vn.cotmoc.core.authoring.Remark.Code;
import vn.cotmoc.core.authoring.Review;
import vn.cotmoc.rules.rulesets.SealedModel;
import vn.cotmoc.rules.rulesets.ShippedRuleSets;

class ReviewTest {

    static List<SealedModel> shipped() {
        return ShippedRuleSets.models();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void nothingIsToBeSaidOfTheSetsThatShip(SealedModel shipped) {
        Review review = Drafts.WORKSHOP.review(shipped.json());

        assertThat(said(review.remarks())).isEmpty();
        assertThat(review.ruleSet()).isEqualTo(shipped.ruleSet());
        assertThat(Drafts.WORKSHOP.properties(shipped.json())).isEmpty();
    }

    @Test
    void aGoodDraftIsReadAndNothingIsSaidOfIt() {
        Review review = Drafts.WORKSHOP.review(GOOD);

        assertThat(said(review.remarks())).isEmpty();
        assertThat(review.isBlocked()).isFalse();
        assertThat(Objects.requireNonNull(review.ruleSet()).id()).isEqualTo("small");
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"version\":\"1.0\"   | \"version\":\"latest\"                  | version-malformed /version",
                "\"version\":\"1.0\"   | \"version\":1.0                         | wrong-kind /version",
                "\"id\":\"small\",     | ``                                      | field-missing",
                "\"id\":\"small\"      | \"id\":\"Small\"                        | id-malformed /id",
                "\"hit\":\"first\"     | \"hit\":\"any\"                         | word-unknown /hit",
                "\"hit\":\"first\"     | \"hit\":\"first\",\"script\":\"x\"      | field-unknown /script",
                "\"hit\":\"first\"     | \"hit\":\"first\",\"a/b~\":\"x\"        | field-unknown /a~1b~0",
                "\"hit\":\"first\"     | \"hit\":\"first\",\"id\":\"other\"      | field-twice /id",
                "\"hit\":\"first\"     | \"hit\":\"first\",\"engine\":\"A b\"    | code-malformed /engine",
                "\"hit\":\"first\"     | \"hit\":\"first\",\"allows\":[\"all\"]  | word-unknown /allows/0",
                "[\"phase\",\"evidence\"] | [\"phase\",\"facts\"]                | fact-unknown /columns/1",
                "[\"phase\",\"evidence\"] | [\"phase\",\"phase\"]                | fact-twice /columns/1",
                "[\"ahead\",\"-\"]     | [\"before\",\"-\"]                      | fact-word-unknown /rows/0/when/0",
                "[\"ahead\",\"-\"]     | [\"full\",\"-\"]                        | word-of-another-fact /rows/0/when/0",
                "[\"ahead\",\"-\"]     | [[],\"-\"]                              | cell-empty /rows/0/when/0",
                "[\"ahead\",\"-\"]     | [[\"ahead\",\"ahead\"],\"-\"]           | word-twice /rows/0/when/0/1",
                "[\"ahead\",\"-\"]     | [\"ahead\"]                             | cells-count /rows/0/when",
                "[\"ahead\",\"-\"]     | [5,\"-\"]                               | wrong-kind /rows/0/when/0",
                "\"rule\":\"silent\"   | \"rule\":\"begun\"                      | rule-twice /rows/1/rule",
                "\"rule\":\"silent\"   | \"rule\":\"x\\\" then\"                 | code-malformed /rows/1/rule",
                "\"rule\":\"old\"      | \"rule\":\"begun\"                      | rule-twice /alerts/0/rule",
                "\"rating\":\"met\"    | \"rating\":\"superb\"                   | word-unknown /rows/4/rating",
                "\"code\":\"stale\"    | \"code\":\"missing\"                    | flag-of-the-table /alerts/0/flag/code",
                "\"age\":\"stale\"     | \"age\":\"-\"                           | fact-word-unknown /alerts/0/when/age",
                "\"age\":\"stale\"     | \"years\":\"3\"                         | fact-unknown /alerts/0/when/years",
                "{\"phase\":\"running\",\"age\":\"stale\"} | {}                  | asks-nothing /alerts/0/when",
                ",\"en\":\"Old: {newest}.\" | ``                                 | text-missing /alerts/0/en",
                "\"en\":\"Old: {newest}.\" | \"en\":\" \"                        | text-missing /alerts/0/en",
                "\"en\":\"Old: {newest}.\" | \"en\":\"Old.\"                     | placeholders-differ /alerts/0",
                "{newest}                  | {secret}                            | placeholder-unknown /alerts/0/vi",
                "{newest}                  | {newest                             | brace-alone /alerts/0/vi",
                "{newest}                  | {jumped} \\u202e                    | text-hidden /alerts/0/vi",
            })
    void whatIsWrongIsNamedWithItsPlace(String good, String bad, String said) {
        assertThat(GOOD).contains(good);

        List<Remark> remarks = remarks(GOOD.replace(good, bad));

        assertThat(said(remarks)).contains(said);
    }

    @Test
    void allFaultsAreNamedInTheOrderOfTheText() {
        String bad = GOOD.replace("\"version\":\"1.0\"", "\"version\":\"x\"")
                .replace("\"running\",\"partial\"", "\"runs\",\"whole\"")
                .replace("\"rating\":\"met\"", "\"rating\":\"superb\"");

        assertThat(said(remarks(bad)))
                .containsExactly(
                        "version-malformed /version",
                        "fact-word-unknown /rows/2/when/0",
                        "fact-word-unknown /rows/2/when/1",
                        "word-unknown /rows/4/rating");
        assertThat(Drafts.WORKSHOP.review(bad).ruleSet()).isNull();
    }

    @Test
    void aWordOfAnotherFactNamesThatFactAndTheWordsThatFit() {
        Remark remark =
                remarks(GOOD.replace("[\"ahead\",\"-\"]", "[\"full\",\"-\"]")).getFirst();

        assertThat(remark.rule()).isEqualTo("begun");
        assertThat(remark.values())
                .containsExactly(
                        Map.entry("word", "full"),
                        Map.entry("fact", "phase"),
                        Map.entry("others", List.of("evidence", "end-band")),
                        Map.entry("known", List.of("ahead", "running", "ended")));
    }

    @Test
    void aGapIsShownByACombinationThatNoRowDecides() {
        Remark gap = Drafts.first(
                        remarks(model("first", "phase evidence", "a: ahead|running -: behind", "b: - full|none: met")),
                        Code.GAP)
                .orElseThrow();

        assertThat(gap.values())
                .containsEntry("combination", Map.of("phase", "ended", "evidence", "partial"))
                .containsEntry("count", 2);
    }

    @Test
    void whatCoreNeverSaysTogetherNeedsNoRow() {
        assertThat(said(remarks(model(
                        "first",
                        "evidence end-band",
                        "a: none|incomparable no-ratio: behind",
                        "b: partial|full -: met"))))
                .isEmpty();
    }

    @Test
    void aRowThatNoTargetCanMatchIsNamed() {
        assertThat(said(remarks(model("first", "evidence end-band", "a: none full: met", "b: - -: behind"))))
                .containsExactly("never-holds /rows/0/when");
    }

    @Test
    void aRowThatIsNeverReachedNamesThoseThatTakeAllOfIt() {
        List<Remark> remarks = remarks(model(
                "first", "phase", "a: ahead: behind", "b: running: met", "c: ahead|running: on-track", "d: -: missed"));

        assertThat(remarks).singleElement().satisfies(remark -> {
            assertThat(remark.code()).isEqualTo(Code.NEVER_REACHED);
            assertThat(remark.rule()).isEqualTo("c");
            assertThat(remark.values()).containsEntry("by", List.of("a", "b"));
        });
    }

    @Test
    void aRowWithoutWhichTheNextWouldSayTheSameIsNamed() {
        String same = model("first", "phase", "a: ahead: met", "b: -: met")
                .replace("Câu b", "Câu a")
                .replace("Words b", "Words a");

        assertThat(said(remarks(same))).containsExactly("says-the-same /rows/0");
        assertThat(said(remarks(model("first", "phase", "a: ahead: met", "b: -: met"))))
                .isEmpty();
    }

    @Test
    void whereAllRowsSpeakOverlapIsAsItShouldBeAndAGapStillBlocks() {
        assertThat(said(remarks(model("collect", "phase", "a: ahead|running: met", "b: running|ended: behind"))))
                .isEmpty();
        assertThat(said(remarks(model("collect", "phase", "a: ahead: met", "b: running: behind"))))
                .containsExactly("gap /rows");
    }

    @Test
    void whereAllRowsSpeakARatingThatAnotherOneAlwaysOutranksIsPointedTo() {
        assertThat(said(remarks(
                        model("collect", "phase", "a: ahead|running: met", "b: running: behind", "c: -: missed"))))
                .containsExactly("always-outranked /rows/0", "always-outranked /rows/1");
        assertThat(said(remarks(model("collect", "phase", "a: ahead|running: met", "b: running|ended: behind"))))
                .as("where it is ahead the first one counts")
                .isEmpty();
    }

    @Test
    void aFlagThatEveryEndedTargetRaisesCanNeverBeCleared() {
        assertThat(said(remarks(model("first", "phase", "a: ended: missed: lost", "b: -: met"))))
                .containsExactly("flag-never-clears /rows/0/flags");
        assertThat(said(remarks(model("first", "phase", "a: running: behind: late", "b: -: met"))))
                .containsExactly("flag-stays /rows/0/flags");
        assertThat(said(remarks(model("first", "phase", "a: ahead: behind: early", "b: -: met"))))
                .as("begins by itself")
                .isEmpty();
    }

    @Test
    void aBlankThatCoreCanNeverFillWhereTheRuleSpeaksIsNamed() {
        String model = model("first", "evidence", "a: none: behind", "b: -: met")
                .replace("Câu a", "Câu {actual} {unit}")
                .replace("Words a", "Words {actual} {unit}")
                .replace("Câu b", "Câu {actual}")
                .replace("Words b", "Words {actual}");

        assertThat(remarks(model)).singleElement().satisfies(remark -> {
            assertThat(remark.code()).isEqualTo(Code.PLACEHOLDER_NEVER_FILLED);
            assertThat(remark.rule()).isEqualTo("a");
            assertThat(remark.values()).containsEntry("placeholder", "{actual}");
        });
    }

    @Test
    void anAlertWhoseFlagOthersRaiseWhereverItHoldsIsNeverReached() {
        String again = GOOD.replaceFirst("]}$", """
                ,{"rule":"older","when":{"phase":"running","age":"stale","change":"jump"},"flag":{"code":"stale","severity":"high"},\
                "vi":"Cũ.","en":"Old."}]}""");

        assertThat(said(remarks(again))).containsExactly("never-reached /alerts/1");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "penaltyBelow | 70    | ratio-expected /points/penaltyBelow",
                "penaltyBelow | 7000  | number-range /points/penaltyBelow",
                "highest      | 90    | number-range /points/highest",
                "highest      | 1e9   | number-malformed /points/highest",
                "highest      | 100   | no-effect /points/bonus",
                "penalty      | 0     | no-effect /points/penaltyBelow",
                "lowest       | 99.5  | number-range /points/lowest",
            })
    void pointsAreWeighed(String name, String value, String said) {
        Map<String, String> numbers = new TreeMap<>(
                Map.of("bonus", "1", "highest", "120", "penaltyBelow", "0.7", "penalty", "0.5", "lowest", "0"));
        numbers.put(name, value);
        StringBuilder points = new StringBuilder();
        numbers.forEach((field, number) ->
                points.append(points.isEmpty() ? "" : ",").append("\"%s\":\"%s\"".formatted(field, number)));

        assertThat(said(remarks(GOOD.replace("\"hit\"", "\"points\":{%s},\"hit\"".formatted(points)))))
                .containsExactly(said);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"pointsFrom\":\"90\"      | \"pointsFrom\":\"0.9\"     | points-expected /rollUp/grades/0/pointsFrom",
                "\"pointsFrom\":\"90\"      | \"pointsFrom\":\"120\"     | grade-out-of-reach /rollUp/grades/0/pointsFrom",
                "\"pointsFrom\":\"90\"      | \"pointsFrom\":\"60\"      | grade-never-given /rollUp/grades/1",
                "\"pointsFrom\":\"90\"      | \"exceededFrom\":\"30\"    | ratio-expected /rollUp/grades/0/exceededFrom",
                ",\"pointsFrom\":\"90\"     | ``                         | grade-asks-nothing /rollUp/grades/0",
                "\"code\":\"poor\"          | \"code\":\"good\"          | grade-twice /rollUp/grades/2/code",
                "\"en\":\"Poor\"            | \"en\":\"Poor\",\"lateUpTo\":\"0.5\" | last-grade-asks /rollUp/grades/2",
                "\"by\":\"grades\"          | \"by\":\"script\"          | word-unknown /rollUp/by",
            })
    void gradesAreWeighed(String good, String bad, String said) {
        String graded = GOOD.replace("\"hit\"", """
                "rollUp":{"by":"grades","grades":[{"code":"good","vi":"Tốt","en":"Good","pointsFrom":"90"},\
                {"code":"fair","vi":"Khá","en":"Fair","pointsFrom":"70"},{"code":"poor","vi":"Kém","en":"Poor"}]},"hit\"""");
        assertThat(said(remarks(graded))).isEmpty();
        assertThat(graded).contains(good);

        assertThat(said(remarks(graded.replace(good, bad)))).contains(said);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"300000, too-large", "200000, too-complex", "21, too-complex"})
    void aHugeOrDeepTextIsRefusedBeforeItIsUnderstood(int times, String code) {
        assertThat(said(remarks("[".repeat(times)))).containsExactly(code);
    }

    @Test
    void aSentenceThatIsTooLongIsTheFaultOfItsRow() {
        assertThat(said(remarks(
                        model("first", "phase", "a: -: met").replace("Câu a.", "Câu a. ".repeat(3_000) + "Hết."))))
                .containsExactly("text-long /rows/0/vi");
    }

    @Test
    void aThousandRemarksAreEnough() {
        String rows = Drafts.repeated(1_500, "{}");

        assertThat(remarks(GOOD.replaceFirst("\"rows\":.*", "\"rows\":[%s]}".formatted(rows))))
                .hasSizeLessThanOrEqualTo(1_001)
                .anyMatch(remark -> remark.weight() == Remark.Weight.BLOCKS);
    }

    @Test
    void aTextThatIsNoJsonSaysInWhichLine() {
        assertThat(remarks("{\n\"id\": nonsense}")).singleElement().satisfies(remark -> {
            assertThat(remark.code()).isEqualTo(Code.NO_JSON);
            assertThat(remark.values()).containsEntry("line", 2);
        });
        assertThat(said(remarks(""))).containsExactly("no-json");
        assertThat(said(remarks(GOOD + "{}"))).containsExactly("no-json");
    }

    @Test
    void whatTheReaderOfEnginesRefusesIsAlwaysBlocked() {
        String rowsFirst = GOOD.replace("\"columns\":[\"phase\",\"evidence\"],", "")
                .replaceFirst("}$", ",\"columns\":[\"phase\",\"evidence\"]}");
        Review review = Drafts.WORKSHOP.review(rowsFirst);

        assertThat(review.ruleSet()).isNull();
        assertThat(said(review.remarks())).containsExactly("unreadable /rows");
    }
}
