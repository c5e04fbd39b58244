package vn.cotmoc.web.submissions;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.submissions.DutyView;
import vn.cotmoc.tenants.identity.ProvinceReaders;
import vn.cotmoc.web.wire.Page;
import vn.cotmoc.web.wire.Reads;

/** Who owes which report, and who was late. */
@Controller("/api/v1/duties")
@Tag(name = "submissions")
final class DutyController {

    private static final int MOST_YEARS = 5;

    private final DutyView view;
    private final Clock clock;

    DutyController(DutyView view, Clock clock) {
        this.view = view;
        this.clock = clock;
    }

    @Get
    @Operation(
            operationId = "listDuties",
            summary =
                    "Reports that units owe for periods that end between two days; a year back to half a year ahead if left out")
    @ProvinceReaders
    Page<DutyJson> list(
            @QueryValue @Nullable String form,
            @QueryValue @Nullable String unit,
            @QueryValue @Nullable String from,
            @QueryValue @Nullable String to) {
        List<DutyJson> duties = view.duties(query(form, unit, from, to)).stream()
                .map(DutyJson::of)
                .toList();
        return new Page<>(duties, null);
    }

    @Get("/punctuality")
    @Operation(operationId = "listPunctuality", summary = "How units kept their deadlines, over the same reports")
    @ProvinceReaders
    Page<DutyJson.PunctualityJson> punctuality(
            @QueryValue @Nullable String form,
            @QueryValue @Nullable String unit,
            @QueryValue @Nullable String from,
            @QueryValue @Nullable String to) {
        List<DutyJson.PunctualityJson> units = view.punctuality(query(form, unit, from, to)).stream()
                .map(DutyJson.PunctualityJson::of)
                .toList();
        return new Page<>(units, null);
    }

    private DutyView.Query query(
            @Nullable String form, @Nullable String unit, @Nullable String from, @Nullable String to) {
        LocalDate today = LocalDate.now(clock);
        LocalDate first = Reads.dayOrNull(from, "from");
        LocalDate last = Reads.dayOrNull(to, "to");
        LocalDate begin = first == null ? (last == null ? today : last).minusYears(1) : first;
        LocalDate end = last == null ? begin.plusMonths(18) : last;
        if (end.isBefore(begin) || ChronoUnit.YEARS.between(begin, end) >= MOST_YEARS) {
            throw Refusal.invalid("days-range", "to", "from", begin, "to", end, "years", MOST_YEARS);
        }
        return new DutyView.Query(Reads.idOrNull(form, "form"), Reads.idOrNull(unit, "unit"), begin, end);
    }
}
