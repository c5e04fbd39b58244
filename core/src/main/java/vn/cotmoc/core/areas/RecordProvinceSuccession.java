package vn.cotmoc.core.areas;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.cotmoc.core.measure.Identifiers;
import vn.cotmoc.core.refusals.Refusal;

/**
 * Records that the province itself was renamed, or formed by a merger. Its figures and plans are its own throughout, so it goes on
 * as the area that it is; what it was called, and the provinces that joined it, are kept as areas that ended.
 */
@Singleton
public class RecordProvinceSuccession {

    private final AreaStore store;
    private final Identifiers identifiers;

    RecordProvinceSuccession(AreaStore store, Identifiers identifiers) {
        this.store = store;
        this.identifiers = identifiers;
    }

    /**
     * @param on the first day of its new name and code
     * @param source the instrument's words
     * @param joined the other provinces of a merger; none of a new name
     */
    public record Command(LocalDate on, String source, String name, String code, List<Joined> joined) {}

    /** Another province that became this one too; nothing but its name and code is kept here. */
    public record Joined(String name, String code) {}

    /** @throws Refusal {@code area-code}; {@code succession-day} unless it comes after the province was last called otherwise */
    @Transactional
    public Succession record(Command command) {
        AddArea.requireCode(command.code(), "");
        Area province = store.require(store.takeProvince(), "");
        LocalDate since = store.calledSince(province);
        if (!command.on().isAfter(since)) {
            throw Refusal.invalid(
                    "succession-day", "/on", "day", command.on(), "area", province.name(), "validFrom", since);
        }
        List<Area> predecessors = new ArrayList<>();
        predecessors.add(ended(command, province, province.name(), province.code(), since));
        store.add(predecessors.getFirst(), province.id());
        for (int i = 0; i < command.joined().size(); i++) {
            Joined joined = command.joined().get(i);
            AddArea.requireCode(joined.code(), "/joined/" + i);
            Area other = ended(command, province, joined.name(), joined.code(), province.validFrom());
            store.add(other);
            predecessors.add(other);
        }
        Area renamed = store.rename(province, command.name(), command.code(), command.source());
        return store.add(
                identifiers.next(),
                command.joined().isEmpty() ? SuccessionKind.RENAMED : SuccessionKind.MERGED,
                command.on(),
                command.source(),
                predecessors,
                List.of(renamed));
    }

    private Area ended(Command command, Area province, String name, String code, LocalDate since) {
        UUID id = identifiers.next();
        return new Area(
                id, province.id(), name, AreaLevel.PROVINCE.code(), code, since, command.on(), command.source(), 1);
    }
}
