package vn.cotmoc.rules.attacks;

import java.util.List;
import java.util.stream.Stream;
import vn.cotmoc.core.scoring.Phase;
import vn.cotmoc.core.scoring.Rating;
import vn.cotmoc.core.scoring.RuleSet.Sentence;
import vn.cotmoc.rules.decisiontables.Condition;
import vn.cotmoc.rules.decisiontables.Fact;
import vn.cotmoc.rules.decisiontables.HitPolicy;
import vn.cotmoc.rules.decisiontables.Row;
import vn.cotmoc.rules.decisiontables.RuleModel;
import vn.cotmoc.rules.sandbox.Drl;

/** Attacks written in DRL: a good rule, a part of which was exchanged. */
final class DrlAttacks {

    static final RuleModel GOOD = new RuleModel(
            "good",
            "1",
            RuleModel.DEFAULT_ENGINE,
            HitPolicy.FIRST,
            List.of(Fact.PHASE),
            List.of(new Row(
                    "ended",
                    List.of(new Condition.OneOf(List.of(Phase.ENDED))),
                    Rating.MET,
                    List.of(),
                    new Sentence("Câu.", "Words."))),
            List.of());

    private static final List<String> PARTS =
            List.of("package", "head", "name", "attributes", "when", "tests", "then", "drl");

    private DrlAttacks() {}

    static Stream<Attack> all() {
        return Attack.ofAll("drl/consequences.txt", "drl/conditions.txt", "drl/around.txt");
    }

    /** The whole text. */
    static String drl(Attack attack) {
        return attack.find("drl").orElseGet(() -> {
            String name = attack.find("name").orElse("\"r_001\"")
                    + attack.find("attributes").map(" "::concat).orElse("");
            return Drl.of(GOOD)
                    .text()
                    .replace(
                            "\nrule ",
                            attack.find("head").map("\n%s\n\nrule "::formatted).orElse("\nrule "))
                    .replace("rule \"r_001\"", "rule " + name)
                    .replace("vn.cotmoc.emitted", attack.find("package").orElse("vn.cotmoc.emitted"))
                    .replace("$target : TargetFacts( phase == Phase.ENDED )", when(attack))
                    .replace("matches.add($target, 1);", attack.find("then").orElse("matches.add($target, 1);"));
        });
    }

    private static String when(Attack attack) {
        return attack.find("when")
                .orElseGet(() -> "$target : TargetFacts( %s )"
                        .formatted(attack.find("tests").orElse("phase == Phase.ENDED")));
    }

    /** What an attacker would write into a place for words. */
    static List<String> payloads(Attack attack) {
        return PARTS.stream().flatMap(part -> attack.find(part).stream()).toList();
    }
}
