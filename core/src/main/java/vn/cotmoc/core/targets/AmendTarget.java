package vn.cotmoc.core.targets;

import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.refusals.Collision;
import vn.cotmoc.core.refusals.Refusal;

/** Appends a revision to a target; what was decided before stays and can still be scored. */
@Singleton
public class AmendTarget {

    private final TargetStore targets;

    AmendTarget(TargetStore targets) {
        this.targets = targets;
    }

    /** @param expectedRevision the newest revision the amender has seen */
    public record Command(
            UUID target,
            int expectedRevision,
            Aim aim,
            String wording,
            String source,
            String reason,
            @Nullable LocalDate decidedOn) {}

    /** @throws Refusal {@code unknown-target}; {@code target-changed} if there is a newer revision */
    @Transactional
    public Revision amend(Command command) {
        Target target = targets.require(command.target());
        int newest = targets.revisions(target.id()).getLast().number();
        if (newest != command.expectedRevision()) {
            throw changed(newest);
        }
        try {
            return targets.append(
                    target.id(),
                    new Wish(
                            newest + 1,
                            command.aim(),
                            command.wording(),
                            command.source(),
                            command.reason(),
                            command.decidedOn()));
        } catch (DataAccessException failure) {
            throw Collision.caused(failure) ? changed(newest + 1) : failure;
        }
    }

    private static Refusal changed(int newest) {
        return Refusal.stale("target-changed", "version", newest);
    }
}
