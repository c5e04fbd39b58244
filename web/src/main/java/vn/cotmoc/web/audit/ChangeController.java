package vn.cotmoc.web.audit;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.audit.Change;
import vn.cotmoc.core.audit.ChangeView;
import vn.cotmoc.core.names.Name;
import vn.cotmoc.core.names.NameView;
import vn.cotmoc.tenants.identity.Role;
import vn.cotmoc.web.wire.Page;
import vn.cotmoc.web.wire.Reads;

/** Who changed what, newest first. */
@Controller("/api/v1/changes")
@Tag(name = "audit")
final class ChangeController {

    private final ChangeView view;
    private final NameView names;

    ChangeController(ChangeView view, NameView names) {
        this.view = view;
        this.names = names;
    }

    @Get
    @Operation(
            operationId = "listChanges",
            summary = "Who changed what, newest first; from and to are days of the change")
    @Secured({Role.PROVINCE_ADMIN, Role.APPROVER})
    Page<ChangeJson> list(
            @QueryValue @Nullable String subject,
            @QueryValue @Nullable String key,
            @QueryValue @Nullable String madeBy,
            @QueryValue @Nullable String from,
            @QueryValue @Nullable String to,
            @QueryValue @Nullable String text,
            @QueryValue @Nullable String after,
            @QueryValue @Nullable Integer limit) {
        int most = Page.limit(limit);
        List<Change> found = view.list(new ChangeView.Query(
                subject,
                key,
                madeBy,
                Reads.dayOrNull(from, "from"),
                Reads.dayOrNull(to, "to"),
                Reads.textOrNull(text, "text", 200),
                Reads.idOrNull(after, "after"),
                most + 1));
        Map<String, Name> named =
                names.of(found.stream().flatMap(ChangeJson::named).collect(Collectors.toSet()));
        return Page.of(found, most, change -> change.id().toString(), change -> ChangeJson.of(change, named));
    }
}
