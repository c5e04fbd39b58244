package vn.cotmoc.core.scoring;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.indicators.Indicator;
import vn.cotmoc.core.measure.Amount;
import vn.cotmoc.core.measure.Ratio;
import vn.cotmoc.core.observations.Observation;
import vn.cotmoc.core.signals.BestPace;
import vn.cotmoc.core.signals.Freshness;
import vn.cotmoc.core.signals.Prospect;
import vn.cotmoc.core.targets.Aim;
import vn.cotmoc.core.targets.Revision;
import vn.cotmoc.core.targets.Target;
import vn.cotmoc.core.thresholds.CutPoints;
import vn.cotmoc.core.thresholds.Scope;
import vn.cotmoc.core.thresholds.Threshold;

/** Writes a verdict down with all that led to it. */
final class Explain {

    private Explain() {}

    static Explanation of(AssessPlan.Assessed assessed, Verdict verdict, RuleSet ruleSet, Explanation.Made made) {
        TargetLine line = assessed.line();
        Target target = line.target();
        Revision revision = line.revision();
        Aim aim = revision.aim();
        Features features = assessed.features();
        Expectation expected = features.expected().orElse(null);
        TargetFacts facts = assessed.facts();
        Explanation.Facts recorded = Explanation.Facts.of(facts);
        Explanation.Inputs inputs = Sentences.inputs(assessed);
        return new Explanation(
                target.id(),
                measured(line.indicator()),
                new Explanation.Place(target.area(), line.areaName()),
                target.subgroup(),
                target.authority().code(),
                aim.comparator().code(),
                text(aim.amount()),
                text(aim.amountHigh()),
                aim.due() == null ? null : aim.due().toString(),
                target.period().toString(),
                base(aim.baseline()),
                revision.wording(),
                revision.source(),
                target.strictness().code(),
                target.focus(),
                target.weight() == null ? null : plain(target.weight()),
                revision.number(),
                actual(features.reading()),
                features.measurement()
                        .attainment()
                        .map(Ratio::rounded)
                        .map(Explain::plain)
                        .orElse(null),
                features.measurement().difference().map(Explain::plain).orElse(null),
                expected instanceof Expectation.Assumed assumed
                        ? plain(assumed.share().rounded())
                        : null,
                expected == null ? null : expected.origin().code(),
                verdict.rating().code(),
                raised(verdict),
                reasons(verdict, ruleSet, recorded, inputs),
                inForce(assessed.threshold()),
                recorded,
                inputHash(facts, assessed.threshold().cutPoints(), ruleSet),
                target.basis().code(),
                target.parent(),
                assignee(line),
                expected == null ? null : expected(expected, aim, features),
                signals(assessed.signals()),
                ruleSet.points().of(verdict.rating(), facts),
                made,
                inputs);
    }

    /**
     * A stored record's inputs under the verdict that an engine gives now.
     *
     * @param stored with all facts, cut points and inputs
     */
    static Explanation again(Explanation stored, Verdict verdict, RuleSet ruleSet, Explanation.Made made) {
        return decided(
                stored,
                stored.threshold(),
                stored.facts(),
                Objects.requireNonNull(stored.inputs()),
                verdict,
                ruleSet,
                made);
    }

    /**
     * A stored record under other cut points and the verdict by them: what {@link #of} would say of the same figures.
     *
     * @param stored with all facts, cut points and inputs
     */
    static Explanation under(
            Explanation stored, Undecided undecided, Threshold threshold, Verdict verdict, RuleSet ruleSet) {
        CutPoints cutPoints = threshold.cutPoints();
        return decided(
                stored,
                inForce(threshold),
                Explanation.Facts.of(undecided.facts(stored.id(), cutPoints)),
                Sentences.under(cutPoints, Objects.requireNonNull(stored.inputs())),
                verdict,
                ruleSet,
                Objects.requireNonNull(stored.made()));
    }

    private static Explanation decided(
            Explanation stored,
            Explanation.InForce threshold,
            Explanation.Facts recorded,
            Explanation.Inputs inputs,
            Verdict verdict,
            RuleSet ruleSet,
            Explanation.Made made) {
        TargetFacts facts = recorded.of(stored.id()).orElseThrow();
        return stored.with(new Explanation.Decided(
                verdict.rating(),
                ruleSet.points().of(verdict.rating(), facts),
                raised(verdict),
                reasons(verdict, ruleSet, recorded, inputs),
                threshold,
                recorded,
                inputHash(facts, threshold.cutPoints().orElseThrow(), ruleSet),
                made,
                inputs));
    }

    static List<Explanation.Raised> raised(Verdict verdict) {
        return verdict.flags().stream()
                .map(flag -> new Explanation.Raised(flag.code(), flag.severity().code()))
                .toList();
    }

    private static Explanation.Signals signals(Signals signals) {
        Freshness freshness = signals.freshness();
        Signals.Jumped jumped = signals.jumped();
        TargetLine other = signals.dissent().other();
        return new Explanation.Signals(
                forecast(signals.prospect()),
                required(signals.reach()),
                new Explanation.Newest(
                        freshness.newest() == null ? null : freshness.newest().toString(),
                        freshness.step().code(),
                        freshness.late(),
                        freshness.covered(),
                        freshness.gone()),
                jumped == null
                        ? null
                        : new Explanation.Jump(
                                jumped.amount().text(),
                                jumped.period().toString(),
                                jumped.earlier().text(),
                                jumped.earlierPeriod().toString(),
                                plain(jumped.most())),
                other == null
                        ? null
                        : new Explanation.Rival(
                                other.target().id(),
                                other.target().authority().code(),
                                other.revision().wording()));
    }

