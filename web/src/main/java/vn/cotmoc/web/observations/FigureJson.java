package vn.cotmoc.web.observations;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.indicators.Formula;
import vn.cotmoc.core.measure.Amount;
import vn.cotmoc.core.observations.FigureView;
import vn.cotmoc.core.observations.Observation;
import vn.cotmoc.web.wire.Listing;

/**
 * @param observation null while figures are missing; if it is calculated, its source is the formula
 * @param formula by which it is calculated; null where it is reported, or can only be
 * @param circular whether the formula comes back to the indicator itself, so that nothing can be calculated until it is changed
 * @param operands what the formula was made of, by code
 * @param before of a period that was over before the place came to be: what was there then; else null
 */
@Serdeable
@Schema(name = "Figure")
record FigureJson(
        String indicator,
        UUID area,
        String period,
        @Nullable ObservationJson observation,
        @Nullable String formula,
        boolean circular,
        List<OperandJson> operands,
        @Nullable BeforeJson before) {

    static FigureJson of(FigureView.Figure figure) {
        return new FigureJson(
                figure.indicator().code(),
                figure.area(),
                figure.period().toString(),
                json(figure.value()),
                figure.formula().map(Formula::toString).orElse(null),
                figure.circular(),
                figure.operands().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(operand -> new OperandJson(operand.getKey(), json(operand.getValue())))
                        .toList(),
                figure.before().map(BeforeJson::of).orElse(null));
    }

    private static @Nullable ObservationJson json(Optional<Observation> observation) {
        return observation.map(ObservationJson::of).orElse(null);
    }

    /**
     * @param since the place's first day
     * @param comparable false if the indicator starts anew with the place
     * @param places what became the place by a merger or under a new name; none of a split
     * @param total what they make together; null while one is missing or if the indicator does not say how
     */
    @Serdeable
    @Schema(name = "FigureBefore")
    record BeforeJson(
            LocalDate since,
            boolean comparable,
            List<PlaceJson> places,
            @Nullable String total) {

        static BeforeJson of(FigureView.Before before) {
            return new BeforeJson(
                    before.since(),
                    before.comparable(),
                    before.parts().stream().map(PlaceJson::of).toList(),
                    before.total().map(Amount::text).orElse(null));
        }
    }

    /** Without a figure its observation is null. */
    @Serdeable
    @Schema(name = "FigureOperand")
    record OperandJson(String indicator, @Nullable ObservationJson observation) {}

    /**
     * @param total what the places make together; null while one is missing or if the indicator does not say how
     * @param own the whole's own figure, reported or calculated
     */
    @Serdeable
    @Schema(name = "FiguresOfAreas")
    record TogetherJson(
            String indicator,
            UUID area,
            String period,

            @Schema(allowableValues = {"sum", "count", "ratio", "max", "none", "restart"})
            String areaAggregation,

            List<PlaceJson> places,
            @Nullable String total,
            @Nullable ObservationJson own)
            implements Listing<PlaceJson> {

        @Override
        public List<PlaceJson> rows() {
            return places;
        }

        static TogetherJson of(FigureView.Together together) {
            return new TogetherJson(
                    together.indicator().code(),
                    together.area(),
                    together.period().toString(),
                    together.indicator().summation().overAreas().code(),
                    together.parts().stream().map(PlaceJson::of).toList(),
                    together.total().map(Amount::text).orElse(null),
                    json(together.own()));
        }
    }

    /** A place inside the area, or before it; without a figure its observation is null. */
    @Serdeable
    @Schema(name = "FigureOfArea")
    record PlaceJson(UUID area, String name, @Nullable ObservationJson observation) {

        static PlaceJson of(FigureView.Part part) {
            return new PlaceJson(part.area(), part.name(), json(part.figure()));
        }
    }
}
