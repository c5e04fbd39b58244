package vn.cotmoc.rules.seals;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The key of this installation. It lies in a file outside database and repository, made when something is first sealed or looked at.
 * It alone signs; what another key signed is believed while its public half, {@code <key>.pub}, lies beside: so a key is changed by
 * moving its file away.
 */
@Singleton
public final class SealingKey {

    private static final String ALGORITHM = "Ed25519";
    private static final int DIGITS = 16;

    private final Path file;
    private @Nullable Ring ring;

    /**
     * @param own the id of the key that signs
     * @param known all that are believed, by id
     */
    private record Ring(String own, KeyPair pair, Map<String, PublicKey> known) {}

    public SealingKey(@Value("${cotmoc.rules.key:keys/rules.key}") String file) {
        this.file = Path.of(file).toAbsolutePath();
    }

    public Seal seal(Sealable what) {
        Ring ring = ring();
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(ring.pair().getPrivate());
            signature.update(what.message());
            return new Seal(ring.own(), HexFormat.of().formatHex(signature.sign()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java signs by %s.".formatted(ALGORITHM), impossible);
        }
    }

    /** @throws BrokenSeal unless a key that is believed sealed exactly this */
    public void check(Sealable what, Seal seal) {
        PublicKey key = ring().known().get(seal.key());
        if (key == null) {
            throw new BrokenSeal("The key %s is not known here; lay its public half, %s.pub, beside %s."
                    .formatted(seal.key(), seal.key(), file));
        }
        if (!verifies(what.message(), seal.bytes(), key)) {
            throw new BrokenSeal(
                    "This is not what the key %s sealed: it was changed, or is another's.".formatted(seal.key()));
        }
    }

    private static boolean verifies(byte[] message, byte[] signed, PublicKey key) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(key);
            signature.update(message);
            return signature.verify(signed);
        } catch (SignatureException malformed) {
            return false;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java signs by %s.".formatted(ALGORITHM), impossible);
        }
    }

    private synchronized Ring ring() {
        Ring known = ring;
        if (known == null) {
            known = open();
            ring = known;
        }
        return known;
    }

    private Ring open() {
        try {
            KeyPair pair = KeyFile.open(file);
            String own = id(pair.getPublic());
            Path publicHalf = file.resolveSibling(own + ".pub");
            if (!Files.exists(publicHalf)) {
                KeyFile.writePublic(publicHalf, pair.getPublic());
            }
            Map<String, PublicKey> known = new HashMap<>();
            try (DirectoryStream<Path> files = Files.newDirectoryStream(publicHalf.getParent(), "*.pub")) {
                for (Path one : files) {
                    PublicKey key = KeyFile.readPublic(one);
                    if (!one.getFileName().toString().equals(id(key) + ".pub")) {
                        throw new IOException(
                                "The file %s holds the key %s; call it %s.pub.".formatted(one, id(key), id(key)));
                    }
                    known.put(id(key), key);
                }
            }
            Ring opened = new Ring(own, pair, Map.copyOf(known));
            proveThatTheHalvesMatch(opened);
            return opened;
        } catch (IOException | GeneralSecurityException broken) {
            throw new IllegalStateException(
                    "The key that seals rules (cotmoc.rules.key) cannot be used: " + broken.getMessage(), broken);
        }
    }

    private void proveThatTheHalvesMatch(Ring opened) throws IOException, GeneralSecurityException {
        byte[] proof = new Message("cotmoc proof 1").bytes();
        Signature signature = Signature.getInstance(ALGORITHM);
        signature.initSign(opened.pair().getPrivate());
        signature.update(proof);
        if (!verifies(proof, signature.sign(), opened.pair().getPublic())) {
            throw new IOException("The private and the public half in %s are not of one key.".formatted(file));
        }
    }

    private static String id(PublicKey key) throws GeneralSecurityException {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
        return HexFormat.of().formatHex(Arrays.copyOf(hash, DIGITS / 2));
    }
}
