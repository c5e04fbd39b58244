package vn.cotmoc.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.cotmoc.deploy.TenantRows.Mark;
import vn.cotmoc.local.Folders;

/**
 * The product's first journey in a real browser; what it does is told in {@code web/ui/e2e}. The pictures it takes lie in
 * {@code target/screenshots} to be looked at.
 */
class JourneyIT {

    private static final Path UI = Path.of("../web/ui").toAbsolutePath().normalize();
    private static final Path SCREENSHOTS = Path.of("target/screenshots").toAbsolutePath();
    private static final Path LOG = Path.of("target/journey.log");

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
    void theFirstJourneyWorksInARealBrowser() throws Exception {
        Folders.remove(SCREENSHOTS);
        var journey = new ProcessBuilder(
                        UI.resolve("node/node").toString(),
                        UI.resolve("node/node_modules/npm/bin/npm-cli.js").toString(),
                        "run",
                        "journey")
                .directory(UI.toFile())
                .redirectErrorStream(true)
                .redirectOutput(LOG.toFile());
        journey.environment().merge("PATH", UI.resolve("node").toString(), (path, node) -> node + ":" + path);
        journey.environment().put("BASE_URL", stack.origin());
        journey.environment().put("SCREENSHOTS", SCREENSHOTS.toString());
        journey.environment().put("CHROMIUM", chromium());
        Process process = journey.start();
        try {
            assertThat(process.waitFor(10, TimeUnit.MINUTES))
                    .as("The journey takes longer than ten minutes; see deploy/%s.", LOG)
                    .isTrue();
        } finally {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }
        assertThat(process.exitValue())
                .as("The journey:%n%s", Files.readString(LOG))
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
