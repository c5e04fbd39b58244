package vn.cotmoc.web.checks;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.checks.Warning;
import vn.cotmoc.web.wire.Listing;

/**
 * One check that a figure failed; amounts as exact decimals in the indicator's unit.
 *
 * @param figure what was entered; of the two about parts, the figure of the whole
 * @param against the bound, the other figure, or what the parts make together
 * @param period of the other figure, or of the whole; null for a bound
 * @param allowed the share that was exceeded, 1 is 100 %; null where none is allowed
 */
@Serdeable
@Schema(name = "FigureWarning")
public record WarningJson(
        String fault,

        @Schema(allowableValues = {"warn", "block"}) String reaction,

        String figure,
        String against,
        @Nullable String period,
        @Nullable String allowed) {

    public static WarningJson of(Warning warning) {
        return new WarningJson(
                warning.fault().code(),
                warning.reaction().code(),
                warning.figure().text(),
                warning.against().text(),
                warning.period() == null ? null : warning.period().toString(),
                warning.allowed() == null ? null : warning.allowed().toPlainString());
    }

    /** All that a figure failed; it would be refused if one of them blocks. */
    @Serdeable
    @Schema(name = "FigureWarnings")
    record AllJson(List<WarningJson> warnings) implements Listing<WarningJson> {

        @Override
        public List<WarningJson> rows() {
            return warnings;
        }
    }
}
