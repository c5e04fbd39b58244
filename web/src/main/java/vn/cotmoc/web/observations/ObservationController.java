package vn.cotmoc.web.observations;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.observations.Observation;
import vn.cotmoc.core.observations.ObservationView;
import vn.cotmoc.core.observations.RecordObservation;
import vn.cotmoc.core.observations.RemarkView;
import vn.cotmoc.core.observations.WithdrawObservation;
import vn.cotmoc.tenants.identity.ProvinceReaders;
import vn.cotmoc.tenants.identity.Role;
import vn.cotmoc.web.wire.CreateOnce;
import vn.cotmoc.web.wire.Page;
import vn.cotmoc.web.wire.Reads;

/** The province's figures, every vintage of them. */
@Controller("/api/v1/observations")
@Tag(name = "observations")
final class ObservationController {

    private final ObservationView view;
    private final RemarkView remarks;
    private final RecordObservation recordObservation;
    private final WithdrawObservation withdrawObservation;
    private final CreateOnce createOnce;

    ObservationController(
            ObservationView view,
            RemarkView remarks,
            RecordObservation recordObservation,
            WithdrawObservation withdrawObservation,
            CreateOnce createOnce) {
        this.view = view;
        this.remarks = remarks;
        this.recordObservation = recordObservation;
        this.withdrawObservation = withdrawObservation;
        this.createOnce = createOnce;
    }

    @Get
    @Operation(operationId = "listObservations", summary = "Vintages of figures, in the order they were recorded")
    @ProvinceReaders
    Page<ObservationJson> list(
            @QueryValue @Nullable String indicator,
            @QueryValue @Nullable String area,
            @QueryValue @Nullable String period,
            @QueryValue @Nullable String asOf,
            @QueryValue @Nullable String after,
            @QueryValue @Nullable Integer limit) {
        int most = Page.limit(limit);
        List<Observation> found = view.list(new ObservationView.Query(
                indicator,
                Reads.idOrNull(area, "area"),
                Reads.periodOrNull(period, "period"),
                Reads.dayOrNull(asOf, "asOf"),
                Reads.idOrNull(after, "after"),
                most + 1));
        return Page.of(withRemarks(found), most, observation -> observation.id().toString(), Function.identity());
    }

    private List<ObservationJson> withRemarks(List<Observation> found) {
        Map<UUID, RemarkView.Remarks> beside =
                remarks.of(found.stream().map(Observation::id).toList());
        return found.stream()
                .map(observation ->
                        ObservationJson.of(observation, Objects.requireNonNull(beside.get(observation.id()))))
                .toList();
    }

    @Post
    @Status(HttpStatus.CREATED)
    @Operation(operationId = "recordObservation", summary = "Adds a vintage of a figure; older ones stay")
    @Secured(Role.OFFICER)
    HttpResponse<ObservationJson> record(
            HttpRequest<?> request,
            @Header(CreateOnce.KEY) @Nullable String idempotencyKey,
            @Body ObservationJson.RecordJson body) {
        return createOnce.create(request, idempotencyKey, body, ObservationJson.class, () -> {
            Observation recorded = recordObservation.record(body.toCommand());
            return new CreateOnce.Made<>(
                    null, null, withRemarks(List.of(recorded)).getFirst());
        });
    }

    @Post("/{observation}/withdrawal")
    @Status(HttpStatus.CREATED)
    @Operation(
            operationId = "withdrawObservation",
            summary = "Takes back a figure recorded by mistake: its own recorder's, or anybody's by an approver")
    @Secured({Role.OFFICER, Role.APPROVER})
    HttpResponse<ObservationJson.WithdrawalJson> withdraw(
            HttpRequest<?> request,
            @Parameter(hidden = true) Authentication authentication,
            @PathVariable String observation,
            @Header(CreateOnce.KEY) @Nullable String idempotencyKey,
            @Body ObservationJson.WithdrawJson body) {
        WithdrawObservation.Command command = body.toCommand(
                Reads.id(observation, "observation"), authentication.getRoles().contains(Role.APPROVER));
        return createOnce.create(
                request,
                idempotencyKey,
                body,
                ObservationJson.WithdrawalJson.class,
                () -> new CreateOnce.Made<>(
                        null, null, ObservationJson.WithdrawalJson.of(withdrawObservation.withdraw(command))));
    }
}
