package vn.cotmoc.web.charges;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.charges.Charge;
import vn.cotmoc.core.charges.PutInCharge;
import vn.cotmoc.web.wire.Reads;

/**
 * Who answers for a target from some moment on.
 *
 * @param charge 1, 2, … of that target, which is also the ETag
 */
@Serdeable
@Schema(name = "Charge")
public record ChargeJson(
        int charge,
        InChargeJson owner,
        List<InChargeJson> coordinators,
        String reason,
        Instant recordedAt,
        String recordedBy) {

    public static ChargeJson of(Charge charge) {
        return new ChargeJson(
                charge.number(),
                InChargeJson.of(charge.owner()),
                charge.coordinators().stream().map(InChargeJson::of).toList(),
                charge.reason(),
                charge.recordedAt(),
                charge.recordedBy());
    }

    /** A unit by its name. */
    @Serdeable
    @Schema(name = "InCharge")
    record InChargeJson(UUID unit, String name) {

        static InChargeJson of(Charge.InCharge inCharge) {
            return new InChargeJson(inCharge.unit(), inCharge.name());
        }
    }

    /** Who shall answer, as received. */
    @Serdeable
    @Schema(name = "NewCharge")
    record PutJson(String owner, @Nullable List<String> coordinators, String reason) {

        PutInCharge.Command toCommand(UUID target, int expectedCharge) {
            return new PutInCharge.Command(
                    target,
                    expectedCharge,
                    Reads.id(owner, "/owner"),
                    Reads.each(coordinators, "/coordinators", Reads::id),
                    Reads.text(reason, "/reason", 1000));
        }
    }
}
