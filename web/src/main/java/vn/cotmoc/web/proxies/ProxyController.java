package vn.cotmoc.web.proxies;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.proxies.ProxyView;
import vn.cotmoc.tenants.identity.ProvinceReaders;
import vn.cotmoc.web.wire.Reads;

/** What hints at a target while its own figures are awaited. */
@Controller("/api/v1/targets/{target}/proxy")
@Tag(name = "proxies")
final class ProxyController {

    private final ProxyView view;
    private final Clock clock;

    ProxyController(ProxyView view, Clock clock) {
        this.view = view;
        this.clock = clock;
    }

    @Get
    @Operation(
            operationId = "getProxy",
            summary =
                    "The proxy of a target's indicator with its newest figures of the target's period, as of a day (today if left out); never scored")
    @ProvinceReaders
    ProxyJson get(@PathVariable String target, @QueryValue @Nullable String asOf) {
        LocalDate day = Reads.dayOrNull(asOf, "asOf");
        return ProxyJson.of(view.of(Reads.id(target, "target"), day == null ? LocalDate.now(clock) : day));
    }
}
