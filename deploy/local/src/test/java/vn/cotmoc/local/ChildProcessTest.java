package vn.cotmoc.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {

    @TempDir
    Path folder;

    @Test
    void whatAKilledParentLeftIsStoppedWithItsOwnChildren() throws Exception {
        ChildProcess left = start("sleep 60 & wait");
        while (left.process().descendants().findAny().isEmpty()) {
            Thread.sleep(20);
        }
        left.remember();
        List<ProcessHandle> all = List.of(
                left.process().toHandle(),
                left.process().descendants().findFirst().orElseThrow());

        try (ChildProcess next = start("sleep 60")) {
            assertThat(all).allSatisfy(one -> assertThat(one.onExit()).succeedsWithin(Duration.ofSeconds(5)));
            assertThat(next.isAlive()).isTrue();
        }
        assertThat(folder.resolve("pid")).doesNotExist();
    }

    @Test
    void aStrangerWhoGotTheSameProcessIdIsLeftAlone() throws Exception {
        Process stranger = new ProcessBuilder("sleep", "60").start();
        try {
            Files.writeString(
                    folder.resolve("pid"),
                    stranger.pid() + " " + Instant.now().minusSeconds(3600).toEpochMilli());
            ChildProcess.stopOrphan(folder.resolve("pid"));
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroy();
        }
    }

    @Test
    void itDoesNotHearCtrlC() throws Exception {
        try (ChildProcess child = start("echo ready; sleep 60")) {
            while (!child.lastWords().equals(java.util.Optional.of("ready"))) {
                Thread.sleep(20);
            }
            new ProcessBuilder("kill", "-INT", Long.toString(child.process().pid()))
                    .start()
                    .waitFor();
            assertThat(child.process().waitFor(200, TimeUnit.MILLISECONDS)).isFalse();
        }
    }

    @Test
    void itsLogTellsWhyItEnded() throws Exception {
        ChildProcess child = start("echo starting; echo 'ERROR the disk is full'; echo ended; exit 3");
        assertThat(child.onExit().get(5, TimeUnit.SECONDS).exitValue()).isEqualTo(3);
        assertThat(child.lastWords()).contains("ERROR the disk is full");
    }

    private ChildProcess start(String script) {
        return ChildProcess.start(List.of("sh", "-c", script), Map.of(), folder.resolve("log"), folder.resolve("pid"));
    }
}
