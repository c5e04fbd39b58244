package vn.cotmoc.local;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs {@code initdb}, {@code pg_ctl} and {@code postgres}, unpacked from the jar that carries them. */
record PostgresPrograms(Path folder) {

    /** Major version of the programs and of the data they read. */
    static final String MAJOR = Versions.of("postgresql").replaceFirst("\\..*", "");

    /** Unpacks at the first call of a machine, 60 MB; whole or not at all, and once even if several processes ask. */
    static PostgresPrograms unpacked(LocalHome home) {
        Path folder = home.path().resolve("postgresql-" + Versions.of("postgresql"));
        Path done = folder.resolve("unpacked");
        try {
            if (!Files.exists(done)) {
                try (var _ = Claim.await(home.run("postgresql-programs.lock"))) {
                    if (!Files.exists(done)) {
                        Folders.remove(folder);
                        unpack(folder);
                        Files.createFile(done);
                    }
                }
            }
            return new PostgresPrograms(folder);
        } catch (IOException e) {
            throw new CannotStart("PostgreSQL could not be unpacked to %s: %s.".formatted(folder, e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Unpacking PostgreSQL was interrupted.", e);
        }
    }

    private static void unpack(Path folder) throws IOException {
        String packed = packedFor(System.getProperty("os.name"), System.getProperty("os.arch"));
        try (@Nullable InputStream jar = PostgresPrograms.class.getResourceAsStream("/" + packed)) {
            if (jar == null) {
                throw new CannotStart(
                        "There is no %s on the class path: deploy/local/pom.xml names the PostgreSQL packages of Linux and macOS."
                                .formatted(packed));
            }
            Files.createDirectories(folder);
            var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(jar)));
            for (@Nullable TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path target = folder.resolve(entry.getName()).normalize();
                if (!target.startsWith(folder)) {
                    throw new IOException("entry outside of the archive: " + entry.getName());
                }
                Files.createDirectories(entry.isDirectory() ? target : target.getParent());
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
                } else if (entry.isFile()) {
                    Files.copy(tar, target, StandardCopyOption.REPLACE_EXISTING);
                    if ((entry.getMode() & 0100) != 0) {
                        makeExecutable(target);
                    }
                }
            }
        }
    }

    private static boolean ended(Process process) throws InterruptedException {
        try {
            return process.waitFor(5, TimeUnit.MINUTES);
        } finally {
            process.destroyForcibly();
        }
    }

    private static void makeExecutable(Path file) throws IOException {
        Set<PosixFilePermission> permissions = EnumSet.copyOf(Files.getPosixFilePermissions(file));
        permissions.addAll(EnumSet.of(
                PosixFilePermission.OWNER_EXECUTE,
                PosixFilePermission.GROUP_EXECUTE,
                PosixFilePermission.OTHERS_EXECUTE));
        Files.setPosixFilePermissions(file, permissions);
    }

    static String packedFor(String system, String processor) {
        String os = system.toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
        String cpu = processor.equals("aarch64") ? "arm_64" : "x86_64";
        return "postgres-%s-%s.txz".formatted(os, cpu);
    }

    /**
     * Runs one of them to its end.
     *
     * @throws CannotStart with the program's own last words if it fails
     */
    void run(Path log, String program, List<String> arguments) {
        Outcome outcome = tryRun(log, program, arguments);
        if (outcome.status() != 0) {
            throw new CannotStart("PostgreSQL's %s ended with %d: %s (more in %s)"
                    .formatted(program, outcome.status(), outcome.lastWords(), log));
        }
    }

    record Outcome(int status, String lastWords) {}

    Outcome tryRun(Path log, String program, List<String> arguments) {
        var command = new ArrayList<String>();
        if (System.getProperty("user.name").equals("root")) {
            // PostgreSQL refuses to run as root; in a user namespace without a mapping it is nobody, who owns the same
            // files.
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(folder.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        try {
            Path words = Files.createTempFile("postgresql-" + program, ".txt");
            try {
                var builder =
                        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(words.toFile());
                builder.environment().put("LC_ALL", "C");
                Process process = builder.start();
                process.getOutputStream().close();
                if (!ended(process)) {
                    throw new CannotStart(
                            "PostgreSQL's %s did not end within 5 minutes; see %s.".formatted(program, log));
                }
                String said = Files.readString(words).strip();
                Files.writeString(
                        log,
                        said + "\n",
                        java.nio.file.StandardOpenOption.CREATE,
                        java.nio.file.StandardOpenOption.APPEND);
                return new Outcome(process.exitValue(), said.substring(said.lastIndexOf('\n') + 1));
            } finally {
                Files.delete(words);
            }
        } catch (IOException e) {
            throw new CannotStart("PostgreSQL's %s did not start: %s.".formatted(program, e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Waiting for PostgreSQL's %s was interrupted.".formatted(program), e);
        }
    }
}
