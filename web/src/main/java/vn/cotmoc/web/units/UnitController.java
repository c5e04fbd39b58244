package vn.cotmoc.web.units;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.units.AddUnit;
import vn.cotmoc.core.units.AssignIndicator;
import vn.cotmoc.core.units.ChangeUnit;
import vn.cotmoc.core.units.MoveMember;
import vn.cotmoc.core.units.Unit;
import vn.cotmoc.core.units.UnitView;
import vn.cotmoc.tenants.identity.ProvinceReaders;
import vn.cotmoc.tenants.identity.Role;
import vn.cotmoc.web.wire.CreateOnce;
import vn.cotmoc.web.wire.Page;
import vn.cotmoc.web.wire.Reads;
import vn.cotmoc.web.wire.Tags;

/** The province's departments and committees, who is in them and what they report. */
@Controller("/api/v1/units")
@Tag(name = "units")
final class UnitController {

    private final UnitView view;
    private final AddUnit addUnit;
    private final ChangeUnit changeUnit;
    private final MoveMember moveMember;
    private final AssignIndicator assignIndicator;
    private final CreateOnce createOnce;

    UnitController(
            UnitView view,
            AddUnit addUnit,
            ChangeUnit changeUnit,
            MoveMember moveMember,
            AssignIndicator assignIndicator,
            CreateOnce createOnce) {
        this.view = view;
        this.addUnit = addUnit;
        this.changeUnit = changeUnit;
        this.moveMember = moveMember;
        this.assignIndicator = assignIndicator;
        this.createOnce = createOnce;
    }

    @Get
    @Operation(operationId = "listUnits", summary = "The province's units, in the order they were entered")
    @ProvinceReaders
    Page<UnitJson> list(@QueryValue @Nullable String after, @QueryValue @Nullable Integer limit) {
        int most = Page.limit(limit);
        List<Unit> found = view.list(Reads.idOrNull(after, "after"), most + 1);
        return Page.of(found, most, unit -> unit.id().toString(), UnitJson::of);
    }

    @Post
    @Status(HttpStatus.CREATED)
    @Operation(operationId = "addUnit", summary = "Enters a department, a commune's committee or the compiling unit")
    @Secured(Role.PROVINCE_ADMIN)
    HttpResponse<UnitJson> add(
            HttpRequest<?> request,
            @Header(CreateOnce.KEY) @Nullable String idempotencyKey,
            @Body UnitJson.AddJson body) {
        return createOnce.create(request, idempotencyKey, body, UnitJson.class, () -> {
            Unit unit = addUnit.add(body.toCommand());
            return new CreateOnce.Made<>("/api/v1/units/" + unit.id(), unit.version(), UnitJson.of(unit));
        });
    }

    @Get("/{unit}")
    @Operation(operationId = "getUnit", summary = "One unit with its members and what it reports")
    @ProvinceReaders
    HttpResponse<UnitJson.DetailsJson> get(@PathVariable String unit) {
        Unit found = view.require(Reads.id(unit, "unit"));
        return HttpResponse.ok(UnitJson.DetailsJson.of(found, view.members(found.id()), view.assignments(found.id())))
                .header("ETag", Tags.of(found.version()));
    }

    @Put("/{unit}")
    @Operation(operationId = "changeUnit", summary = "Renames a unit, or closes it from a day on")
    @Secured(Role.PROVINCE_ADMIN)
    HttpResponse<UnitJson> change(
            @PathVariable String unit, @Header("If-Match") @Nullable String ifMatch, @Body UnitJson.ChangeJson body) {
        Unit changed = changeUnit.change(body.toCommand(Reads.id(unit, "unit"), Tags.expected(ifMatch)));
        return HttpResponse.ok(UnitJson.of(changed)).header("ETag", Tags.of(changed.version()));
    }

    @Put("/{unit}/members/{username}")
    @Operation(
            operationId = "enterMember",
            summary = "Puts somebody into the unit, out of the one they were in; harmless for who is there already")
    @Secured(Role.PROVINCE_ADMIN)
    UnitJson.MemberJson enter(@PathVariable String unit, @PathVariable String username) {
        return UnitJson.MemberJson.of(moveMember.into(Reads.id(unit, "unit"), Reads.text(username, "username", 100)));
    }

    @Delete("/{unit}/members/{username}")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(operationId = "removeMember", summary = "Takes somebody out of the unit; the history stays")
    @Secured(Role.PROVINCE_ADMIN)
    void remove(@PathVariable String unit, @PathVariable String username) {
        moveMember.outOf(Reads.id(unit, "unit"), Reads.text(username, "username", 100));
    }

    @Post("/{unit}/assignments")
    @Status(HttpStatus.CREATED)
    @Operation(operationId = "assignIndicator", summary = "Assigns an indicator to the unit, which may then report it")
    @Secured(Role.PROVINCE_ADMIN)
    HttpResponse<UnitJson.AssignmentJson> assign(
            HttpRequest<?> request,
            @PathVariable String unit,
            @Header(CreateOnce.KEY) @Nullable String idempotencyKey,
            @Body UnitJson.AssignJson body) {
        UUID id = Reads.id(unit, "unit");
        return createOnce.create(
                request,
                idempotencyKey,
                body,
                UnitJson.AssignmentJson.class,
                () -> new CreateOnce.Made<>(
                        null, null, UnitJson.AssignmentJson.of(assignIndicator.assign(body.toCommand(id)))));
    }

    @Delete("/{unit}/assignments/{assignment}")
    @Status(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "withdrawAssignment",
            summary = "Withdraws what was assigned; figures reported before stay")
    @Secured(Role.PROVINCE_ADMIN)
    void withdraw(@PathVariable String unit, @PathVariable String assignment) {
        assignIndicator.withdraw(Reads.id(unit, "unit"), Reads.id(assignment, "assignment"));
    }
}
