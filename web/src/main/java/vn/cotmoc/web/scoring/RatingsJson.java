package vn.cotmoc.web.scoring;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.scoring.Flag;
import vn.cotmoc.core.scoring.ScorecardView;
import vn.cotmoc.web.wire.Listing;

/**
 * What the newest run says of a plan's targets, short enough for all communes of a province at once.
 *
 * @param run null if the plan was never scored
 * @param next pass it as {@code after} for the next page; null on the last one
 */
@Serdeable
@Schema(name = "Ratings")
record RatingsJson(
        ScorecardJson.@Nullable LineJson run,
        List<RatedJson> items,
        @Nullable String next) implements Listing<RatingsJson.RatedJson> {

    static final int USUAL = 1_000;
    static final int MOST = 10_000;

    @Override
    public List<RatedJson> rows() {
        return items;
    }

    /**
     * What it says of one target.
     *
     * @param attainment actual against target, half-up to 1e-6; null where there is no ratio
     * @param flags their codes
     */
    @Serdeable
    @Schema(name = "TargetRating")
    record RatedJson(UUID target, String rating, @Nullable String attainment, List<String> flags) {

        static RatedJson of(ScorecardView.Rated rated) {
            return new RatedJson(
                    rated.target(),
                    rated.rating().code(),
                    rated.attainment() == null ? null : rated.attainment().toPlainString(),
                    rated.flags().stream().map(Flag::code).toList());
        }
    }

    /** @param newest with up to limit + 1 targets */
    static RatingsJson of(ScorecardView.Newest newest, int limit) {
        List<ScorecardView.Rated> found = newest.targets();
        List<ScorecardView.Rated> shown = found.size() > limit ? found.subList(0, limit) : found;
        return new RatingsJson(
                newest.run() == null ? null : ScorecardJson.LineJson.of(newest.run()),
                shown.stream().map(RatedJson::of).toList(),
                found.size() > limit ? shown.getLast().target().toString() : null);
    }
}
