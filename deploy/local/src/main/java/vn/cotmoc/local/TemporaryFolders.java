package vn.cotmoc.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Folders of servers that tests start: {@code <home>/temporary/<process id>-<n>}. When a test run is killed its servers stay
 * behind; the next run finds them here, stops them and removes their folders.
 */
final class TemporaryFolders {

    private static boolean swept;

    private TemporaryFolders() {}

    static synchronized Path make(LocalHome home) {
        try {
            Path all = Files.createDirectories(home.path().resolve("temporary"));
            if (!swept) {
                sweep(home, all);
                swept = true;
            }
            return Files.createTempDirectory(all, ProcessHandle.current().pid() + "-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void sweep(LocalHome home, Path all) throws IOException {
        List<Path> abandoned;
        try (Stream<Path> folders = Files.list(all)) {
            abandoned = folders.filter(folder -> !makerLives(folder)).toList();
        }
        for (Path folder : abandoned) {
            LocalPostgres.stopAbandoned(home, folder.resolve("data"), folder.resolve("postgresql.log"));
            Folders.remove(folder);
        }
    }

    private static boolean makerLives(Path folder) {
        String name = folder.getFileName().toString();
        long process = Long.parseLong(name.substring(0, name.indexOf('-')));
        return ProcessHandle.of(process).isPresent();
    }
}
