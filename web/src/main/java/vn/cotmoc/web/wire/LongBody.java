package vn.cotmoc.web.wire;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;

/**
 * A body that is too long for memory: it goes to the disk as it comes in and is read from there, so that a slow sender holds no
 * transaction. Its file has no name by then, and is gone with the process at the latest.
 */
public final class LongBody implements Closeable {

    private static final int PIECE = 1 << 16;

    private final FileChannel file;
    private final String sha256;

    private LongBody(FileChannel file, String sha256) {
        this.file = file;
        this.sha256 = sha256;
    }

    public static LongBody of(InputStream coming) throws IOException {
        Path path = Files.createTempFile("cotmoc-body", null);
        FileChannel file = FileChannel.open(
                path, Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE));
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] piece = new byte[PIECE];
            for (int length = coming.read(piece); length >= 0; length = coming.read(piece)) {
                digest.update(piece, 0, length);
                ByteBuffer bytes = ByteBuffer.wrap(piece, 0, length);
                while (bytes.hasRemaining()) {
                    file.write(bytes);
                }
            }
            return new LongBody(file, HexFormat.of().formatHex(digest.digest()));
        } catch (IOException | RuntimeException failure) {
            file.close();
            throw failure;
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    public String sha256() {
        return sha256;
    }

    /** From the beginning. */
    public InputStream content() throws IOException {
        file.position(0);
        return Channels.newInputStream(file);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
