package vn.cotmoc.core.scoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.measure.Coded;
import vn.cotmoc.core.signals.Age;
import vn.cotmoc.core.signals.Agreement;
import vn.cotmoc.core.signals.Change;
import vn.cotmoc.core.signals.ForecastBand;
import vn.cotmoc.core.targets.CeilingIndex;
import vn.cotmoc.core.targets.RangeMet;
import vn.cotmoc.core.targets.Yardstick;
import vn.cotmoc.core.thresholds.CutPoints;

/**
 * Why a target has its rating: what is shown is what is stored. Enumerations are their codes, amounts and ratios exact
 * decimals as text, days ISO dates, periods their canonical text; the order of the properties is the order of the bytes.
 *
 * @param attainment actual against target, half-up to 1e-6
 * @param difference actual minus target in percentage points, for rates and shares
 * @param expected the share of the aim assumed by now, half-up to 1e-6; null where a checkpoint is stated
 * @param expectedBasis how the expectation came about: {@code stated}, {@code seasonal}, or {@code linear}, by months gone
 * @param inputHash SHA-256 over the facts, the cut points and the rule set's hash
 * @param basis null in records that were stored before there was another than the period
 * @param parent the target whose part this is
 * @param assignedTo the unit it is sub-assigned to
 * @param checkpoint what is expected by now; null in records that were stored before there were trajectories
 * @param signals what the figures warn of; null in records that were stored before there were forecasts
 * @param score points by the rule set's way, half-up to 1e-6; null without data, and in records that were stored before runs could
 *     be replayed
 * @param made by what it came about; null, like what follows, in records that were stored before runs could be replayed
 * @param inputs what sentences may name
 */
