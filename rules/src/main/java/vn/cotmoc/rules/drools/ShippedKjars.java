package vn.cotmoc.rules.drools;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import vn.cotmoc.core.scoring.ScoringEngine.EngineFailure;

/** The kjars that the build put on the class path, named by their models' hashes. */
@Singleton
class ShippedKjars {

    /** @throws EngineFailure if there is one, but broken */
    Optional<Kjar> find(String sha256) {
        String name = "/vn/cotmoc/rules/%s.kjar".formatted(sha256);
        try (InputStream bytes = ShippedKjars.class.getResourceAsStream(name)) {
            return bytes == null ? Optional.empty() : Optional.of(Kjar.read(bytes));
        } catch (IOException broken) {
            throw new EngineFailure("The shipped kjar %s is broken; build again.".formatted(name), broken);
        }
    }
}
