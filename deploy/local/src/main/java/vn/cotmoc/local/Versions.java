package vn.cotmoc.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** Which servers these are: the versions the root pom pins. */
final class Versions {

    private static final Properties PINNED = read();

    private Versions() {}

    /** The pinned version of {@code postgresql} or {@code keycloak}. */
    static String of(String server) {
        return Objects.requireNonNull(PINNED.getProperty(server), server);
    }

    private static Properties read() {
        try (InputStream in = Objects.requireNonNull(
                Versions.class.getResourceAsStream("versions.properties"), "versions.properties")) {
            var read = new Properties();
            read.load(in);
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
