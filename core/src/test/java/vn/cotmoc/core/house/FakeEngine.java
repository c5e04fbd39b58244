package vn.cotmoc.core.house;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.evidence.Sha256;
import vn.cotmoc.core.scoring.Evidence;
import vn.cotmoc.core.scoring.Flag;
import vn.cotmoc.core.scoring.Fulfilment;
import vn.cotmoc.core.scoring.Points;
import vn.cotmoc.core.scoring.Rating;
import vn.cotmoc.core.scoring.RollUpRule;
import vn.cotmoc.core.scoring.RuleReader;
import vn.cotmoc.core.scoring.RuleSet;
import vn.cotmoc.core.scoring.ScoringEngine;
import vn.cotmoc.core.scoring.Severity;
import vn.cotmoc.core.scoring.ShippedRules;
import vn.cotmoc.core.scoring.TargetFacts;
import vn.cotmoc.core.scoring.Verdict;
import vn.cotmoc.core.signals.Age;

/** Met is met, and everything else is missed with a flag; what has only old figures is not rated, but flagged too. */
@Singleton
@Requires(property = House.PROPERTY)
final class FakeEngine implements ScoringEngine, ShippedRules, RuleReader {

    private static final Flag STALE = new Flag("stale", Severity.HIGH);
    private static final String OTHER = "{\"other\": true}";
    private static final Points HALF_ABOVE = new Points.OfAttainment(
            new BigDecimal("0.5"), new BigDecimal("120"), BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);
    private static final Flag MISSED = new Flag("missed", Severity.HIGH);

    /** As {@link FakeWorkshop} writes them. */
    private static final Pattern NAMED = Pattern.compile("\\{\"id\": \"([^\"]+)\", \"version\": \"([^\"]+)\".*}");

    @Override
    public Identity identity() {
        return new Identity("fake", "1");
    }

    private final String model;

    /** @param model of the set in force: any text, nothing of it is read */
    FakeEngine(@Property(name = House.MODEL) @Nullable String model) {
        this.model = model == null ? "{}" : model;
    }

    /** Another set is by the same rules: what tells it is its name, its points and how it puts targets together. */
    @Override
    public List<RuleSet> all() {
        return List.of(read(model), read(OTHER));
    }

    @Override
    public RuleSet read(String model) {
        boolean other = model.equals(OTHER);
        Matcher named = NAMED.matcher(model);
        boolean own = named.matches();
        return new RuleSet(
                own ? named.group(1) : other ? "other" : "fake",
                own ? named.group(2) : "1",
                "fake",
                null,
                Sha256.of(model.getBytes(UTF_8)),
                model,
                Map.of(
                        "met", new RuleSet.Sentence("Đạt {attainment}: \"{actual}\" {unit}.", "Met: {attainment}."),
                        "missed", new RuleSet.Sentence("Không đạt.", "Missed."),
                        "no-figure", new RuleSet.Sentence("Chưa có số liệu.", "No figure.")),
                Set.of(STALE, MISSED),
                Map.of("met", Set.of("fulfilment"), "missed", Set.of("fulfilment"), "no-figure", Set.of("evidence")),
                other ? HALF_ABOVE : new Points.OfRating(),
                other ? new RollUpRule.Worst() : new RollUpRule.Mean());
    }

    @Override
    public List<Verdict> score(RuleSet ruleSet, List<TargetFacts> facts) {
        return facts.stream().map(FakeEngine::verdict).toList();
    }

    private static Verdict verdict(TargetFacts facts) {
        if (facts.evidence() == Evidence.NONE) {
            List<Flag> flags = facts.age() == Age.STALE ? List.of(STALE) : List.of();
            return new Verdict(facts.target(), Rating.INSUFFICIENT_DATA, flags, List.of("no-figure"));
        }
        return facts.fulfilment() == Fulfilment.MET
                ? new Verdict(facts.target(), Rating.MET, List.of(), List.of("met"))
                : new Verdict(facts.target(), Rating.MISSED, List.of(MISSED), List.of("missed"));
    }
}
