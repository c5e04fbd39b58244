package vn.cotmoc.web.rulesets;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.rulesets.OfferedRules;
import vn.cotmoc.core.rulesets.Origin;
import vn.cotmoc.core.rulesets.Release;
import vn.cotmoc.core.rulesets.ReleaseRules;
import vn.cotmoc.web.wire.Reads;

/**
 * A version of a rule set that holds from a day on for whoever follows the set.
 *
 * @param number 1, 2, … of that set; also the ETag
 * @param origin who released it: the nation or the province
 * @param whole whether its seal is; else what is stored is not what was released, and it scores nothing
 * @param sha256 of the version
 * @param draft what it was written as; null where an earlier version was released again, or another wrote it
 */
@Serdeable
@Schema(name = "RuleRelease")
public record ReleaseJson(
        UUID id,

        @Schema(allowableValues = {"house", "nation", "province"})
        String origin,

        boolean whole,
        String ruleSet,
        int number,
        String setVersion,
        String sha256,
        LocalDate validFrom,
        @Nullable UUID draft,
        String reason,
        Instant recordedAt,
        String recordedBy) {

    /** Of one that was made just now. */
    public static ReleaseJson of(Release release, Origin origin) {
        return of(new OfferedRules.Released(release, origin, true));
    }

    static ReleaseJson of(OfferedRules.Released released) {
        Release release = released.release();
        return new ReleaseJson(
                release.id(),
                released.origin().code(),
                released.whole(),
                release.ruleSet(),
                release.number(),
                release.setVersion(),
                release.sha256(),
                release.validFrom(),
                release.draft(),
                release.reason(),
                release.recordedAt(),
                release.recordedBy());
    }

    /** @param sha256 of one of the set's versions */
    @Serdeable
    @Schema(name = "RuleReleaseAgain")
    record AgainJson(String sha256, String validFrom, String reason) {

        ReleaseRules.Command toCommand(String ruleSet, int expectedNumber) {
            return new ReleaseRules.Command(
                    ruleSet,
                    expectedNumber,
                    Reads.text(sha256, "/sha256", 64),
                    Reads.day(validFrom, "/validFrom"),
                    Reads.text(reason, "/reason", 1000));
        }
    }
}
