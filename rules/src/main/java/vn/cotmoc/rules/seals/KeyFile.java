package vn.cotmoc.rules.seals;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keys as files that OpenSSL reads too: the private key in PKCS#8, behind it its public half, mode 600 in a folder of mode 700; public
 * keys alone as {@code <key>.pub} beside it.
 */
final class KeyFile {

    private static final String ALGORITHM = "Ed25519";

    private static final Set<PosixFilePermission> OTHERS_USE = PosixFilePermissions.fromString("---rwxrwx");
    private static final Set<PosixFilePermission> OTHERS_WRITE = PosixFilePermissions.fromString("----w--w-");

    private static final Base64.Encoder BASE64 = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private KeyFile() {}

    /** Reads the pair, or makes it where there is none. Who comes second, from another process too, reads what the first made. */
    static KeyPair open(Path file) throws IOException, GeneralSecurityException {
        if (!Files.exists(file)) {
            make(file);
        }
        refuse(file, OTHERS_USE, "chmod 600");
        refuse(folder(file), OTHERS_WRITE, "chmod 700");
        String text = Files.readString(file, US_ASCII);
        KeyFactory keys = KeyFactory.getInstance(ALGORITHM);
        PrivateKey own = keys.generatePrivate(new PKCS8EncodedKeySpec(block("PRIVATE KEY", text, file)));
        return new KeyPair(publicKey(text, file), own);
    }

    static PublicKey readPublic(Path file) throws IOException, GeneralSecurityException {
        return publicKey(Files.readString(file, US_ASCII), file);
    }

    static void writePublic(Path file, PublicKey key) throws IOException {
        place(file, block("PUBLIC KEY", key.getEncoded()));
    }

    private static void make(Path file) throws IOException, GeneralSecurityException {
        KeyPair made = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
        place(
                file,
                block("PRIVATE KEY", made.getPrivate().getEncoded())
                        + block("PUBLIC KEY", made.getPublic().getEncoded()));
    }

    /** Whole or not at all, and never over a file that is there: then that one counts. */
    private static void place(Path file, String text) throws IOException {
        Path folder = folder(file);
        Files.createDirectories(folder, mode("rwx------"));
        Path next = Files.createTempFile(folder, "key", ".new", mode("rw-------"));
        try {
            Files.writeString(next, text, US_ASCII);
            Files.createLink(file, next);
        } catch (FileAlreadyExistsException another) {
            // Another process was first.
        } finally {
            Files.delete(next);
        }
    }

    private static Path folder(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent());
    }

    private static void refuse(Path file, Set<PosixFilePermission> forbidden, String advice) throws IOException {
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
        if (permissions.stream().anyMatch(forbidden::contains)) {
            throw new IOException("Others than its owner may use %s (%s); %s it."
                    .formatted(file, PosixFilePermissions.toString(permissions), advice));
        }
    }

    private static FileAttribute<Set<PosixFilePermission>> mode(String permissions) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
    }

    private static PublicKey publicKey(String text, Path file) throws IOException, GeneralSecurityException {
        return KeyFactory.getInstance(ALGORITHM)
                .generatePublic(new X509EncodedKeySpec(block("PUBLIC KEY", text, file)));
    }

    private static String block(String what, byte[] bytes) {
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(what, BASE64.encodeToString(bytes), what);
    }

    private static byte[] block(String what, String text, Path file) throws IOException {
        Matcher block = Pattern.compile(
                        "-----BEGIN %s-----\n([A-Za-z0-9+/=\n]+)-----END %s-----\n".formatted(what, what))
                .matcher(text);
        if (!block.find()) {
            throw new IOException("The file %s holds no %s; the house writes such files itself.".formatted(file, what));
        }
        return Base64.getMimeDecoder().decode(block.group(1));
    }
}
