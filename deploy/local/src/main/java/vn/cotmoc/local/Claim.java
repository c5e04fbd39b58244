package vn.cotmoc.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A claim on something only one process may use at a time. The operating system lets go of it when the process ends, however
 * it ends; what is then still running of it is an orphan and may be stopped.
 */
public final class Claim implements AutoCloseable {

    private final FileChannel channel;

    private Claim(FileChannel channel) {
        this.channel = channel;
    }

    /** Takes it, or returns empty if another process holds it. */
    public static Optional<Claim> on(Path file) {
        try {
            FileChannel channel = open(file);
            @Nullable FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                return Optional.empty();
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
            return Optional.of(new Claim(channel));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until nobody else holds it. */
    static Claim await(Path file) throws InterruptedException {
        for (; ; Thread.sleep(200)) {
            Optional<Claim> claim = on(file);
            if (claim.isPresent()) {
                return claim.get();
            }
        }
    }

    private static FileChannel open(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
