package vn.cotmoc.deploy;

import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Behind {@code ./cotmoc load rules}: how long an author waits. Versions of a set of 51 rows are published, from the proposal to the release,
 * each another so that nothing is compiled already; and a text is tried on a plan of a hundred targets, as the screen does while one types.
 */
final class LoadRules {

    private static final String SET = "do-tai";
    private static final String AUTHOR = "lc.quytac";
    private static final String APPROVER = "lc.quantri";

    /** The first of them also start the compiler's process. */
    private static final int WARM_UP = 2;

    private static final int PUBLISHED = 7;
    private static final int TRIED_BEFORE = 100;
    private static final int TRIED = 500;

    /** Rows of the national default that are split by age, change and agreement, twelve ways each. */
    private static final Set<String> SPLIT = Set.of("on-track", "behind-pace", "at-risk");

    private static final List<List<String>> WAYS = List.of(
            List.of("fresh", "stale no-figure"),
            List.of("usual", "jump"),
            List.of("agreed", "different", "contradicted"));

    private final LoadHouse house;
    private final JsonMapper json = JsonMapper.createDefault();
    private final Map<String, String> tokens = new HashMap<>();

    private LoadRules(LoadHouse house) {
        this.house = house;
    }

    public static void main(String[] arguments) throws Exception {
        LoadHouse.run(arguments, LoadPlan.NOT_LOGGED, house -> new LoadRules(house).measure());
    }

    private void measure() throws IOException {
        String plan = LoadPlan.plan(house);
        house.database(
                "delete from rule_draft_step where tenant_id = '%s'".formatted(LoadHouse.PROVINCE),
                "delete from rule_draft_revision where tenant_id = '%s'".formatted(LoadHouse.PROVINCE),
                "delete from rule_draft where tenant_id = '%s' and status in ('draft', 'proposed', 'approved')"
                        .formatted(LoadHouse.PROVINCE));
        JsonNode shipped = send(AUTHOR, "GET", "/api/v1/rule-sets", null, Map.of())
                .get("items")
                .get(0);
        String from = text(shipped, "sha256");
        JsonNode base = json.readValue(
                text(send(AUTHOR, "GET", "/api/v1/rule-sets/%s/model".formatted(from), null, Map.of()), "model"),
                JsonNode.class);
        LoadHouse.row("published", "proposed, approved, released", "of which approved, by both engines");
        LoadHouse.row("---", "---", "---");
        double[] whole = new double[PUBLISHED];
        for (int i = -WARM_UP; i < PUBLISHED; i++) {
            double[] took = publish(base, from);
            if (i >= 0) {
                whole[i] = took[0];
            }
            LoadHouse.row(
                    i < 0 ? "to warm up" : "" + (i + 1), "%.2f s".formatted(took[0]), "%.2f s".formatted(took[1]));
        }
        Arrays.sort(whole);
        LoadHouse.row("median, slowest", "%.2f s, %.2f s".formatted(whole[PUBLISHED / 2], whole[PUBLISHED - 1]), "");
        tries(plan, written(rows(base, SET, "1", "thử")));
    }

    private void tries(String plan, String model) throws IOException {
        Map<String, Object> body = Map.of("model", model, "plan", plan, "asOf", "2025-11-21");
        String asked = json.writeValueAsString(body);
        double[] took = new double[TRIED];
        for (int i = -TRIED_BEFORE; i < TRIED; i++) {
            long begun = System.nanoTime();
            send(AUTHOR, "POST", "/api/v1/rule-workshop/trial", asked, Map.of());
            if (i >= 0) {
                took[i] = (System.nanoTime() - begun) / 1e6;
            }
        }
        Arrays.sort(took);
        LoadHouse.row("tried on 100 targets", "p50", "p99", "slowest");
        LoadHouse.row("---", "---", "---", "---");
        LoadHouse.row(
                "" + TRIED,
                "%.0f ms".formatted(took[TRIED / 2]),
                "%.0f ms".formatted(took[TRIED * 99 / 100]),
                "%.0f ms".formatted(took[TRIED - 1]));
    }

