package vn.cotmoc.web.areas;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.areas.AreaLevel;
import vn.cotmoc.core.areas.RecordProvinceSuccession;
import vn.cotmoc.core.areas.RecordSuccession;
import vn.cotmoc.core.areas.Succession;
import vn.cotmoc.core.areas.SuccessionKind;
import vn.cotmoc.web.wire.Reads;

/**
 * What became of areas, as sent.
 *
 * @param on the first day of the successors, on which the predecessors are no more
 * @param source the instrument's words
 */
@Serdeable
@Schema(name = "Succession")
record SuccessionJson(
        UUID id,

        @Schema(allowableValues = {"merged", "split", "renamed", "abolished"})
        String kind,

        LocalDate on,
        String source,
        List<PartJson> predecessors,
        List<PartJson> successors,
        Instant recordedAt,
        String recordedBy) {

    static SuccessionJson of(Succession succession) {
        return new SuccessionJson(
                succession.id(),
                succession.kind().code(),
                succession.on(),
                succession.source(),
                succession.predecessors().stream().map(PartJson::of).toList(),
                succession.successors().stream().map(PartJson::of).toList(),
                succession.recordedAt(),
                succession.recordedBy());
    }

    /** An area that takes part in it. */
    @Serdeable
    @Schema(name = "SuccessionPart")
    record PartJson(UUID id, String name) {

        static PartJson of(Succession.Part part) {
            return new PartJson(part.area(), part.name());
        }
    }

    /**
     * A succession as received.
     *
     * @param successors that were entered before, to begin on that day
     * @param added successors to be entered with it; one of them may carry on a predecessor's code
     */
    @Serdeable
    @Schema(name = "NewSuccession")
    record RecordJson(
            @Schema(allowableValues = {"merged", "split", "renamed", "abolished"})
            String kind,

            String on,
            String source,
            List<String> predecessors,
            @Nullable List<String> successors,
            @Nullable List<AddedJson> added) {

        RecordSuccession.Command toCommand() {
            return new RecordSuccession.Command(
                    Reads.word(SuccessionKind.class, kind, "/kind"),
                    Reads.day(on, "/on"),
                    Reads.text(source, "/source", 1000),
                    Reads.each(Reads.present(predecessors, "/predecessors"), "/predecessors", Reads::id),
                    Reads.each(successors, "/successors", Reads::id),
                    Reads.each(added, "/added", AddedJson::toAdded));
        }
    }

    /**
     * The province's own succession as received.
     *
     * @param on the first day of its new name and code
     * @param joined the other provinces of a merger; left out or empty of a new name
     */
    @Serdeable
    @Schema(name = "NewProvinceSuccession")
    record OfProvinceJson(
            String on,
            String source,
            String name,
            String code,
            @Nullable List<JoinedJson> joined) {

        RecordProvinceSuccession.Command toCommand() {
            return new RecordProvinceSuccession.Command(
                    Reads.day(on, "/on"),
                    Reads.text(source, "/source", 1000),
                    Reads.text(name, "/name", 200),
                    Reads.text(code, "/code", 10),
                    Reads.each(joined, "/joined", JoinedJson::toJoined));
        }
    }

    /** Another province that became this one. */
    @Serdeable
    @Schema(name = "JoinedProvince")
    record JoinedJson(String name, String code) {

        RecordProvinceSuccession.Joined toJoined(String at) {
            return new RecordProvinceSuccession.Joined(
                    Reads.text(name, at + "/name", 200), Reads.text(code, at + "/code", 10));
        }
    }

    /** A successor as received. {@code parent} left out means that of the first predecessor. */
    @Serdeable
    @Schema(name = "NewSuccessor")
    record AddedJson(
            String name,

            @Schema(allowableValues = {"province", "district", "commune", "ward", "special-zone"})
            String level,

            String code,
            @Nullable String parent) {

        RecordSuccession.Added toAdded(String at) {
            return new RecordSuccession.Added(
                    Reads.text(name, at + "/name", 200),
                    Reads.word(AreaLevel.class, level, at + "/level"),
                    Reads.text(code, at + "/code", 10),
                    Reads.idOrNull(parent, at + "/parent"));
        }
    }
}
