package vn.cotmoc.core.areas;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.measure.Identifiers;
import vn.cotmoc.core.refusals.Refusal;

/**
 * Records what became of areas: ends the predecessors and names what follows them. Every successor begins on that very day and
 * every predecessor began before it, so that successions can never run in a circle.
 */
@Singleton
public class RecordSuccession {

    private final AreaStore store;
    private final AddArea addArea;
    private final Identifiers identifiers;

    RecordSuccession(AreaStore store, AddArea addArea, Identifiers identifiers) {
        this.store = store;
        this.addArea = addArea;
        this.identifiers = identifiers;
    }

    /**
     * @param on the first day of the successors, on which the predecessors are no more
     * @param source the instrument's words
     * @param successors that were entered before, to begin on that day
     * @param added successors to be entered with it; one of them may carry on a predecessor's code
     */
    public record Command(
            SuccessionKind kind,
            LocalDate on,
            String source,
            List<UUID> predecessors,
            List<UUID> successors,
            List<Added> added) {}

    /** @param parent null for that of the first predecessor */
    public record Added(
            String name,
            AreaLevel level,
            String code,
            @Nullable UUID parent) {}

    /**
     * @throws Refusal {@code succession-count} unless the kind fits so many areas, {@code area-repeated},
     *     {@code unknown-area}, {@code succession-province}, {@code succession-day} unless each predecessor began before it,
     *     {@code successor-day} unless each successor begins on it, whatever {@link AddArea} refuses of those to be added;
     *     {@code area-ended} if a predecessor has ended already, by somebody else at the same time too
     */
    @Transactional
    public Succession record(Command command) {
        UUID province = store.takeProvince();
        int following = command.successors().size() + command.added().size();
        if (!command.kind().fits(command.predecessors().size(), following)) {
            throw Refusal.invalid(
                    "succession-count",
                    "/kind",
                    "kind",
                    command.kind(),
                    "predecessors",
                    command.predecessors().size(),
                    "successors",
                    following);
        }
        refuseRepeated(command);
        List<Area> predecessors = new ArrayList<>();
        for (int i = 0; i < command.predecessors().size(); i++) {
            predecessors.add(ended(command.predecessors().get(i), command.on(), "/predecessors/" + i));
        }
        List<Area> successors = new ArrayList<>();
        for (int i = 0; i < command.successors().size(); i++) {
            successors.add(beginning(command.successors().get(i), command.on(), "/successors/" + i));
        }
        for (int i = 0; i < command.added().size(); i++) {
            Added added = command.added().get(i);
            AddArea.Command adding = new AddArea.Command(
                    added.name(),
                    added.level(),
                    added.code(),
                    added.parent() == null ? predecessors.getFirst().parent() : added.parent(),
                    command.on(),
                    command.source());
            successors.add(addArea.add(adding, province, "/added/" + i));
        }
        return store.add(identifiers.next(), command.kind(), command.on(), command.source(), predecessors, successors);
    }

    private static void refuseRepeated(Command command) {
        Set<UUID> seen = new HashSet<>();
        for (int i = 0; i < command.predecessors().size(); i++) {
            refuseRepeated(seen, command.predecessors().get(i), "/predecessors/" + i);
        }
        for (int i = 0; i < command.successors().size(); i++) {
            refuseRepeated(seen, command.successors().get(i), "/successors/" + i);
        }
    }

    private static void refuseRepeated(Set<UUID> seen, UUID area, String at) {
        if (!seen.add(area)) {
            throw Refusal.invalid("area-repeated", at, "area", area);
        }
    }

    private Area ended(UUID id, LocalDate day, String at) {
        Area area = part(id, at);
        if (area.validTo() == null && !day.isAfter(area.validFrom())) {
            throw Refusal.invalid(
                    "succession-day", "/on", "day", day, "area", area.name(), "validFrom", area.validFrom());
        }
        if (!store.end(id, day)) {
            throw Refusal.conflict("area-ended", "area", area.name(), "validTo", area.end());
        }
        return area;
    }

    private Area beginning(UUID id, LocalDate day, String at) {
        Area area = part(id, at);
        if (!area.validFrom().equals(day)) {
            throw Refusal.invalid("successor-day", at, "day", day, "area", area.name(), "validFrom", area.validFrom());
        }
        return area;
    }

    private Area part(UUID id, String at) {
        Area area = store.require(id, at);
        if (area.isProvince() || area.isFormerProvince()) {
            throw Refusal.invalid("succession-province", at, "area", area.name());
        }
        return area;
    }
}
