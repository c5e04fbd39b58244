package vn.cotmoc.core.evidence;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import vn.cotmoc.core.readiness.ReadinessCheck;
import vn.cotmoc.core.tenancy.CurrentTenant;

/** A folder of this machine, with one of its own for each province. */
@Singleton
@Requires(missingProperty = EvidenceBucket.PROPERTY)
final class EvidenceFolder implements EvidenceStorage, ReadinessCheck {

    private final Path folder;
    private final CurrentTenant currentTenant;

    EvidenceFolder(@Value("${cotmoc.evidence.folder:evidence}") String folder, CurrentTenant currentTenant) {
        this.folder = Path.of(folder).toAbsolutePath().normalize();
        this.currentTenant = currentTenant;
    }

    @Override
    public void keep(String sha256, Path file) throws IOException {
        Path own = own();
        Path kept = own.resolve(sha256);
        if (Files.exists(kept)) {
            return;
        }
        Files.createDirectories(own);
        Path coming = Files.createTempFile(own, "coming-", null);
        try {
            Files.copy(file, coming, StandardCopyOption.REPLACE_EXISTING);
            Files.move(coming, kept, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(coming);
        }
    }

    @Override
    public Optional<InputStream> open(String sha256) throws IOException {
        try {
            return Optional.of(Files.newInputStream(own().resolve(sha256)));
        } catch (NoSuchFileException missing) {
            return Optional.empty();
        }
    }

    private Path own() {
        return folder.resolve(currentTenant.get().value());
    }

    @Override
    public String property() {
        return "cotmoc.evidence.folder";
    }

    @Override
    public Optional<String> fault() {
        try {
            Files.createDirectories(folder);
        } catch (IOException failure) {
            return Optional.of("The folder %s cannot be made; name one that this program may write.".formatted(folder));
        }
        return Files.isWritable(folder)
                ? Optional.empty()
                : Optional.of("The folder %s cannot be written; name one that can.".formatted(folder));
    }
}
