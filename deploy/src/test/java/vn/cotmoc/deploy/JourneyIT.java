package vn.cotmoc.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.cotmoc.deploy.TenantRows.Mark;
import vn.cotmoc.local.Folders;

/**
 * The product's journeys in a real browser; what they do is told in {@code web/ui/e2e}. The pictures they take lie in
 * {@code target/screenshots} to be looked at.
 */
class JourneyIT {

    private static final Path UI = Path.of("../web/ui").toAbsolutePath().normalize();
    private static final Path SCREENSHOTS = Path.of("target/screenshots").toAbsolutePath();

    private static Stack stack;
    private static TenantRows rows;
    private static Mark begun;

    @BeforeAll
    static void start() throws Exception {
        Folders.remove(SCREENSHOTS);
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
    void theFirstJourneyWorksInARealBrowser() throws Exception {
        walk("journey");
    }

    @Test
    void reportsAreFilledInAndDecidedInARealBrowser() throws Exception {
        walk("reports");
    }

    @Test
    void casesAreDecidedAndExplainedInARealBrowser() throws Exception {
        walk("cases");
    }

    @Test
    void storedResultsAreReplayedAndComparedInARealBrowser() throws Exception {
        Mark before = rows.mark();
        try {
            walk("runs");
        } finally {
            rows.forgetSince(before);
        }
    }

    @Test
    void rulesAreChosenInARealBrowser() throws Exception {
        Mark before = rows.mark();
        try {
            walk("rulesets");
        } finally {
            rows.forgetSince(before);
        }
    }

    @Test
    void rulesAreWrittenProposedAndReleasedInARealBrowser() throws Exception {
        Mark before = rows.mark();
        try {
            walk("authoring");
        } finally {
            rows.forgetSince(before);
        }
    }

    @Test
    void aReportIsFilledInByExcelInARealBrowser() throws Exception {
        Mark before = rows.mark();
        try {
            String officer = stack.token("lc.nongnghiep");
            JsonNode duties = stack.call("GET", "/api/v1/duties?from=2026-09-01&to=2026-09-30", officer, Map.of(), null)
                    .json()
                    .path("items");
            String unit = stack.call("GET", "/api/v1/me", officer, Map.of(), null)
                    .json()
                    .at("/unit/id")
                    .asText();
            String report = StreamSupport.stream(duties.spliterator(), false)
                    .filter(duty -> duty.path("unit").asText().equals(unit))
                    .map(duty -> duty.path("submission").asText())
                    .findFirst()
                    .orElseThrow();
            byte[] sheet = stack.download("/api/v1/submissions/" + report + "/sheet", officer);
            Path file = Path.of("target/bao-cao-da-dien.xlsx").toAbsolutePath();
            Files.write(
                    file,
                    Sheets.filled(
                            sheet,
                            Map.of(
                                    "H2",
                                    "1.234",
                                    "J2",
                                    "",
                                    "K2",
                                    "",
                                    "H3",
                                    "mười hai",
                                    "J3",
                                    "",
                                    "H4",
                                    "35,5",
                                    "J4",
                                    "")));
            walk("sheets", Map.of("SHEET", file.toString()));
        } finally {
            rows.forgetSince(before);
        }
    }

    private static void walk(String journey) throws Exception {
        walk(journey, Map.of());
    }

    /**
     * @param journey name of its file, without {@code .spec.ts}
     * @param surroundings what it reads from its environment, beside what every one does
     */
    private static void walk(String journey, Map<String, String> surroundings) throws Exception {
        Path log = Path.of("target/%s.log".formatted(journey));
        var walk = new ProcessBuilder(
                        UI.resolve("node/node").toString(),
                        UI.resolve("node/node_modules/npm/bin/npm-cli.js").toString(),
                        "run",
                        "journey",
                        "--",
                        journey + ".spec.ts")
                .directory(UI.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        walk.environment().merge("PATH", UI.resolve("node").toString(), (path, node) -> node + ":" + path);
        walk.environment().put("BASE_URL", stack.origin());
        walk.environment().put("SCREENSHOTS", SCREENSHOTS.toString());
        walk.environment().put("CHROMIUM", chromium());
        walk.environment().putAll(surroundings);
        Process process = walk.start();
        try {
            assertThat(process.waitFor(10, TimeUnit.MINUTES))
                    .as("The journey takes longer than ten minutes; see deploy/%s.", log)
                    .isTrue();
        } finally {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }
        assertThat(process.exitValue())
                .as("The journey:%n%s", Files.readString(log))
                .isZero();
        assertThat(SCREENSHOTS).isNotEmptyDirectory();
    }

    private static String chromium() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.concat(
                        Stream.ofNullable(System.getenv("CHROMIUM")).map(Path::of),
                        Stream.of("chromium", "chromium-browser", "google-chrome")
                                .flatMap(name -> Stream.of(path.split(":"))
                                        .map(folder -> Path.of(folder).resolve(name))))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst()
                .orElseGet(
                        () -> fail(
                                "The browser journey needs Chromium: install it (Debian: apt-get install chromium), or point CHROMIUM to it."));
    }
}
