package vn.cotmoc.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A server as a child process, with what it started itself. It does not hear Ctrl-C (whoever started it stops it, in order),
 * writes to a log, and is found again through its pid file when its parent was killed.
 *
 * @param log all it prints; begun anew at every start
 * @param pidFile a line a process: its id and the millisecond it began, e.g. {@code 4711 1763781911230}
 */
public record ChildProcess(Process process, Path log, Path pidFile) implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Stops what an earlier, killed parent left under this pid file, then starts the command. */
    public static ChildProcess start(List<String> command, Map<String, String> environment, Path log, Path pidFile) {
        stopOrphan(pidFile);
        // An ignored signal stays ignored through exec, on every Unix; a session of its own would take another program.
        var deaf = new ArrayList<>(List.of("sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh"));
        deaf.addAll(command);
        var builder = new ProcessBuilder(deaf).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.redirectInput(new java.io.File("/dev/null"));
        builder.environment().putAll(environment);
        try {
            var child = new ChildProcess(builder.start(), log, pidFile);
            child.remember();
            return child;
        } catch (IOException e) {
            throw new CannotStart("%s did not start: %s.".formatted(command.getFirst(), e.getMessage()), e);
        }
    }

    /** Writes down the processes it consists of by now; to be repeated once it is up. */
    public void remember() {
        var lines = new ArrayList<String>();
        Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .forEach(one -> one.info()
                        .startInstant()
                        .ifPresent(start -> lines.add(one.pid() + " " + start.toEpochMilli())));
        try {
            Path next = pidFile.resolveSibling(pidFile.getFileName() + ".new");
            Files.createDirectories(pidFile.toAbsolutePath().getParent());
            Files.write(next, lines);
            Files.move(next, pidFile, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public CompletableFuture<Process> onExit() {
        return process.onExit();
    }

    /** The last line of the log that tells something, for one-sentence reports. */
    public Optional<String> lastWords() {
        try (Stream<String> lines = Files.lines(log)) {
            List<String> told = lines.filter(line -> !line.isBlank()).toList();
            return told.stream()
                    .filter(line -> line.contains("ERROR") || line.contains("Exception"))
                    .findFirst()
                    .or(() -> told.isEmpty() ? Optional.empty() : Optional.of(told.getLast()));
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty();
        }
    }

    /** Asks it to end, waits, and after 30 s ends it the hard way. */
    @Override
    public void close() {
        List<ProcessHandle> all = Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList();
        stop(all);
        try {
            Files.deleteIfExists(pidFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops the processes of a pid file whose parent is gone; a process that merely got the same id is left alone. */
    public static void stopOrphan(Path pidFile) {
        if (!Files.exists(pidFile)) {
            return;
        }
        try {
            List<ProcessHandle> left = Files.readAllLines(pidFile).stream()
                    .map(line -> line.split(" "))
                    .filter(fields -> fields.length == 2)
                    .flatMap(fields -> ProcessHandle.of(Long.parseLong(fields[0])).stream()
                            .filter(one -> began(one, Instant.ofEpochMilli(Long.parseLong(fields[1])))))
                    .toList();
            stop(left);
            Files.delete(pidFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean began(ProcessHandle process, Instant then) {
        return process.info()
                .startInstant()
                .map(start -> Duration.between(start, then).abs().toSeconds() < 2)
                .orElse(false);
    }

    private static void stop(List<ProcessHandle> processes) {
        processes.forEach(ProcessHandle::destroy);
        Instant deadline = Instant.now().plus(PATIENCE);
        while (processes.stream().anyMatch(ChildProcess::runs) && Instant.now().isBefore(deadline)) {
            try {
                TimeUnit.MILLISECONDS.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        processes.stream().filter(ChildProcess::runs).forEach(ProcessHandle::destroyForcibly);
    }

    // Where nobody reaps orphans, an ended one keeps its id but has no program any more.
    private static boolean runs(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }
}
