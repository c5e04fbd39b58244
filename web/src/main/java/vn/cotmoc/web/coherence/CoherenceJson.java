package vn.cotmoc.web.coherence;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.coherence.Fact;
import vn.cotmoc.core.coherence.Finding;
import vn.cotmoc.core.measure.Amount;
import vn.cotmoc.core.measure.Language;
import vn.cotmoc.core.targets.Target;
import vn.cotmoc.web.wire.Listing;

/** Facts of a plan that do not go together. */
@Serdeable
@Schema(name = "Coherence")
record CoherenceJson(LocalDate asOf, List<FindingJson> findings) implements Listing<CoherenceJson.FindingJson> {

    @Override
    public List<FindingJson> rows() {
        return findings;
    }

    static CoherenceJson of(LocalDate asOf, List<Finding> findings) {
        return new CoherenceJson(asOf, findings.stream().map(FindingJson::of).toList());
    }

    /**
     * @param check what sort of check found it
     * @param vi one sentence with the numbers and their units
     * @param en the same
     * @param values computed of the facts, by name
     * @param facts at least two
     */
    @Serdeable
    @Schema(name = "IncoherentFacts")
    record FindingJson(
            @Schema(
                    allowableValues = {
                        "count-against-share",
                        "communes-against-province",
                        "quarters-against-year",
                        "years-against-term",
                        "shares-to-100",
                        "authorities-disagree",
                        "equals-baseline",
                        "against-direction"
                    })
            String check,

            @Schema(allowableValues = {"conflict", "note"}) String grade,

            String vi,
            String en,
            List<ValueJson> values,
            List<FactJson> facts) {

        static FindingJson of(Finding finding) {
            return new FindingJson(
                    finding.check().code(),
                    finding.grade().code(),
                    finding.says(Language.VI),
                    finding.says(Language.EN),
                    finding.values().entrySet().stream()
                            .map(value -> new ValueJson(
                                    value.getKey(),
                                    value.getValue().stripTrailingZeros().toPlainString()))
                            .toList(),
                    finding.facts().stream().map(FactJson::of).toList());
        }
    }

    /** An exact decimal, or one half-up to 1e-6 where it has no end. */
    @Serdeable
    @Schema(name = "ComputedValue")
    record ValueJson(String name, String amount) {}

    /**
     * One side of a finding.
     *
     * @param plan of the target; null for a figure and for an indicator
     * @param target that states it; null for a figure and for an indicator
     * @param scenario of a checkpoint only
     */
    @Serdeable
    @Schema(name = "Fact")
    record FactJson(
            @Schema(allowableValues = {"target", "baseline", "checkpoint", "figure", "indicator"})
            String kind,

            @Nullable UUID plan,
            @Nullable UUID target,
            @Nullable String authority,
            String indicator,
            String name,
            String nameEn,
            String unit,
            String unitEn,
            String period,
            @Nullable String scenario,
            @Nullable String comparator,
            @Nullable String amount,
            @Nullable String amountHigh,
            String wording,
            String source) {

        static FactJson of(Fact fact) {
            Target target = fact.target();
            return new FactJson(
                    fact.kind().code(),
                    target == null ? null : target.plan(),
                    target == null ? null : target.id(),
                    target == null ? null : target.authority().code(),
                    fact.indicator().code(),
                    fact.indicator().name(),
                    fact.indicator().nameEn(),
                    fact.indicator().unit(),
                    fact.indicator().unitEn(),
                    fact.period().toString(),
                    fact.scenario() == null ? null : fact.scenario().code(),
                    fact.comparator() == null ? null : fact.comparator().code(),
                    text(fact.amount()),
                    text(fact.amountHigh()),
                    fact.wording(),
                    fact.source());
        }

        private static @Nullable String text(@Nullable Amount amount) {
            return amount == null ? null : amount.text();
        }
    }
}