    private static Explanation.Forecast forecast(Prospect prospect) {
        return switch (prospect) {
            case Prospect.Silent silent ->
                new Explanation.Forecast(silent.reason().code(), null, null, null, null, null, null, null, null);
            case Prospect.TooFew few ->
                new Explanation.Forecast(
                        null, few.step().code(), few.points(), few.needed(), null, null, null, null, null);
            case Prospect.Likely likely ->
                new Explanation.Forecast(
                        null,
                        likely.step().code(),
                        likely.forecast().points(),
                        null,
                        likely.through().toString(),
                        plain(likely.forecast().middle()),
                        plain(likely.forecast().low()),
                        plain(likely.forecast().high()),
                        likely.probability()
                                .map(probability ->
                                        plain(new BigDecimal(probability).setScale(6, RoundingMode.HALF_UP)))
                                .orElse(null));
        };
    }

    private static Explanation.@Nullable Required required(Reach reach) {
        RequiredPace.Each each = reach.required();
        BestPace best = reach.best();
        return each == null || best == null
                ? null
                : new Explanation.Required(
                        plain(each.amount()),
                        each.step().code(),
                        each.parts(),
                        best.amount().text(),
                        best.period().toString(),
                        best.among(),
                        reach.change() ? true : null);
    }

    private static Explanation.Expected expected(Expectation expectation, Aim aim, Features features) {
        return new Explanation.Expected(
                text(expectation.amount(aim.amount()).orElse(null)),
                expectation.months().toString(),
                switch (expectation) {
                    case Expectation.Stated stated -> stated.version();
                    case Expectation.Between between -> between.version();
                    case Expectation.Assumed assumed -> null;
                },
                features.behind().map(Explain::plain).orElse(null),
                switch (expectation) {
                    case Expectation.Stated stated -> null;
                    case Expectation.Between between -> years(between.years());
                    case Expectation.Assumed assumed ->
                        years(assumed.assumption().years());
                });
    }

    private static @Nullable List<Integer> years(List<Integer> years) {
        return years.isEmpty() ? null : years;
    }

    private static Explanation.@Nullable Assignee assignee(TargetLine line) {
        UUID unit = line.target().assignedTo();
        return unit == null || line.unitName() == null ? null : new Explanation.Assignee(unit, line.unitName());
    }

    private static Explanation.Measured measured(Indicator indicator) {
        return new Explanation.Measured(
                indicator.code(),
                indicator.name(),
                indicator.nameEn(),
                indicator.unit(),
                indicator.unitEn(),
                indicator.decimals(),
                indicator.direction().code(),
                indicator.kind().code(),
                indicator.group());
    }

    private static Explanation.@Nullable Base base(Aim.@Nullable Baseline baseline) {
        return baseline == null
                ? null
                : new Explanation.Base(
                        baseline.amount().text(), baseline.period().toString());
    }

    private static Explanation.@Nullable Actual actual(Reading reading) {
        Amount amount = reading.amount();
        Observation from = reading.from();
        if (amount == null || from == null || reading.period() == null) {
            return null;
        }
        return new Explanation.Actual(
                from.id(),
                amount.text(),
                reading.period().toString(),
                from.status().code(),
                from.knownOn().toString(),
                from.knownOnStated(),
                from.source(),
                reading.parts().isEmpty()
                        ? null
                        : reading.parts().stream()
                                .map(part -> part.period().toString())
                                .toList(),
                from.calendar().code());
    }

    private static List<Explanation.Reason> reasons(
            Verdict verdict, RuleSet ruleSet, Explanation.Facts facts, Explanation.Inputs inputs) {
        return verdict.fired().stream()
                .map(rule -> Sentences.reason(
                        rule,
                        ruleSet.sentences().getOrDefault(rule, new RuleSet.Sentence(rule, rule)),
                        inputs,
                        matched(ruleSet.asks().getOrDefault(rule, Set.of()), facts)))
                .toList();
    }

    private static Map<String, String> matched(Set<String> asked, Explanation.Facts facts) {
        Map<String, String> matched = new LinkedHashMap<>();
        facts.words().forEach((name, word) -> {
            if (word != null && asked.contains(name)) {
                matched.put(name, word);
            }
        });
        return matched;
    }

    private static Explanation.InForce inForce(Threshold threshold) {
        CutPoints cut = threshold.cutPoints();
        return new Explanation.InForce(
                threshold.id(),
                scope(threshold),
                threshold.version(),
                threshold.validFrom().toString(),
                plain(cut.exceededFrom()),
                plain(cut.nearlyFrom()),
                plain(cut.onTrackFrom()),
                plain(cut.behindFrom()),
                plain(cut.tolerance()),
                plain(cut.likelyFrom()),
                plain(cut.openFrom()),
                cut.staleFrom(),
                threshold.reason(),
                cut.rangeMet().code(),
                cut.ceilingIndex().code());
    }

    private static String scope(Threshold threshold) {
        return switch (threshold.scope()) {
            case Scope.Nation _ -> "nation";
            case Scope.Province _ -> "province";
            case Scope.Indicator _ -> "indicator";
            case Scope.Place _ -> "area";
        };
    }

    private static String inputHash(TargetFacts facts, CutPoints cutPoints, RuleSet ruleSet) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((facts + "|" + cutPoints + "|" + ruleSet.sha256()).getBytes(UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static @Nullable String text(@Nullable Amount amount) {
        return amount == null ? null : amount.text();
    }

    private static String plain(BigDecimal value) {
        return value.toPlainString();
    }
}
