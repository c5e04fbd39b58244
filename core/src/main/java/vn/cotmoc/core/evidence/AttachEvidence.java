package vn.cotmoc.core.evidence;

import io.micronaut.context.annotation.Value;
import io.micronaut.data.exceptions.DataAccessException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import vn.cotmoc.core.actors.CurrentActor;
import vn.cotmoc.core.cases.MayExplain;
import vn.cotmoc.core.measure.Identifiers;
import vn.cotmoc.core.observations.Observation;
import vn.cotmoc.core.observations.ObservationView;
import vn.cotmoc.core.refusals.Collision;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.units.MayReport;

/**
 * Keeps a file, first its bytes and then the row that points to them, so that no row ever points to nothing. No transaction is open
 * while bytes come in, and no more than a buffer of them is in memory.
 */
@Singleton
public class AttachEvidence {

    private final EvidenceStorage storage;
    private final EvidenceStore store;
    private final EvidenceView view;
    private final ObservationView observations;
    private final MayReport mayReport;
    private final MayExplain mayExplain;
    private final Identifiers identifiers;
    private final CurrentActor actor;
    private final Clock clock;
    private final long mostBytes;

    AttachEvidence(
            EvidenceStorage storage,
            EvidenceStore store,
            EvidenceView view,
            ObservationView observations,
            MayReport mayReport,
            MayExplain mayExplain,
            Identifiers identifiers,
            CurrentActor actor,
            Clock clock,
            @Value("${cotmoc.evidence.most-bytes:20971520}") long mostBytes) {
        this.storage = storage;
        this.store = store;
        this.view = view;
        this.observations = observations;
        this.mayReport = mayReport;
        this.mayExplain = mayExplain;
        this.identifiers = identifiers;
        this.actor = actor;
        this.clock = clock;
        this.mostBytes = mostBytes;
    }

    /** @param name as it was sent */
    public record Command(About about, String name) {}

    /**
     * The same bytes of the same thing again are the file that is there.
     *
     * @throws Refusal {@code unknown-observation}, {@code unknown-instrument}; {@code evidence-large}, {@code evidence-type}; what
     *     {@link MayReport} refuses of a figure and {@link MayExplain} of a case
     */
    public Evidence attach(Command command, InputStream content) {
        switch (command.about()) {
            case About.Figure(UUID id) -> {
                Observation figure = observations.require(id);
                mayReport.require(figure.indicator(), figure.area());
            }
            case About.Explanation(UUID id) -> mayExplain.require(id);
            case About.Paper about -> view.of(about);
        }
        try {
            Path file = Files.createTempFile("cotmoc-evidence-", null);
            try {
                return attach(command, file, receive(content, file));
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Evidence attach(Command command, Path file, String sha256) throws IOException {
        FileType type = FileType.of(file).orElseThrow(() -> Refusal.invalid("evidence-type", "file"));
        Optional<Evidence> same = find(command.about(), sha256);
        if (same.isPresent()) {
            return same.get();
        }
        storage.keep(sha256, file);
        Evidence evidence = new Evidence(
                identifiers.next(),
                command.about(),
                FileName.of(command.name(), type),
                type,
                Files.size(file),
                sha256,
                clock.instant(),
                actor.username());
        try {
            store.add(evidence);
            return evidence;
        } catch (DataAccessException failure) {
            // Somebody attached the same at the same moment.
            return Optional.of(failure)
                    .filter(Collision::caused)
                    .flatMap(collision -> find(command.about(), sha256))
                    .orElseThrow(() -> failure);
        }
    }

    private Optional<Evidence> find(About about, String sha256) {
        return view.of(about).stream()
                .filter(evidence -> evidence.sha256().equals(sha256))
                .findFirst();
    }

    /** @return the hash of what came in */
    private String receive(InputStream content, Path file) throws IOException {
        DigestInputStream digested = new DigestInputStream(content, Sha256.digest());
        try (OutputStream kept = Files.newOutputStream(file)) {
            byte[] buffer = new byte[8192];
            long bytes = 0;
            for (int read = digested.read(buffer); read >= 0; read = digested.read(buffer)) {
                bytes += read;
                if (bytes > mostBytes) {
                    throw Refusal.invalid("evidence-large", "file", "most", mostBytes / 1024 / 1024);
                }
                kept.write(buffer, 0, read);
            }
        }
        return Sha256.text(digested.getMessageDigest().digest());
    }
}
