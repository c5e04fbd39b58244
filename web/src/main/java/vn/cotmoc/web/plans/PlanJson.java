package vn.cotmoc.web.plans;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.plans.CorrectTitle;
import vn.cotmoc.core.plans.DrawUpPlan;
import vn.cotmoc.core.plans.Plan;
import vn.cotmoc.core.plans.PlanStatus;
import vn.cotmoc.core.plans.PlanView;
import vn.cotmoc.web.wire.Reads;

/**
 * A plan as sent.
 *
 * @param kind annual or term
 * @param period {@code 2023} or {@code 2021/2025}
 * @param next the statuses that it can come to from here
 * @param targets how many it has
 */
@Serdeable
@Schema(name = "Plan")
public record PlanJson(
        UUID id,
        @Schema(allowableValues = {"annual", "term"}) String kind,
        String period,
        String title,

        @Schema(allowableValues = {"draft", "adopted", "assigned", "amended", "closed"})
        String status,

        List<String> next,
        int version,
        int targets) {

    static PlanJson of(PlanView.Line line) {
        return new PlanJson(
                line.id(),
                line.period().isTerm() ? "term" : "annual",
                line.period().toString(),
                line.title(),
                line.status().code(),
                line.status().next().stream().sorted().map(PlanStatus::code).toList(),
                line.version(),
                line.targets());
    }

    /** @param targets how many it has */
    public static PlanJson of(Plan plan, int targets) {
        return of(new PlanView.Line(plan.id(), plan.period(), plan.title(), plan.status(), plan.version(), targets));
    }

    /**
     * A plan as received.
     *
     * @param instrument what decided one that begins past a draft
     * @param decidedOn left out, the instrument's day, else the first of the period or the last of one that is closed
     * @param reason why there is no paper; needed without an instrument, unless it is a draft
     */
    @Serdeable
    @Schema(name = "NewPlan")
    record DrawUp(
            String period,
            String title,

            @Schema(allowableValues = {"draft", "adopted", "assigned", "amended", "closed"})
            String status,

            @Nullable String instrument,
            @Nullable String decidedOn,
            @Nullable String reason) {

        DrawUpPlan.Command toCommand() {
            return new DrawUpPlan.Command(
                    Reads.period(period, "/period"),
                    Reads.text(title, "/title", 500),
                    Reads.word(PlanStatus.class, status, "/status"),
                    Reads.idOrNull(instrument, "/instrument"),
                    Reads.dayOrNull(decidedOn, "/decidedOn"),
                    Reads.textOrNull(reason, "/reason", 1000));
        }
    }

    /** A title as it should have been written down, as received, and why. */
    @Serdeable
    @Schema(name = "CorrectedTitle")
    record TitleJson(String title, String reason) {

        CorrectTitle.Command toCommand(UUID plan, int expectedVersion) {
            return new CorrectTitle.Command(
                    plan, expectedVersion, Reads.text(title, "/title", 500), Reads.text(reason, "/reason", 1000));
        }
    }
}
