package vn.cotmoc.web.proxies;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.indicators.Indicator;
import vn.cotmoc.core.observations.Observation;
import vn.cotmoc.core.proxies.Proxy;

/**
 * Figures of another indicator, beside a target whose own are awaited. No score depends on them.
 *
 * @param indicator null where none is linked
 * @param figures what was believed on the day inside the target's period, newest first, at most twelve
 */
@Serdeable
@Schema(name = "TargetProxy")
record ProxyJson(@Nullable IndicatorJson indicator, List<FigureJson> figures) {

    static ProxyJson of(Optional<Proxy> proxy) {
        return new ProxyJson(
                proxy.map(Proxy::indicator).map(IndicatorJson::of).orElse(null),
                proxy.map(Proxy::figures).orElse(List.of()).stream()
                        .map(FigureJson::of)
                        .toList());
    }

    /** What is measured, in which unit, by which definition. */
    @Serdeable
    @Schema(name = "ProxyIndicator")
    record IndicatorJson(
            String code,
            String name,
            String nameEn,
            String unit,
            String unitEn,
            int decimals,

            @Schema(allowableValues = {"year", "quarter", "month"})
            String cadence,

            String definition,
            String source) {

        static IndicatorJson of(Indicator indicator) {
            return new IndicatorJson(
                    indicator.code(),
                    indicator.name(),
                    indicator.nameEn(),
                    indicator.unit(),
                    indicator.unitEn(),
                    indicator.decimals(),
                    indicator.cadence().code(),
                    indicator.definition(),
                    indicator.source());
        }
    }

    /** A figure as it was believed on the day. {@code amount} is an exact decimal in the proxy's unit. */
    @Serdeable
    @Schema(name = "ProxyFigure")
    record FigureJson(
            String period,

            @Schema(allowableValues = {"civil", "legal"}) String calendar,

            String amount,

            @Schema(allowableValues = {"outturn", "estimated", "preliminary", "official", "revised"})
            String status,

            LocalDate knownOn,
            String source) {

        static FigureJson of(Observation figure) {
            return new FigureJson(
                    figure.period().toString(),
                    figure.calendar().code(),
                    figure.amount().text(),
                    figure.status().code(),
                    figure.knownOn(),
                    figure.source());
        }
    }
}