@Serdeable
public record Explanation(
        UUID id,
        Measured indicator,
        Place area,
        String subgroup,
        String authority,
        String comparator,
        @Nullable String amount,
        @Nullable String amountHigh,
        @Nullable String date,
        String period,
        @Nullable Base baseline,
        String wording,
        String source,
        String strictness,
        @Nullable String focus,
        @Nullable String weight,
        int revision,
        @Nullable Actual actual,
        @Nullable String attainment,
        @Nullable String difference,
        @Nullable String expected,
        @Nullable String expectedBasis,
        String rating,
        List<Raised> flags,
        List<Reason> reasons,
        InForce threshold,
        Facts facts,
        String inputHash,
        @Nullable String basis,
        @Nullable UUID parent,
        @Nullable Assignee assignedTo,
        @Nullable Expected checkpoint,
        @Nullable Signals signals,
        @Nullable BigDecimal score,
        @Nullable Made made,
        @Nullable Inputs inputs) {

    /** What a verdict decided of a target, by which cut points, and what is said of it. */
    record Decided(
            Rating rating,
            @Nullable BigDecimal score,
            List<Raised> flags,
            List<Reason> reasons,
            InForce threshold,
            Facts facts,
            String inputHash,
            Made made,
            Inputs inputs) {}

    /** The same figures, decided anew. */
    Explanation with(Decided decided) {
        return new Explanation(
                id,
                indicator,
                area,
                subgroup,
                authority,
                comparator,
                amount,
                amountHigh,
                date,
                period,
                baseline,
                wording,
                source,
                strictness,
                focus,
                weight,
                revision,
                actual,
                attainment,
                difference,
                expected,
                expectedBasis,
                decided.rating().code(),
                decided.flags(),
                decided.reasons(),
                decided.threshold(),
                decided.facts(),
                decided.inputHash(),
                basis,
                parent,
                assignedTo,
                checkpoint,
                signals,
                decided.score(),
                decided.made(),
                decided.inputs());
    }

    /** The rating as a word of the house. */
    public Rating rated() {
        return FindingRow.rating(rating);
    }

    /** By which code it was computed from the figures; 0 where the record does not say. */
    public int featureCode() {
        return made == null ? 0 : made.features();
    }

    /**
     * By what a record came about, the run and its time left out: the same inputs give the same bytes.
     *
     * @param features version of the code that computes facts from figures
     */
    @Serdeable
    public record Made(String asOf, RuleSetRef ruleSet, EngineRef engine, int features) {

        static Made of(LocalDate asOf, RuleSet ruleSet, ScoringEngine.Identity engine, int features) {
            return new Made(asOf.toString(), RuleSetRef.of(ruleSet), EngineRef.of(engine), features);
        }
    }

    /** @param sha256 of the rule set's canonical JSON */
    @Serdeable
    public record RuleSetRef(String id, String version, String sha256) {

        static RuleSetRef of(RuleSet ruleSet) {
            return new RuleSetRef(ruleSet.id(), ruleSet.version(), ruleSet.sha256());
        }
    }

    @Serdeable
    public record EngineRef(String name, String version) {

        static EngineRef of(ScoringEngine.Identity engine) {
            return new EngineRef(engine.name(), engine.version());
        }
    }

    /** Numbers and periods as each language writes them, by the name of their place in sentences; what has no value is left out. */
    @Serdeable
    public record Inputs(Map<String, String> vi, Map<String, String> en) {}

    /** The indicator, with its unit in both languages. */
    @Serdeable
    public record Measured(
            String code,
            String name,
            String nameEn,
            String unit,
            String unitEn,
            int decimals,
            String direction,
            String kind,
            String group) {}

    @Serdeable
    public record Place(UUID id, String name) {}

    @Serdeable
    public record Assignee(UUID id, String name) {}

    @Serdeable
    public record Base(String amount, String period) {}

    /**
     * The figure that counts and the vintage it comes from, the newest of them if it was put together from several.
     *
     * @param parts the periods it was put together from; null if it was reported as it is, and in older records
     * @param calendar by which the period begins and ends: civil or legal; null in older records, which are civil
     */
    @Serdeable
    public record Actual(
            UUID observation,
            String amount,
            String period,
            String status,
            String knownOn,
            boolean knownOnStated,
            String source,
            @Nullable List<String> parts,
            @Nullable String calendar) {}

    /**
     * What is expected by now.
     *
     * @param amount in the indicator's unit, half-up to 1e-6 where it is assumed; null without an amount aimed at
     * @param period the months that it speaks of, of stated totals those of the last checkpoint reached
     * @param trajectory the version that states it, or between whose checkpoints it is assumed; null without one
     * @param difference actual minus amount in percentage points, for stated rates and shares
     * @param years whose shares were averaged; null unless it is seasonal
     */
    @Serdeable
    public record Expected(
            @Nullable String amount,
            String period,
            @Nullable Integer trajectory,
            @Nullable String difference,
            @Nullable List<Integer> years) {}

    @Serdeable
    public record Raised(String code, String severity) {}

    /**
     * A rule that matched, and what it says in both languages.
     *
     * @param matched the facts that it asks, with what they are; null in records that were stored before runs could be replayed
     */
    @Serdeable
    public record Reason(
            String rule, String vi, String en, @Nullable Map<String, String> matched) {}

    /**
     * The cut points used, and whose they are.
     *
     * @param scope nation, province, indicator, or area: the indicator's in the target's place
     * @param likelyFrom null, like the two after it, in records that were stored before there were forecasts
     * @param source why they were set so; null in records that were stored before runs could be replayed
     * @param rangeMet where a range is met; null, like what follows, in records that were stored before provinces chose
     */
    @Serdeable
    public record InForce(
            UUID id,
            String scope,
            int version,
            String validFrom,
            String exceededFrom,
            String nearlyFrom,
            String onTrackFrom,
            String behindFrom,
            String tolerance,
            @Nullable String likelyFrom,
            @Nullable String openFrom,
            @Nullable Integer staleFrom,
            @Nullable String source,
            @Nullable String rangeMet,
            @Nullable String ceilingIndex) {

        /** Empty for records that do not have all of them. */
        Optional<CutPoints> cutPoints() {
            return likelyFrom == null || openFrom == null || staleFrom == null
                    ? Optional.empty()
                    : Optional.of(new CutPoints(
                            new BigDecimal(exceededFrom),
                            new BigDecimal(nearlyFrom),
                            new BigDecimal(onTrackFrom),
                            new BigDecimal(behindFrom),
                            new BigDecimal(tolerance),
                            new BigDecimal(likelyFrom),
                            new BigDecimal(openFrom),
                            staleFrom,
                            rangeMet == null ? Yardstick.EXACT.rangeMet() : Coded.read(RangeMet.class, rangeMet),
                            ceilingIndex == null
                                    ? Yardstick.EXACT.ceilingIndex()
                                    : Coded.read(CeilingIndex.class, ceilingIndex)));
        }
    }

    /** What the rules saw; the last five are null in records that were stored before there were forecasts. */
    @Serdeable
    public record Facts(
            String phase,
            String evidence,
            String fulfilment,
            String endBand,
            String paceBand,
            long attainmentMicros,
            long paceMicros,
            @Nullable String forecastBand,
            @Nullable String reachBand,
            @Nullable String age,
            @Nullable String change,
            @Nullable String agreement) {

        static Facts of(TargetFacts facts) {
            return new Facts(
                    facts.phase().code(),
                    facts.evidence().code(),
                    facts.fulfilment().code(),
                    facts.endBand().code(),
                    facts.paceBand().code(),
                    facts.attainmentMicros(),
                    facts.paceMicros(),
                    facts.forecastBand().code(),
                    facts.reachBand().code(),
                    facts.age().code(),
                    facts.change().code(),
                    facts.agreement().code());
        }

        /** As the engine saw them; empty for records that do not have all of them. */
        Optional<TargetFacts> of(UUID target) {
            return forecastBand == null || reachBand == null || age == null || change == null || agreement == null
                    ? Optional.empty()
                    : Optional.of(new TargetFacts(
                            target,
                            Coded.read(Phase.class, phase),
                            Coded.read(Evidence.class, evidence),
                            Coded.read(Fulfilment.class, fulfilment),
                            Coded.read(EndBand.class, endBand),
                            Coded.read(PaceBand.class, paceBand),
                            attainmentMicros,
                            paceMicros,
                            Coded.read(ForecastBand.class, forecastBand),
                            Coded.read(ReachBand.class, reachBand),
                            Coded.read(Age.class, age),
                            Coded.read(Change.class, change),
                            Coded.read(Agreement.class, agreement)));
        }

        /** Those that rules can ask, by their names and in their order. */
        Map<String, @Nullable String> words() {
            Map<String, @Nullable String> words = new LinkedHashMap<>();
            words.put("phase", phase);
            words.put("evidence", evidence);
            words.put("fulfilment", fulfilment);
            words.put("endBand", endBand);
            words.put("paceBand", paceBand);
            words.put("forecastBand", forecastBand);
            words.put("reachBand", reachBand);
            words.put("age", age);
            words.put("change", change);
            words.put("agreement", agreement);
            return words;
        }
    }

    /**
     * @param required what every part left must bring, against the best that one ever brought; null where that is not known
     * @param jump the period's newest figure against history; null unless it is one
     * @param rival the target of another authority that asks something else of the same; null if all agree
     */
    @Serdeable
    public record Signals(
            Forecast forecast,
            @Nullable Required required,
            Newest newest,
            @Nullable Jump jump,
            @Nullable Rival rival) {}

    /**
     * How the target is likely to end, or why nobody can say.
     *
     * @param silence why there is nothing to say; else null
     * @param step what its points are; null with a silence
     * @param points that there are without a gap, up to the newest
     * @param needed how many there would have to be, where there are too few; else null
     * @param through the newest point; null, like all that follow, without a forecast
     * @param middle in the indicator's unit, half-up to 1e-6
     * @param low lower end of the interval that is meant to hold 80 of 100 ends
     * @param probability that the aim is attained, half-up to 1e-6; null where the comparator has no amount
     */
    @Serdeable
    public record Forecast(
            @Nullable String silence,
            @Nullable String step,
            @Nullable Integer points,
            @Nullable Integer needed,
            @Nullable String through,
            @Nullable String middle,
            @Nullable String low,
            @Nullable String high,
            @Nullable String probability) {}

    /**
     * @param amount of each of the parts left, half-up to 1e-6
     * @param best that one of {@code among} such parts brought, in the years that are looked back on
     * @param change true where both say how far a level moves in a year; left out elsewhere, as in records from before that was said
     */
    @Serdeable
    public record Required(
            String amount,
            String step,
            int parts,
            String best,
            String bestPeriod,
            int among,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Boolean change) {}

    /**
     * How far the figures reach.
     *
     * @param period that ends last of all with a figure; null if there never was one
     * @param step how often the indicator is measured
     * @param late periods of that length that are over and end after it
     * @param covered months of the target's period that are over and that some figure speaks of
     * @param gone months of the target's period that are over
     */
    @Serdeable
    public record Newest(@Nullable String period, String step, int late, int covered, int gone) {}

    /** @param most the largest change that is none, as a share of the earlier figure */
    @Serdeable
    public record Jump(String amount, String period, String earlier, String earlierPeriod, String most) {}

    @Serdeable
    public record Rival(UUID target, String authority, String wording) {}
}
