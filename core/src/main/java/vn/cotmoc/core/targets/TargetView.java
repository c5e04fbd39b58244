package vn.cotmoc.core.targets;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import vn.cotmoc.core.refusals.Refusal;

/** A target with all that was ever decided about it. */
@Singleton
public class TargetView {

    private final TargetStore store;

    TargetView(TargetStore store) {
        this.store = store;
    }

    /** @param revisions oldest first; there is always one */
    public record Line(Target target, List<Revision> revisions) {}

    /** @throws Refusal {@code unknown-target} */
    @Transactional(readOnly = true)
    public Line require(UUID id) {
        return new Line(store.require(id), store.revisions(id));
    }
}
