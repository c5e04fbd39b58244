package vn.cotmoc.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The project's folder {@code .cotmoc}, where everything lies that running servers unpack, keep and log.
 *
 * <pre>
 * postgresql-18.6.0/  keycloak-26.7.3/   unpacked once
 * data/               what the demo keeps; `cotmoc reset` removes it
 * run/                process ids of what is running
 * log/                one file a server
 * keys/               seals what the demo publishes, mode 700
 * secrets.properties  passwords of this installation, mode 600
 * </pre>
 */
public record LocalHome(Path path) {

    public LocalHome {
        path = path.toAbsolutePath().normalize();
    }

    /**
     * The folder named by the system property {@code cotmoc.home}, or else {@code .cotmoc} of the project the process was
     * started in: the next folder upwards with a {@code mvnw}.
     */
    public static LocalHome ofProject() {
        String named = System.getProperty("cotmoc.home");
        if (named != null) {
            return new LocalHome(Path.of(named));
        }
        Path here = Path.of("").toAbsolutePath();
        for (Path folder = here; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("mvnw"))) {
                return new LocalHome(folder.resolve(".cotmoc"));
            }
        }
        return new LocalHome(here.resolve(".cotmoc"));
    }

    public Path data() {
        return path.resolve("data");
    }

    public Path log(String server) {
        return inFolder("log", server + ".log");
    }

    public Path run(String file) {
        return inFolder("run", file);
    }

    private Path inFolder(String folder, String file) {
        try {
            return Files.createDirectories(path.resolve(folder)).resolve(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
