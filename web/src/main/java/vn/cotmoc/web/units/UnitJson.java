package vn.cotmoc.web.units;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.units.AddUnit;
import vn.cotmoc.core.units.AssignIndicator;
import vn.cotmoc.core.units.Assignment;
import vn.cotmoc.core.units.ChangeUnit;
import vn.cotmoc.core.units.Member;
import vn.cotmoc.core.units.Unit;
import vn.cotmoc.core.units.UnitKind;
import vn.cotmoc.web.wire.Reads;

/**
 * A department or committee as sent.
 *
 * @param area of a commune's committee, else null
 * @param validTo the first day on which it is no more
 * @param version also the ETag
 */
@Serdeable
@Schema(name = "Unit")
record UnitJson(
        UUID id,
        String code,
        String name,
        String nameEn,

        @Schema(allowableValues = {"department", "commune-committee", "compiler"})
        String kind,

        @Nullable UUID area,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        int version) {

    static UnitJson of(Unit unit) {
        return new UnitJson(
                unit.id(),
                unit.code(),
                unit.name(),
                unit.nameEn(),
                unit.kind().code(),
                unit.area(),
                unit.validFrom(),
                unit.validTo(),
                unit.version());
    }

    /** A unit with who is in it and what it reports. */
    @Serdeable
    @Schema(name = "UnitDetails")
    record DetailsJson(UnitJson unit, List<MemberJson> members, List<AssignmentJson> assignments) {

        static DetailsJson of(Unit unit, List<Member> members, List<Assignment> assignments) {
            return new DetailsJson(
                    UnitJson.of(unit),
                    members.stream().map(MemberJson::of).toList(),
                    assignments.stream().map(AssignmentJson::of).toList());
        }
    }

    /** Somebody who belongs to the unit now, and who entered them when. */
    @Serdeable
    @Schema(name = "UnitMember")
    record MemberJson(String username, Instant recordedAt, String recordedBy) {

        static MemberJson of(Member member) {
            return new MemberJson(member.username(), member.since(), member.by());
        }
    }

    /**
     * What the unit reports now, and who assigned it when.
     *
     * @param area null for every area of the province
     */
    @Serdeable
    @Schema(name = "UnitAssignment")
    record AssignmentJson(
            UUID id, String indicator, @Nullable UUID area, Instant recordedAt, String recordedBy) {

        static AssignmentJson of(Assignment assignment) {
            return new AssignmentJson(
                    assignment.id(), assignment.indicator(), assignment.area(), assignment.since(), assignment.by());
        }
    }

    /** A unit as received. */
    @Serdeable
    @Schema(name = "NewUnit")
    record AddJson(
            String code,
            String name,
            String nameEn,

            @Schema(allowableValues = {"department", "commune-committee", "compiler"})
            String kind,

            @Nullable String area,
            String validFrom) {

        AddUnit.Command toCommand() {
            return new AddUnit.Command(
                    Reads.text(code, "/code", 30),
                    Reads.text(name, "/name", 200),
                    Reads.text(nameEn, "/nameEn", 200),
                    Reads.word(UnitKind.class, kind, "/kind"),
                    Reads.idOrNull(area, "/area"),
                    Reads.day(validFrom, "/validFrom"));
        }
    }

    /** A unit's names and end as received. {@code validTo} left out means that it goes on. */
    @Serdeable
    @Schema(name = "UnitChange")
    record ChangeJson(String name, String nameEn, @Nullable String validTo) {

        ChangeUnit.Command toCommand(UUID unit, int expectedVersion) {
            return new ChangeUnit.Command(
                    unit,
                    expectedVersion,
                    Reads.text(name, "/name", 200),
                    Reads.text(nameEn, "/nameEn", 200),
                    Reads.dayOrNull(validTo, "/validTo"));
        }
    }

    /** What a unit shall report, as received. {@code area} left out means every area. */
    @Serdeable
    @Schema(name = "NewUnitAssignment")
    record AssignJson(String indicator, @Nullable String area) {

        AssignIndicator.Command toCommand(UUID unit) {
            return new AssignIndicator.Command(
                    unit, Reads.text(indicator, "/indicator", 60), Reads.idOrNull(area, "/area"));
        }
    }
}
