package vn.cotmoc.web.traffic;

import io.micronaut.context.annotation.Value;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes temporary files that nobody deleted: of a process that was killed, and of uploads that were refused before they were read
 * to their end, whose parts the server forgets. Deleting one that is still open does no harm.
 */
@Singleton
class ForgottenFiles {

    /** Ours, and the parts of multipart bodies. */
    private static final List<String> BEGINNINGS = List.of("cotmoc-", "FUp_");

    private static final Logger LOG = LoggerFactory.getLogger(ForgottenFiles.class);

    private final Path folder;
    private final Duration kept;
    private final Clock clock;

    /** @param kept longer than any request lasts */
    ForgottenFiles(
            @Value("${java.io.tmpdir}") String folder,
            @Value("${cotmoc.temporary-files.kept:2h}") Duration kept,
            Clock clock) {
        this.folder = Path.of(folder);
        this.kept = kept;
        this.clock = clock;
    }

    @Scheduled(initialDelay = "${cotmoc.temporary-files.first-clearing:1m}", fixedDelay = "1h")
    void delete() throws IOException {
        FileTime before = FileTime.from(clock.instant().minus(kept));
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> isForgotten(file, before)).forEach(ForgottenFiles::delete);
        }
    }

    private static boolean isForgotten(Path file, FileTime before) {
        String name = file.getFileName().toString();
        try {
            return BEGINNINGS.stream().anyMatch(name::startsWith)
                    && Files.isRegularFile(file)
                    && Files.getLastModifiedTime(file).compareTo(before) < 0;
        } catch (IOException gone) {
            return false;
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            LOG.warn("The temporary file {} cannot be deleted: {}", file, failure.toString());
        }
    }
}
