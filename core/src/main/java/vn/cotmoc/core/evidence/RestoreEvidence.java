package vn.cotmoc.core.evidence;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;

/** Puts the bytes back of a file whose row the current province has already, as from an archive. */
@Singleton
public class RestoreEvidence {

    private final EvidenceStorage storage;

    RestoreEvidence(EvidenceStorage storage) {
        this.storage = storage;
    }

    /**
     * @param content is left open
     * @return whether these are its bytes; others are not kept
     */
    public boolean restore(Evidence evidence, InputStream content) throws IOException {
        Path checked = Files.createTempFile("cotmoc-evidence-", null);
        try {
            var digested = new DigestInputStream(content, Sha256.digest());
            try (OutputStream kept = Files.newOutputStream(checked)) {
                byte[] buffer = new byte[8192];
                long left = evidence.bytes();
                for (int read = digested.read(buffer); read >= 0; read = digested.read(buffer)) {
                    left -= read;
                    if (left < 0) {
                        return false;
                    }
                    kept.write(buffer, 0, read);
                }
            }
            String sha256 = Sha256.text(digested.getMessageDigest().digest());
            if (!sha256.equals(evidence.sha256())) {
                return false;
            }
            storage.keep(sha256, checked);
            return true;
        } finally {
            Files.deleteIfExists(checked);
        }
    }
}
