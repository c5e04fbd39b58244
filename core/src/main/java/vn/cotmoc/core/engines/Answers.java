package vn.cotmoc.core.engines;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.scoring.Flag;
import vn.cotmoc.core.scoring.RuleSet;
import vn.cotmoc.core.scoring.TargetFacts;
import vn.cotmoc.core.scoring.Verdict;

/** Whether what an engine answered can be an answer at all. Which rule is the right one is for the contract's tests. */
final class Answers {

    private Answers() {}

    /** What no engine may answer, in words that follow its name; empty if all is well. */
    static Optional<String> fault(
            RuleSet ruleSet, List<TargetFacts> facts, @Nullable List<@Nullable Verdict> verdicts) {
        if (verdicts == null) {
            return Optional.of("answered nothing");
        }
        if (verdicts.size() != facts.size()) {
            return Optional.of("gave %d verdicts on %d targets".formatted(verdicts.size(), facts.size()));
        }
        for (int i = 0; i < facts.size(); i++) {
            Optional<String> fault = fault(ruleSet, facts.get(i), verdicts.get(i));
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> fault(RuleSet ruleSet, TargetFacts target, @Nullable Verdict verdict) {
        if (verdict == null || !target.target().equals(verdict.target())) {
            return Optional.of("did not answer on %s in its place".formatted(target.target()));
        }
        if (verdict.rating() == null) {
            return Optional.of("gave %s no rating".formatted(target.target()));
        }
        if (!ruleSet.flags().containsAll(verdict.flags()) || isTwice(codes(verdict.flags()))) {
            return Optional.of("raised %s of %s; rule set %s %s declares %s, each once"
                    .formatted(verdict.flags(), target.target(), ruleSet.id(), ruleSet.version(), ruleSet.flags()));
        }
        Set<String> rules = ruleSet.sentences().keySet();
        if (verdict.fired().isEmpty() || !rules.containsAll(verdict.fired()) || isTwice(verdict.fired())) {
            return Optional.of("named the rules %s of %s; rule set %s %s has %s, each once"
                    .formatted(verdict.fired(), target.target(), ruleSet.id(), ruleSet.version(), rules));
        }
        return Optional.empty();
    }

    private static List<String> codes(List<Flag> flags) {
        return flags.stream().map(Flag::code).collect(Collectors.toList());
    }

    private static boolean isTwice(List<String> words) {
        return new HashSet<>(words).size() < words.size();
    }
}
