package vn.cotmoc.web.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForgottenFilesTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void onlyOldFilesOfOursAreDeleted() throws IOException {
        Path refused = file("FUp_1.tmp", 3);
        Path killed = file("cotmoc-body1.tmp", 3);
        Path coming = file("FUp_2.tmp", 1);
        Path others = file("anything.tmp", 30);
        Path folderOfTests = Files.createDirectory(folder.resolve("cotmoc-folder"));
        Files.setLastModifiedTime(folderOfTests, FileTime.from(NOW.minus(Duration.ofHours(30))));
        new ForgottenFiles(folder.toString(), Duration.ofHours(2), Clock.fixed(NOW, ZoneOffset.UTC)).delete();
        assertThat(refused).doesNotExist();
        assertThat(killed).doesNotExist();
        assertThat(coming).exists();
        assertThat(others).exists();
        assertThat(folderOfTests).exists();
    }

    private Path file(String name, int hoursOld) throws IOException {
        Path file = Files.createFile(folder.resolve(name));
        Files.setLastModifiedTime(file, FileTime.from(NOW.minus(Duration.ofHours(hoursOld))));
        return file;
    }
}