    /** In seconds, from the proposal on, and the approval alone. */
    private double[] publish(JsonNode base, String from) throws IOException {
        JsonNode draft = send(
                AUTHOR,
                "POST",
                "/api/v1/rule-drafts",
                json.writeValueAsString(Map.of("ruleSet", SET, "from", from)),
                Map.of());
        String path = "/api/v1/rule-drafts/" + text(draft, "id");
        String version = text(draft, "setVersion");
        String model = written(rows(base, SET, version, "bản " + version + " " + System.nanoTime()));
        send(AUTHOR, "PUT", path, json.writeValueAsString(Map.of("model", model)), Map.of("If-Match", "\"1\""));
        long begun = System.nanoTime();
        send(AUTHOR, "POST", path + "/proposal", "{}", Map.of("If-Match", "\"2\""));
        long proposed = System.nanoTime();
        send(APPROVER, "POST", path + "/approval", "{}", Map.of("If-Match", "\"3\""));
        long approved = System.nanoTime();
        send(
                AUTHOR,
                "POST",
                path + "/release",
                "{\"validFrom\": \"2199-01-01\", \"reason\": \"Đo tải\"}",
                Map.of("If-Match", "\"4\""));
        return new double[] {(System.nanoTime() - begun) / 1e9, (approved - proposed) / 1e9};
    }

    /** The national default under another name, three of its rows split. @param said of the first row, which makes it another set */
    private static JsonNode rows(JsonNode base, String id, String version, String said) {
        List<JsonNode> rows = new ArrayList<>();
        for (JsonNode row : base.get("rows").values()) {
            String rule = text(row, "rule");
            if (!SPLIT.contains(rule)) {
                rows.add(row(row, rule, List.of("-", "-", "-"), rows.isEmpty() ? said : null));
                continue;
            }
            int number = 1;
            for (String age : WAYS.get(0)) {
                for (String change : WAYS.get(1)) {
                    for (String agreement : WAYS.get(2)) {
                        rows.add(row(row, rule + "-" + number++, List.of(age, change, agreement), null));
                    }
                }
            }
        }
        Map<String, JsonNode> model = fields(base);
        model.put("id", JsonNode.createStringNode(id));
        model.put("version", JsonNode.createStringNode(version));
        model.put(
                "columns",
                JsonNode.createArrayNode(Stream.concat(
                                values(base.get("columns")).stream(),
                                Stream.of("age", "change", "agreement").map(JsonNode::createStringNode))
                        .toList()));
        model.put("rows", JsonNode.createArrayNode(rows));
        return JsonNode.createObjectNode(model);
    }

    private static JsonNode row(JsonNode row, String rule, List<String> more, @Nullable String said) {
        Map<String, JsonNode> fields = fields(row);
        fields.put("rule", JsonNode.createStringNode(rule));
        fields.put(
                "when",
                JsonNode.createArrayNode(Stream.concat(
                                values(row.get("when")).stream(), more.stream().map(LoadRules::cell))
                        .toList()));
        if (said != null) {
            fields.put("vi", JsonNode.createStringNode(said));
        }
        return JsonNode.createObjectNode(fields);
    }

    private static JsonNode cell(String words) {
        return words.contains(" ")
                ? JsonNode.createArrayNode(Stream.of(words.split(" "))
                        .map(JsonNode::createStringNode)
                        .toList())
                : JsonNode.createStringNode(words);
    }

    private static Map<String, JsonNode> fields(JsonNode object) {
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        object.entries().forEach(entry -> fields.put(entry.getKey(), entry.getValue()));
        return fields;
    }

    private static List<JsonNode> values(JsonNode array) {
        List<JsonNode> values = new ArrayList<>();
        array.values().forEach(values::add);
        return values;
    }

    private String written(JsonNode model) throws IOException {
        return json.writeValueAsString(model);
    }

    private JsonNode send(String user, String method, String path, @Nullable String body, Map<String, String> headers)
            throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(house.at(path))
                .header("Authorization", "Bearer " + tokens.computeIfAbsent(user, house::token))
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        HttpResponse<String> answer = house.send(request.build());
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException("%s %s: %d %s".formatted(method, path, answer.statusCode(), answer.body()));
        }
        return json.readValue(answer.body(), JsonNode.class);
    }

    private static String text(JsonNode node, String field) {
        return node.get(field).getStringValue();
    }
}
