package vn.cotmoc.web.plans;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.instruments.Instrument;
import vn.cotmoc.core.plans.AdvancePlan;
import vn.cotmoc.core.plans.PlanStatus;
import vn.cotmoc.core.plans.PlanStep;
import vn.cotmoc.web.instruments.InstrumentJson;
import vn.cotmoc.web.wire.Reads;

/**
 * How a plan came to a status.
 *
 * @param step 1, 2, … of that plan
 */
@Serdeable
@Schema(name = "PlanStep")
record StepJson(
        int step,

        @Schema(allowableValues = {"draft", "adopted", "assigned", "amended", "closed"})
        String status,

        @Nullable InstrumentJson instrument,
        LocalDate decidedOn,
        @Nullable String reason,
        Instant recordedAt,
        String recordedBy) {

    static StepJson of(PlanStep step, Map<UUID, Instrument> instruments) {
        Instrument instrument = step.instrument() == null ? null : instruments.get(step.instrument());
        return new StepJson(
                step.number(),
                step.status().code(),
                instrument == null ? null : InstrumentJson.of(instrument),
                step.decidedOn(),
                step.reason(),
                step.recordedAt(),
                step.recordedBy());
    }

    /** The next step, as received. {@code instrument} may be left out for closed only. */
    @Serdeable
    @Schema(name = "NewPlanStep")
    record AdvanceJson(
            @Schema(allowableValues = {"draft", "adopted", "assigned", "amended", "closed"})
            String status,

            @Nullable String instrument,
            String decidedOn,
            @Nullable String reason) {

        AdvancePlan.Command toCommand(UUID plan, int expectedVersion) {
            return new AdvancePlan.Command(
                    plan,
                    expectedVersion,
                    Reads.word(PlanStatus.class, status, "/status"),
                    Reads.idOrNull(instrument, "/instrument"),
                    Reads.day(decidedOn, "/decidedOn"),
                    Reads.textOrNull(reason, "/reason", 1000));
        }
    }
}
