package vn.cotmoc.web.observations;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.observations.CourseView;
import vn.cotmoc.core.observations.FigureView;
import vn.cotmoc.tenants.identity.ProvinceReaders;
import vn.cotmoc.web.wire.Reads;

/** The figure that counts on a day, and what it is made of. */
@Controller("/api/v1/figures")
@Tag(name = "observations")
final class FigureController {

    private final FigureView view;
    private final CourseView courses;
    private final Clock clock;

    FigureController(FigureView view, CourseView courses, Clock clock) {
        this.view = view;
        this.courses = courses;
        this.clock = clock;
    }

    @Get
    @Operation(
            operationId = "getFigure",
            summary =
                    "An indicator's figure for a period as known on a day (today if left out), reported or calculated")
    @ProvinceReaders
    FigureJson get(
            @QueryValue String indicator,
            @QueryValue String period,
            @QueryValue @Nullable String area,
            @QueryValue @Nullable String calendar,
            @QueryValue @Nullable String asOf) {
        return FigureJson.of(view.figure(query(indicator, period, area, calendar, asOf)));
    }

    @Get("/areas")
    @Operation(
            operationId = "getFiguresOfAreas",
            summary =
                    "The figures of the places inside an area, what they make together, and the one reported for the whole")
    @ProvinceReaders
    FigureJson.TogetherJson ofAreas(
            @QueryValue String indicator,
            @QueryValue String period,
            @QueryValue @Nullable String area,
            @QueryValue @Nullable String calendar,
            @QueryValue @Nullable String asOf) {
        return FigureJson.TogetherJson.of(view.together(query(indicator, period, area, calendar, asOf)));
    }

    @Get("/course")
    @Operation(
            operationId = "getFigureCourse",
            summary =
                    "Each month and quarter of a year by itself and to date, as entered or derived by exact sums and differences")
    @ProvinceReaders
    CourseJson course(
            @QueryValue String indicator,
            @QueryValue String period,
            @QueryValue @Nullable String area,
            @QueryValue @Nullable String subgroup,
            @QueryValue @Nullable String calendar,
            @QueryValue @Nullable String asOf) {
        FigureView.Query query = query(indicator, period, area, calendar, asOf);
        String part = Reads.textOrNull(subgroup, "subgroup", 200);
        return CourseJson.of(courses.course(new CourseView.Query(
                query.indicator(),
                query.area(),
                part == null ? "" : part,
                query.period(),
                query.calendar(),
                query.asOf())));
    }

    private FigureView.Query query(
            String indicator, String period, @Nullable String area, @Nullable String calendar, @Nullable String asOf) {
        LocalDate day = Reads.dayOrNull(asOf, "asOf");
        return new FigureView.Query(
                Reads.text(indicator, "indicator", 60),
                Reads.idOrNull(area, "area"),
                Reads.period(period, "period"),
                Reads.calendar(calendar, "calendar"),
                day == null ? LocalDate.now(clock) : day);
    }
}
