package vn.cotmoc.web.thresholds;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.targets.CeilingIndex;
import vn.cotmoc.core.targets.RangeMet;
import vn.cotmoc.core.thresholds.CutPoints;
import vn.cotmoc.core.thresholds.InForce;
import vn.cotmoc.core.thresholds.Scope;
import vn.cotmoc.core.thresholds.SetThreshold;
import vn.cotmoc.core.thresholds.Threshold;
import vn.cotmoc.core.thresholds.Thresholds;
import vn.cotmoc.web.wire.Listing;
import vn.cotmoc.web.wire.Reads;

/**
 * Cut points as sent; shares and probabilities as exact decimals, 1 is 100 %.
 *
 * @param level whose they are; each outranks those above it: nation, province, indicator, area
 * @param indicator null for the nation's and the province's default
 * @param area null unless they are the indicator's in that place only
 * @param version also the ETag
 * @param withdrawn whether from that day on there is none of its own, so that the level above holds; what was withdrawn is then shown
 * @param staleFrom periods of the indicator's cadence without a figure
 * @param rangeMet where a range is met: between its ends and beyond the better one, or between them only
 * @param ceilingIndex how much is attained of what should not be passed: 2 − A/T, or T/A
 */
@Serdeable
@Schema(name = "Threshold")
record ThresholdJson(
        UUID id,

        @Schema(allowableValues = {"nation", "province", "indicator", "area"})
        String level,

        @Nullable String indicator,
        @Nullable UUID area,
        int version,
        String exceededFrom,
        String nearlyFrom,
        String onTrackFrom,
        String behindFrom,
        String tolerance,
        String likelyFrom,
        String openFrom,
        int staleFrom,

        @Schema(allowableValues = {"or-better", "inside"}) String rangeMet,

        @Schema(allowableValues = {"two-minus", "inverse"}) String ceilingIndex,

        boolean withdrawn,
        LocalDate validFrom,
        String reason,
        Instant recordedAt,
        String recordedBy) {

    static ThresholdJson of(Threshold threshold) {
        CutPoints cut = threshold.cutPoints();
        return new ThresholdJson(
                threshold.id(),
                level(threshold.scope()),
                threshold.scope().indicator(),
                threshold.scope().area(),
                threshold.version(),
                plain(cut.exceededFrom()),
                plain(cut.nearlyFrom()),
                plain(cut.onTrackFrom()),
                plain(cut.behindFrom()),
                plain(cut.tolerance()),
                plain(cut.likelyFrom()),
                plain(cut.openFrom()),
                cut.staleFrom(),
                cut.rangeMet().code(),
                cut.ceilingIndex().code(),
                threshold.withdrawn(),
                threshold.validFrom(),
                threshold.reason(),
                threshold.recordedAt(),
                threshold.recordedBy());
    }

    static List<ThresholdJson> of(List<Threshold> thresholds) {
        return thresholds.stream().map(ThresholdJson::of).toList();
    }

    private static String level(Scope scope) {
        return switch (scope) {
            case Scope.Nation _ -> "nation";
            case Scope.Province _ -> "province";
            case Scope.Indicator _ -> "indicator";
            case Scope.Place _ -> "area";
        };
    }

    private static String plain(BigDecimal value) {
        return value.toPlainString();
    }

    /**
     * What holds on a day, what is coming, and how it came about.
     *
     * @param nation the nation's default; null before its first
     * @param province the province's default; null where it has none of its own, and the nation's holds
     * @param indicators indicators' own that hold, by code; any other indicator is rated by the default
     * @param areas indicators' own that hold in single places; anywhere else the indicator's own or the default does
     * @param coming what will hold from a later day on, by that day
     * @param versions all there ever were, also what was replaced; of each the newest first, whose version is the ETag
     */
    @Serdeable
    @Schema(name = "Thresholds")
    record AllJson(
            LocalDate asOf,
            @Nullable ThresholdJson nation,
            @Nullable ThresholdJson province,
            List<ThresholdJson> indicators,
            List<ThresholdJson> areas,
            List<ThresholdJson> coming,
            List<ThresholdJson> versions)
            implements Listing<ThresholdJson> {

        static AllJson of(Thresholds all, LocalDate day) {
            InForce inForce = all.on(day);
            return new AllJson(
                    day,
                    inForce.of(Scope.NATION).map(ThresholdJson::of).orElse(null),
                    inForce.of(Scope.PROVINCE).map(ThresholdJson::of).orElse(null),
                    ThresholdJson.of(inForce.ofIndicators()),
                    ThresholdJson.of(inForce.ofAreas()),
                    ThresholdJson.of(all.after(day)),
                    ThresholdJson.of(all.history()));
        }

        /** What holds. */
        @Override
        public List<ThresholdJson> rows() {
            return Stream.of(
                            Stream.ofNullable(nation), Stream.ofNullable(province), indicators.stream(), areas.stream())
                    .flatMap(Function.identity())
                    .toList();
        }
    }

    /**
     * A change as received: all of it, so that nothing is set back unseen.
     *
     * @param withdrawn true to have none of its own from that day on; the cut points are then those that its author saw. Left out,
     *     false
     */
    @Serdeable
    @Schema(name = "NewThreshold")
    record SetJson(
            String exceededFrom,
            String nearlyFrom,
            String onTrackFrom,
            String behindFrom,
            String tolerance,
            String likelyFrom,
            String openFrom,
            Integer staleFrom,

            @Schema(allowableValues = {"or-better", "inside"})
            String rangeMet,

            @Schema(allowableValues = {"two-minus", "inverse"})
            String ceilingIndex,

            @Nullable Boolean withdrawn,
            String validFrom,
            String reason) {

        SetThreshold.Command toCommand(Scope scope, int expectedVersion) {
            return new SetThreshold.Command(
                    scope,
                    expectedVersion,
                    new CutPoints(
                            Reads.decimal(exceededFrom, "/exceededFrom"),
                            Reads.decimal(nearlyFrom, "/nearlyFrom"),
                            Reads.decimal(onTrackFrom, "/onTrackFrom"),
                            Reads.decimal(behindFrom, "/behindFrom"),
                            Reads.decimal(tolerance, "/tolerance"),
                            Reads.decimal(likelyFrom, "/likelyFrom"),
                            Reads.decimal(openFrom, "/openFrom"),
                            Reads.present(staleFrom, "/staleFrom"),
                            Reads.word(RangeMet.class, rangeMet, "/rangeMet"),
                            Reads.word(CeilingIndex.class, ceilingIndex, "/ceilingIndex")),
                    Boolean.TRUE.equals(withdrawn),
                    Reads.day(validFrom, "/validFrom"),
                    Reads.text(reason, "/reason", 1000));
        }
    }
}
