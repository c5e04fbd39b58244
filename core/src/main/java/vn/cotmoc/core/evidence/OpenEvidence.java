package vn.cotmoc.core.evidence;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.cotmoc.core.refusals.Refusal;

/** Gives a file back as it was attached, or not at all. */
@Singleton
public class OpenEvidence {

    private static final Logger LOG = LoggerFactory.getLogger(OpenEvidence.class);

    private final EvidenceView view;
    private final EvidenceStorage storage;

    OpenEvidence(EvidenceView view, EvidenceStorage storage) {
        this.view = view;
        this.storage = storage;
    }

    /** @param content checked to be what was attached; to be closed */
    public record Opened(Evidence evidence, InputStream content) {}

    /** @throws Refusal {@code unknown-evidence}; {@code evidence-damaged} if its bytes are gone or are others */
    public Opened open(UUID id) {
        return open(view.require(id));
    }

    /** @throws Refusal {@code evidence-damaged} if its bytes are gone or are others */
    public Opened open(Evidence evidence) {
        try {
            Path checked = Files.createTempFile("cotmoc-evidence-", null);
            try {
                copy(evidence, checked);
                return new Opened(evidence, Files.newInputStream(checked, StandardOpenOption.DELETE_ON_CLOSE));
            } catch (Refusal | IOException failure) {
                Files.deleteIfExists(checked);
                throw failure;
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Whole, before the first byte leaves the house. */
    private void copy(Evidence evidence, Path to) throws IOException {
        try (InputStream stored = storage.open(evidence.sha256()).orElseThrow(() -> damaged(evidence));
                DigestInputStream digested = new DigestInputStream(stored, Sha256.digest())) {
            Files.copy(digested, to, StandardCopyOption.REPLACE_EXISTING);
            if (!Sha256.text(digested.getMessageDigest().digest()).equals(evidence.sha256())) {
                throw damaged(evidence);
            }
        }
    }

    private static Refusal damaged(Evidence evidence) {
        LOG.error("The evidence {} is gone or damaged; put its bytes back from a backup.", evidence.id());
        return Refusal.conflict("evidence-damaged", "name", evidence.name());
    }
}
