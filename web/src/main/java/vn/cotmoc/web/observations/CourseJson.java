package vn.cotmoc.web.observations;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.observations.CourseView;
import vn.cotmoc.core.observations.Derivation;
import vn.cotmoc.web.wire.Listing;

/** @param adds whether months add up; if not, nothing is derived */
@Serdeable
@Schema(name = "FigureCourse")
record CourseJson(String indicator, UUID area, String period, String calendar, boolean adds, List<LineJson> lines)
        implements Listing<CourseJson.LineJson> {

    @Override
    public List<LineJson> rows() {
        return lines;
    }

    static CourseJson of(CourseView.Course course) {
        return new CourseJson(
                course.indicator().code(),
                course.area(),
                course.year().toString(),
                course.calendar().code(),
                course.adds(),
                course.lines().stream().map(LineJson::of).toList());
    }

    /**
     * A month or quarter.
     *
     * @param discrete its own figure; null where none was entered or follows
     * @param toDate that of the year through its last month
     */
    @Serdeable
    @Schema(name = "FigureCourseLine")
    record LineJson(
            String period,
            @Nullable DerivedJson discrete,
            String through,
            @Nullable DerivedJson toDate) {

        static LineJson of(CourseView.Line line) {
            return new LineJson(
                    line.period().toString(),
                    DerivedJson.of(line.discrete()),
                    line.through().toString(),
                    DerivedJson.of(line.toDate()));
        }
    }

    /** @param derived false if it was entered as it is */
    @Serdeable
    @Schema(name = "DerivedFigure")
    record DerivedJson(String amount, boolean derived, List<StepJson> parts) {

        static @Nullable DerivedJson of(Optional<Derivation.Derived> figure) {
            return figure.map(found -> new DerivedJson(
                            found.amount().text(),
                            !found.isEntered(),
                            found.steps().stream().map(StepJson::of).toList()))
                    .orElse(null);
        }
    }

    /** @param added false if it was taken away */
    @Serdeable
    @Schema(name = "DerivedFigurePart")
    record StepJson(UUID observation, String period, String amount, String status, boolean added) {

        static StepJson of(Derivation.Step step) {
            return new StepJson(
                    step.figure().id(),
                    step.figure().period().toString(),
                    step.figure().amount().text(),
                    step.figure().status().code(),
                    step.added());
        }
    }
}
