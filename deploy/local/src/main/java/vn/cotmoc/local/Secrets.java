package vn.cotmoc.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Random passwords of one installation. Each is made when it is first asked for; kept ones lie in a file only its owner can
 * read.
 */
public final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** One for a file, so that two servers started by one process write into it one after the other. */
    private static final Map<Path, Secrets> OPEN = new ConcurrentHashMap<>();

    private final Properties known = new Properties();
    private final Optional<Path> file;

    private Secrets(Optional<Path> file) {
        this.file = file;
    }

    /** Kept in {@code secrets.properties} of the given home. */
    public static Secrets kept(LocalHome home) {
        return OPEN.computeIfAbsent(home.path().resolve("secrets.properties"), Secrets::read);
    }

    private static Secrets read(Path file) {
        var secrets = new Secrets(Optional.of(file));
        if (Files.exists(file)) {
            try (var in = Files.newBufferedReader(file)) {
                secrets.known.load(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return secrets;
    }

    /** Forgotten with this process. */
    public static Secrets temporary() {
        return new Secrets(Optional.empty());
    }

    /** 128 random bits as 32 hexadecimal digits, the same at every call and, if kept, in every run. */
    public synchronized String of(String name) {
        String secret = known.getProperty(name);
        if (secret == null) {
            byte[] bits = new byte[16];
            RANDOM.nextBytes(bits);
            secret = HexFormat.of().formatHex(bits);
            known.setProperty(name, secret);
            file.ifPresent(this::write);
        }
        return secret;
    }

    private void write(Path to) {
        try {
            Files.createDirectories(to.toAbsolutePath().getParent());
            Path next = Files.createTempFile(
                    to.toAbsolutePath().getParent(),
                    "secrets",
                    ".new",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (var out = Files.newBufferedWriter(next)) {
                known.store(out, "Passwords of this installation; they belong to the data beside this file.");
            }
            Files.move(next, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return "Secrets" + known.stringPropertyNames();
    }
}
