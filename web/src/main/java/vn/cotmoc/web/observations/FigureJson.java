package vn.cotmoc.web.observations;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
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
        List<OperandJson> operands) {

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
                        .toList());
    }

    private static @Nullable ObservationJson json(Optional<Observation> observation) {
        return observation.map(ObservationJson::of).orElse(null);
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

            @Schema(allowableValues = {"sum", "count", "ratio", "none"})
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
                    together.parts().stream()
                            .map(part -> new PlaceJson(part.area(), part.name(), json(part.figure())))
                            .toList(),
                    together.total().map(Amount::text).orElse(null),
                    json(together.own()));
        }
    }

    /** A place inside the area; without a figure its observation is null. */
    @Serdeable
    @Schema(name = "FigureOfArea")
    record PlaceJson(UUID area, String name, @Nullable ObservationJson observation) {}
}
