package vn.cotmoc.web.targets;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.measure.Amount;
import vn.cotmoc.core.scoring.TargetLine;
import vn.cotmoc.core.targets.Aim;
import vn.cotmoc.core.targets.Target;

/**
 * A target with all that tells it from another of the same indicator, as it is aimed at now.
 *
 * @param indicator its code; names and unit beside it are its
 * @param subgroup empty for the whole
 * @param amount exact decimal in the indicator's unit, like {@code amountHigh}; null where the comparator has none
 */
@Serdeable
@Schema(name = "AimedTarget")
public record AimedJson(
        UUID id,
        String indicator,
        String name,
        String nameEn,

        @Schema(allowableValues = {"party", "council", "government", "committee"})
        String authority,

        String period,
        String area,
        String subgroup,

        @Schema(
                allowableValues = {
                    "at-least",
                    "more-than",
                    "at-most",
                    "less-than",
                    "near",
                    "about",
                    "range",
                    "k-of-n",
                    "all-of",
                    "none-left",
                    "increment",
                    "before-date",
                    "yes-no",
                    "rank-at-most"
                })
        String comparator,

        @Nullable String amount,
        @Nullable String amountHigh,
        @Nullable LocalDate date,
        String unit,
        String unitEn,
        String wording) {

    public static AimedJson of(TargetLine line) {
        Target target = line.target();
        Aim aim = line.revision().aim();
        return new AimedJson(
                target.id(),
                line.indicator().code(),
                line.indicator().name(),
                line.indicator().nameEn(),
                target.authority().code(),
                target.period().toString(),
                line.areaName(),
                target.subgroup(),
                aim.comparator().code(),
                text(aim.amount()),
                text(aim.amountHigh()),
                aim.due(),
                line.indicator().unit(),
                line.indicator().unitEn(),
                line.revision().wording());
    }

    private static @Nullable String text(@Nullable Amount amount) {
        return amount == null ? null : amount.text();
    }
}
