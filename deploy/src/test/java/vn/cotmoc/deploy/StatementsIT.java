package vn.cotmoc.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the real texts say, as the demo's files have it and as the API gives it back: word by word, with all that it leads to. */
class StatementsIT {

    private static Stack stack;
    private static List<CSVRecord> statements;
    private static Map<String, String> readers;

    @BeforeAll
    static void start() {
        stack = Stack.running();
        statements = rows("statements.csv");
        readers = new HashMap<>();
        rows("provinces.csv").forEach(province -> readers.put(province.get("id"), province.get("prefix") + ".xem"));
    }

    @Test
    void theyAreSeventyFourAndNoProvinceHasAnothers() {
        assertThat(statements).hasSize(74);
        Map<String, List<String>> given = new HashMap<>();
        statements.forEach(row -> given.computeIfAbsent(row.get("province"), _ -> new ArrayList<>())
                .add(row.get("code")));
        readers.keySet()
                .forEach(province -> assertThat(items(province, "/api/v1/statements?limit=200").stream()
                                .map(statement -> text(statement, "code")))
                        .as(province)
                        .containsExactlyInAnyOrderElementsOf(given.getOrDefault(province, List.of())));
    }

    @TestFactory
    Stream<DynamicTest> eachReadsBackWordByWord() {
        Map<String, CSVRecord> plans = byKey("plans.csv");
        Map<String, CSVRecord> targets = byKey("targets.csv");
        Map<String, CSVRecord> figures = byKey("observations.csv");
        return statements.stream()
                .map(row -> DynamicTest.dynamicTest(row.get("code"), () -> {
                    String province = row.get("province");
                    JsonNode found = items(province, "/api/v1/statements?limit=200").stream()
                            .filter(statement -> text(statement, "code").equals(row.get("code")))
                            .findFirst()
                            .orElseThrow();
                    for (String field : List.of("kind", "quote", "period", "note")) {
                        assertThat(text(found, field)).as(field).isEqualTo(row.get(field));
                    }
                    leads(row, found, "plan", plans, StatementsIT::isPlan);
                    leads(row, found, "target", targets, StatementsIT::isTarget);
                    leadsToFigures(row, found, figures);
                }));
    }

    @FunctionalInterface
    private interface Link {

        void check(String id, CSVRecord to);
    }

    private static void isPlan(String id, CSVRecord plan) {
        JsonNode stored = get(plan.get("province"), "/api/v1/plans/" + id);
        assertThat(text(stored, "title")).isEqualTo(plan.get("title"));
        assertThat(text(stored, "period")).isEqualTo(plan.get("period"));
    }

    private static void isTarget(String id, CSVRecord target) {
        JsonNode stored = get(target.get("province"), "/api/v1/targets/" + id);
        assertThat(text(stored, "indicator")).isEqualTo(target.get("indicator"));
        assertThat(text(stored.at("/revisions/0"), "wording")).isEqualTo(target.get("wording"));
    }

    private static void isFigure(String id, CSVRecord figure) {
        String path = "/api/v1/observations?limit=200&period=%s&indicator=%s"
                .formatted(figure.get("period"), figure.get("indicator"));
        JsonNode stored = items(figure.get("province"), path).stream()
                .filter(one -> text(one, "id").equals(id))
                .findFirst()
                .orElseThrow();
        assertThat(new BigDecimal(text(stored, "amount"))).isEqualByComparingTo(figure.get("amount"));
    }

    private static void leads(CSVRecord row, JsonNode found, String to, Map<String, CSVRecord> rows, Link link) {
        assertThat(text(found, to).isEmpty()).as(to).isEqualTo(row.get(to).isEmpty());
        if (!row.get(to).isEmpty()) {
            link.check(text(found, to), Objects.requireNonNull(rows.get(row.get(to)), row.get(to)));
        }
    }

    /** To one, or to several with blanks between. */
    private static void leadsToFigures(CSVRecord row, JsonNode found, Map<String, CSVRecord> rows) {
        String keys = row.get("observation");
        List<String> wanted = keys.isEmpty() ? List.of() : List.of(keys.split(" "));
        assertThat(found.path("observations")).hasSize(wanted.size());
        for (int i = 0; i < wanted.size(); i++) {
            String key = wanted.get(i);
            isFigure(found.path("observations").path(i).asText(), Objects.requireNonNull(rows.get(key), key));
        }
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText("");
    }

    private static List<JsonNode> items(String province, String path) {
        List<JsonNode> items = new ArrayList<>();
        get(province, path).path("items").forEach(items::add);
        return items;
    }

    private static JsonNode get(String province, String path) {
        Stack.Answer answer =
                stack.call("GET", path, stack.token(Objects.requireNonNull(readers.get(province))), Map.of(), null);
        assertThat(answer).as(path).matches(Stack.Answer::ok);
        return answer.json();
    }

    private static Map<String, CSVRecord> byKey(String file) {
        Map<String, CSVRecord> rows = new HashMap<>();
        rows(file).forEach(row -> rows.put(row.get("key"), row));
        return rows;
    }

    private static List<CSVRecord> rows(String file) {
        try (var reader = new InputStreamReader(
                Objects.requireNonNull(StatementsIT.class.getResourceAsStream("demo/" + file)), UTF_8)) {
            return CSVFormat.DEFAULT
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(reader)
                    .getRecords();
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
