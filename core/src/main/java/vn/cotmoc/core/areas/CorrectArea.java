package vn.cotmoc.core.areas;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.refusals.Collision;
import vn.cotmoc.core.refusals.Refusal;

/**
 * Mends the spelling of an area, its code and its source where they were written down wrongly. A place that is called otherwise from a
 * day on is no mistake but a succession.
 */
@Singleton
public class CorrectArea {

    private final AreaStore store;
    private final AreaView view;
    private final AddArea entry;

    CorrectArea(AreaStore store, AreaView view, AddArea entry) {
        this.store = store;
        this.view = view;
        this.entry = entry;
    }

    /** @param expectedVersion that was seen */
    public record Command(
            UUID area,
            int expectedVersion,
            String name,
            String code,
            @Nullable String source,
            String reason) {}

    /**
     * @throws Refusal {@code unknown-area}, {@code area-changed}, {@code area-province} for the province itself, {@code area-code},
     *     {@code area-code-taken}, {@code correction-none}
     */
    @Transactional
    public Area correct(Command command) {
        store.takeProvince();
        Area was = view.require(command.area());
        if (was.version() != command.expectedVersion()) {
            throw changed(was.version());
        }
        if (was.isProvince()) {
            throw Refusal.conflict("area-province", "area", was.name());
        }
        AddArea.requireCode(command.code(), "");
        Area right = was.written(command.name(), command.code(), command.source(), was.version());
        entry.requireOwnCode(right);
        try {
            Area corrected = store.correct(was, right, command.reason());
            if (corrected == null) {
                throw changed(was.version() + 1);
            }
            return corrected;
        } catch (DataAccessException failure) {
            throw Collision.caused(failure) ? AddArea.taken(right) : failure;
        }
    }

    private static Refusal changed(int newest) {
        return Refusal.stale("area-changed", "version", newest);
    }
}
