package vn.cotmoc.deploy;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import vn.cotmoc.local.CannotStart;
import vn.cotmoc.local.Ports;

/** What must hold before anything is started; each fails with one sentence. */
final class Checks {

    /** PostgreSQL and its first data 150 MB, Keycloak 300, start caches 200, logs; and some air. */
    static final long DISK = 1_000_000_000;

    private Checks() {}

    static void roomOn(Path folder, long bytes) {
        try {
            FileStore disk = Files.getFileStore(folder);
            if (disk.getUsableSpace() < bytes) {
                throw new CannotStart("The disk of %s has %,d MB left, the demo needs %,d MB; make some room first."
                        .formatted(folder, disk.getUsableSpace() / 1_000_000, bytes / 1_000_000));
            }
        } catch (IOException e) {
            throw new CannotStart("The disk of %s cannot be read: %s.".formatted(folder, e.getMessage()), e);
        }
    }

    static void portsOf(DemoOptions options) {
        free(options.port(), "the application", "--port");
        free(options.keycloakPort(), "Keycloak", "--keycloak-port");
        free(options.keycloakPort() + 1, "Keycloak's health", "--keycloak-port");
        free(options.postgresPort(), "PostgreSQL", "--postgres-port");
    }

    private static void free(int port, String whose, String option) {
        try {
            Ports.claimable(port, whose);
        } catch (CannotStart e) {
            String sentence = e.getMessage();
            throw new CannotStart("%s; stop that one, or choose another port: ./cotmoc demo %s <port>."
                    .formatted(sentence.substring(0, sentence.length() - 1), option));
        }
    }
}
