package vn.cotmoc.web.reconciliation;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.measure.Amount;
import vn.cotmoc.core.reconciliation.Reconciliation;
import vn.cotmoc.core.scoring.TargetLine;
import vn.cotmoc.core.targets.Aim;
import vn.cotmoc.core.targets.Target;
import vn.cotmoc.web.wire.Listing;

/**
 * A target beside its parts, all in their newest revisions.
 *
 * @param outcome {@code summed}: every part counts; {@code incomplete}: those in {@code uncounted} add no number;
 *     {@code not-summable}: the indicator's areas do not add up
 * @param together what the counted parts make
 * @param difference together minus the whole's amount
 * @param uncounted parts that add no number
 */
@Serdeable
@Schema(name = "Reconciliation")
record ReconciliationJson(
        LineJson whole,
        List<LineJson> parts,

        @Schema(allowableValues = {"no-parts", "summed", "incomplete", "not-summable"})
        String outcome,

        @Nullable String together,
        @Nullable String difference,
        List<UUID> uncounted)
        implements Listing<ReconciliationJson.LineJson> {

    @Override
    public List<LineJson> rows() {
        return Stream.concat(Stream.of(whole), parts.stream()).toList();
    }

    static ReconciliationJson of(Reconciliation reconciliation) {
        return new ReconciliationJson(
                LineJson.of(reconciliation.whole()),
                reconciliation.parts().stream()
                        .map(part -> LineJson.of(part.line()))
                        .toList(),
                reconciliation.outcome().code(),
                text(reconciliation.together()),
                text(reconciliation.difference()),
                reconciliation.uncounted());
    }

    /** A target with what it aims at now. */
    @Serdeable
    @Schema(name = "ReconciledTarget")
    record LineJson(
            UUID id,
            ByName area,
            String subgroup,
            @Nullable ByName assignedTo,
            String period,

            @Schema(allowableValues = {"period", "average-per-year", "each-year"})
            String basis,

            String comparator,
            @Nullable String amount,
            @Nullable String amountHigh,
            @Nullable LocalDate date,
            String wording,
            int revision) {

        static LineJson of(TargetLine line) {
            Target target = line.target();
            Aim aim = line.revision().aim();
            UUID unit = target.assignedTo();
            return new LineJson(
                    target.id(),
                    new ByName(target.area(), line.areaName()),
                    target.subgroup(),
                    unit == null || line.unitName() == null ? null : new ByName(unit, line.unitName()),
                    target.period().toString(),
                    target.basis().code(),
                    aim.comparator().code(),
                    text(aim.amount()),
                    text(aim.amountHigh()),
                    aim.due(),
                    line.revision().wording(),
                    line.revision().number());
        }
    }

    /** A place or a unit. */
    @Serdeable
    @Schema(name = "ByName")
    record ByName(UUID id, String name) {}

    private static @Nullable String text(@Nullable Amount amount) {
        return amount == null ? null : amount.text();
    }
}
