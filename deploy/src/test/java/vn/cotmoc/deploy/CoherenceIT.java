package vn.cotmoc.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.cotmoc.deploy.Stack.Answer;
import vn.cotmoc.deploy.TenantRows.Mark;

/** What the real texts of Lào Cai say of 2023 and of 2021–2025, entered by the demo through the API, beside each other. */
class CoherenceIT {

    private static Stack stack;
    private static TenantRows rows;
    private static Mark begun;

    @BeforeAll
    static void start() {
        stack = Stack.running();
        rows = new TenantRows(stack.postgres());
        begun = rows.mark();
    }

    @AfterAll
    static void forget() {
        rows.forgetSince(begun);
        rows.close();
    }

    @Test
    void seventyTwoCommunesAre56Point7PerCentOnlyOnceTheyAreRounded() {
        JsonNode finding = finding("2023", "count-against-share");
        assertThat(finding.path("grade").asText()).isEqualTo("note");
        assertThat(amounts(finding)).containsExactly("72", "56.7", "127");
        assertThat(value(finding, "percent")).isEqualTo("56.692913");
        assertThat(value(finding, "needed")).isEqualTo("73");
        assertThat(finding.path("vi").asText()).contains("72 xã", "127 xã", "năm 2021", "56,69 %", "56,7 %");
    }

    @Test
    void theYearsInvestmentLeavesMostOfTheTermsToTheOtherYears() {
        for (String plan : List.of("2023", "2021/2025")) {
            JsonNode finding = findings(plan).stream()
                    .filter(found -> found.path("check").asText().equals("years-against-term"))
                    .filter(found -> amounts(found).contains("260000"))
                    .findFirst()
                    .orElseThrow();
            assertThat(amounts(finding)).containsExactly("260000", "53000");
            assertThat(value(finding, "left")).isEqualTo("207000");
            assertThat(value(finding, "each")).isEqualTo("51750");
        }
    }

    @Test
    void elevenPerCentAndMoreThanElevenAreTwo() {
        JsonNode finding = disagreement("11");
        assertThat(finding.path("vi").asText()).contains("hơn 11 %", "đạt 11 %");
        assertThat(finding.path("facts").findValuesAsText("wording"))
                .containsExactlyInAnyOrder(
                        "Tốc độ tăng trưởng kinh tế (GRDP) hơn 11%", "Tốc độ tăng trưởng kinh tế phấn đấu 11%");
    }

    @Test
    void theFloorAndTheStretchAboveItAreTwo() {
        assertThat(disagreement("53000").path("vi").asText()).contains("đạt 53.000", "hơn 53.000");
    }

    @Test
    void theScenarioOf2024IsThereAsItWasGivenAndHoldsTogether() {
        String target = scorecard("2024").at("/targets/0/id").asText();
        JsonNode path = get("/api/v1/targets/" + target + "/trajectory?asOf=2024-10-15");
        assertThat(path.path("checkpoints").findValuesAsText("amount"))
                .containsExactly("8.8", "9.27", "9.09", "10.69", "9.68", "10.97");
        assertThat(findings("2024"))
                .extracting(found -> found.path("check").asText())
                .doesNotContain("quarters-against-year");
    }

    @Test
    void aFigureOfNineMonthsIsRatedByItsCheckpoint() {
        Answer made = stack.call("POST", "/api/v1/observations", stack.token("lc.chuyenvien"), Map.of(), """
                {"indicator": "GRDP_GROWTH", "period": "2024-01/2024-09", "status": "estimated", "amount": "7.5", "unit": "%",
                 "source": "Kiểm thử"}""".getBytes(
                        StandardCharsets.UTF_8));
        assertThat(made).matches(Answer::ok);
        JsonNode rated = scorecard("2024").at("/targets/0");
        assertThat(rated.path("rating").asText()).isEqualTo("at-risk");
        assertThat(rated.at("/checkpoint/amount").asText()).isEqualTo("9.68");
        assertThat(rated.at("/checkpoint/difference").asText()).isEqualTo("-2.18");
        assertThat(rated.at("/reasons/0/vi").asText()).contains("mức cần đạt đến thời điểm này là 9,68 %");
    }

    private static JsonNode scorecard(String plan) {
        return get("/api/v1/plans/" + plan(plan) + "/scorecard?asOf=2024-10-15");
    }

    private static JsonNode disagreement(String amount) {
        List<JsonNode> found = findings("2023").stream()
                .filter(one -> one.path("check").asText().equals("authorities-disagree"))
                .filter(one -> amounts(one).contains(amount))
                .toList();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private static JsonNode finding(String plan, String check) {
        List<JsonNode> found = findings(plan).stream()
                .filter(one -> one.path("check").asText().equals(check))
                .toList();
        assertThat(found).as(check).hasSize(1);
        return found.getFirst();
    }

    private static List<JsonNode> findings(String plan) {
        return list(get("/api/v1/plans/" + plan(plan) + "/coherence?asOf=2023-10-31")
                .path("findings"));
    }

    private static List<String> amounts(JsonNode finding) {
        return finding.path("facts").findValuesAsText("amount");
    }

    private static String value(JsonNode finding, String name) {
        return list(finding.path("values")).stream()
                .filter(value -> value.path("name").asText().equals(name))
                .map(value -> value.path("amount").asText())
                .findFirst()
                .orElse("");
    }

    private static String plan(String period) {
        return list(get("/api/v1/plans?limit=200").path("items")).stream()
                .filter(plan -> plan.path("period").asText().equals(period))
                .map(plan -> plan.path("id").asText())
                .findFirst()
                .orElseThrow();
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    private static JsonNode get(String path) {
        Answer answer = stack.call("GET", path, stack.token("lc.xem"), Map.of(), null);
        assertThat(answer).matches(Answer::ok);
        return answer.json();
    }
}
