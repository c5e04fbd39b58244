package vn.cotmoc.web.forms;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.forms.Form;
import vn.cotmoc.core.forms.FormView;
import vn.cotmoc.core.forms.SetUpForm;
import vn.cotmoc.tenants.identity.ProvinceReaders;
import vn.cotmoc.tenants.identity.Role;
import vn.cotmoc.web.wire.CreateOnce;
import vn.cotmoc.web.wire.Page;
import vn.cotmoc.web.wire.Reads;
import vn.cotmoc.web.wire.Tags;

/** What is reported regularly, by whom and until when. */
@Controller("/api/v1/forms")
@Tag(name = "forms")
final class FormController {

    private final FormView view;
    private final SetUpForm setUpForm;
    private final CreateOnce createOnce;

    FormController(FormView view, SetUpForm setUpForm, CreateOnce createOnce) {
        this.view = view;
        this.setUpForm = setUpForm;
        this.createOnce = createOnce;
    }

    @Get
    @Operation(operationId = "listForms", summary = "The province's reporting forms, by code")
    @ProvinceReaders
    Page<FormJson> list() {
        List<FormJson> forms = view.all().stream().map(FormJson::of).toList();
        return new Page<>(forms, null);
    }

    @Post
    @Status(HttpStatus.CREATED)
    @Operation(operationId = "addForm", summary = "Sets up a form that units fill in regularly")
    @Secured(Role.PROVINCE_ADMIN)
    HttpResponse<FormJson> add(
            HttpRequest<?> request,
            @Header(CreateOnce.KEY) @Nullable String idempotencyKey,
            @Body FormJson.AddJson body) {
        return createOnce.create(request, idempotencyKey, body, FormJson.class, () -> {
            Form form = setUpForm.add(
                    Reads.text(body.code(), "/code", 40), body.toFrequency(), body.toCalendar(), body.toContent());
            return new CreateOnce.Made<>(
                    "/api/v1/forms/" + form.id(), form.newest().number(), FormJson.of(form));
        });
    }

    @Get("/{form}")
    @Operation(operationId = "getForm", summary = "One reporting form")
    @ProvinceReaders
    HttpResponse<FormJson> get(@PathVariable String form) {
        return answer(view.require(Reads.id(form, "form")));
    }

    @Put("/{form}")
    @Operation(
            operationId = "changeForm",
            summary = "Changes a form from a period on, or ends it; reports that were begun stay as they are")
    @Secured(Role.PROVINCE_ADMIN)
    HttpResponse<FormJson> change(
            @PathVariable String form, @Header("If-Match") @Nullable String ifMatch, @Body FormJson.ContentJson body) {
        return answer(setUpForm.change(Reads.id(form, "form"), Tags.expected(ifMatch), body.toContent()));
    }

    @Put("/{form}/deadlines/{period}")
    @Operation(
            operationId = "moveDeadline",
            summary =
                    "Moves the deadline of one period, with a reason; If-None-Match: * moves it first, If-Match again")
    @Secured(Role.PROVINCE_ADMIN)
    HttpResponse<FormJson> move(
            @PathVariable String form,
            @PathVariable String period,
            @Header("If-Match") @Nullable String ifMatch,
            @Header("If-None-Match") @Nullable String ifNoneMatch,
            @Body FormJson.MoveJson body) {
        return answer(setUpForm.move(
                Reads.id(form, "form"),
                Reads.period(period, "period"),
                body.toDeadline(Tags.expectedOrNone(ifMatch, ifNoneMatch))));
    }

    private static HttpResponse<FormJson> answer(Form form) {
        return HttpResponse.ok(FormJson.of(form))
                .header("ETag", Tags.of(form.newest().number()));
    }
}
