package vn.cotmoc.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.cotmoc.deploy.Stack.Answer;
import vn.cotmoc.deploy.TenantRows.Mark;
import vn.cotmoc.local.ChildProcess;

/** Scoring engines of third parties: jars that no build knows, put beside the packaged application. */
class PluginsIT {

    /** Written by the module {@code deploy/sample-engine}, which is built before this one and on nobody's class path. */
    private static final Path BUILT = Path.of("sample-engine/target/plugins");

    private static final String READINESS = "/health/readiness";

    private static Stack stack;
    private static TenantRows rows;
    private static Mark begun;
    private static String plan;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        stack = Stack.running();
        rows = new TenantRows(stack.postgres());
        begun = rows.mark();
        plan = rows.rows("""
                        select plan_id::text from plan join scorecard using (tenant_id, plan_id)
                        where tenant_id = 'lao-cai' and period = '2023' limit 1
                        """).getFirst().getFirst();
    }

    @AfterAll
    static void forget() {
        rows.forgetSince(begun);
        rows.close();
    }

    @Test
    void anEngineDroppedIntoTheFolderScoresThePlansOfARuleSetThatNamesIt() throws Exception {
        Stack.Node node = node("sample-engine.jar", "sample");
        try (ChildProcess app = node.process().startOnce()) {
            Answer stored = score(node, "vi");

            assertThat(stored.status()).as(stored.body()).isEqualTo(201);
            JsonNode run = stored.json();
            assertThat(run.at("/engine/name").asText()).isEqualTo("sample");
            assertThat(run.at("/engine/version").asText()).matches("1\\.0\\+[0-9a-f]{12}");
            assertThat(run.at("/ruleSet/sha256").asText())
                    .isNotEqualTo(live(stack.origin()).at("/ruleSet/sha256").asText());
            assertThat(live(stack.origin()).at("/engine/name").asText()).isEqualTo("drools");
            assertThat(findings(run)).hasSizeGreaterThan(10).isEqualTo(findings(live(stack.origin())));
            assertThat(get(node.origin(), READINESS).json().path("status").asText())
                    .isEqualTo("UP");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "throwing, engine-threw, threw java.lang.StackOverflowError",
        "hanging, engine-too-slow, gave no answer within 1 s",
        "babbling, engine-nonsense, in its place"
    })
    void anEngineThatBreaksItsContractFailsTheRunAndIsQuarantined(String engine, String code, String reason)
            throws Exception {
        Stack.Node node = node("sample-engine-tests.jar", engine);
        String lastGood = "/api/v1/scorecards/" + newestRun();
        String runs = "select count(*) from scorecard";
        List<List<String>> before = rows.rows(runs);
        String kept = get(stack.origin(), lastGood).body();
        try (ChildProcess app = node.process().startOnce()) {
            Answer failed = score(node, "en");
            Answer again = score(node, "vi");

            assertThat(failed.status()).as(failed.body()).isEqualTo(503);
            assertThat(failed.code()).isEqualTo(code);
            assertThat(failed.json().path("detail").asText())
                    .contains("“%s”".formatted(engine), "results stored before are unchanged");
            assertThat(again.code()).isEqualTo("engine-quarantined");
            assertThat(again.json().path("detail").asText()).contains("cho đến khi hệ thống khởi động lại");
            Answer readiness = get(node.origin(), READINESS);
            assertThat(readiness.status())
                    .as("all that needs no scoring goes on")
                    .isEqualTo(200);
            assertThat(readiness.body())
                    .contains("cotmoc.plugin.path", "%s, of the plugin".formatted(engine), reason, "until a restart")
                    .doesNotContain("hunter2");
            assertThat(rows.rows(runs)).isEqualTo(before);
            assertThat(get(node.origin(), lastGood).body()).isEqualTo(kept);
        }
    }

    /** An application with one jar in its plugin folder, whose rule set is the national default for that engine. */
    private Stack.Node node(String jar, String engine) throws IOException {
        assertThat(BUILT.resolve(jar)).as("./mvnw package builds it").exists();
        Path plugins = Files.createDirectory(folder.resolve("plugins"));
        Files.copy(BUILT.resolve(jar), plugins.resolve(jar));
        return stack.node(Map.of(
                "COTMOC_PLUGIN_PATH", plugins.toString(),
                "COTMOC_PLUGIN_DEADLINE", engine.equals("hanging") ? "1s" : "10s",
                "COTMOC_RULES_FILE", rules(engine).toString()));
    }

    private Path rules(String engine) throws IOException {
        try (InputStream national =
                Objects.requireNonNull(PluginsIT.class.getResourceAsStream("/vn/cotmoc/rules/national-default.json"))) {
            return Files.writeString(
                    folder.resolve("rules.json"),
                    new String(national.readAllBytes(), UTF_8)
                            .replaceFirst("\"hit\"", "\"engine\": \"%s\", \"hit\"".formatted(engine)));
        }
    }

    private static Answer score(Stack.Node node, String language) {
        return stack.call(
                node.origin(),
                "POST",
                "/api/v1/plans/" + plan + "/scorecards",
                stack.token("lc.chuyenvien"),
                Map.of("Accept-Language", language),
                "{\"asOf\": \"2023-10-31\"}".getBytes(UTF_8));
    }

    private static JsonNode live(String origin) {
        return get(origin, "/api/v1/plans/" + plan + "/scorecard?asOf=2023-10-31")
                .json();
    }

    private static Answer get(String origin, String path) {
        return stack.call(origin, "GET", path, stack.token("lc.xem"), Map.of(), null);
    }

    private static String newestRun() {
        return rows.rows("select scorecard_id::text from scorecard where plan_id::text = ? order by 1 desc", plan)
                .getFirst()
                .getFirst();
    }

    /** What was found of each target, without the hash over facts and rule set. */
    private static List<String> findings(JsonNode scorecard) {
        return StreamSupport.stream(scorecard.path("targets").spliterator(), false)
                .map(target -> "%s %s %s %s"
                        .formatted(
                                target.path("id").asText(),
                                target.path("rating").asText(),
                                target.path("flags"),
                                target.path("reasons")))
                .toList();
    }
}
