package vn.cotmoc.rules.drools;

import java.util.List;
import java.util.stream.IntStream;
import org.drools.model.Condition;
import org.drools.model.Consequence;
import org.drools.model.Constraint;
import org.drools.model.Global;
import org.drools.model.Model;
import org.drools.model.Pattern;
import org.drools.model.Rule;
import org.drools.model.SingleConstraint;
import vn.cotmoc.core.scoring.TargetFacts;
import vn.cotmoc.rules.sandbox.Drl;

/**
 * The last look before a network is built, at what the classes described: as many rules as the model has, each asking one target
 * and nothing of a second. So work grows with the targets and never with their pairs.
 */
final class FlatNetwork {

    private FlatNetwork() {}

    /**
     * @param rules of the model, alerts among them
     * @throws LinkageError if the classes describe anything else
     */
    static void check(Model model, int rules) {
        require(
                model.getQueries().isEmpty()
                        && model.getEntryPoints().isEmpty()
                        && model.getTypeMetaDatas().isEmpty(),
                "The network may have rules only.");
        require(
                model.getGlobals().size() == 1 && isMatches(model.getGlobals().getFirst()),
                "The network's globals are %s; only %s may be.".formatted(model.getGlobals(), Drl.MATCHES));
        List<String> names = model.getRules().stream().map(Rule::getName).toList();
        List<String> expected =
                IntStream.rangeClosed(1, rules).mapToObj(Drl::name).toList();
        require(names.equals(expected), "The network's rules are %s; they must be %s.".formatted(names, expected));
        model.getRules().forEach(FlatNetwork::check);
    }

    private static boolean isMatches(Global global) {
        return global.getType() == Matches.class && global.getName().equals("matches");
    }

    private static void check(Rule rule) {
        String name = rule.getName();
        require(rule.getMetaData().isEmpty(), name + " may carry no notes.");
        require(rule.getConsequences().size() == 1, name + " may have one consequence.");
        Consequence consequence = rule.getDefaultConsequence();
        require(
                consequence.getVariables().length == 2 && !consequence.isUsingDrools() && !consequence.isBreaking(),
                name + " may only note its target.");
        // The consequence stands among the conditions, behind the pattern.
        List<Condition> conditions = rule.getView().getSubConditions();
        require(
                conditions.size() == 2
                        && conditions.getFirst() instanceof Pattern pattern
                        && pattern.getType() == Condition.Type.PATTERN
                        && pattern.getPatternVariable().getType() == TargetFacts.class
                        && List.of(pattern.getPatternVariable()).containsAll(List.of(pattern.getInputVariables()))
                        && pattern.getBindings().isEmpty()
                        && isOfOne(pattern.getConstraint())
                        && conditions.getLast().getType() == Condition.Type.CONSEQUENCE,
                name + " may ask one target, and nothing besides.");
    }

    private static boolean isOfOne(Constraint constraint) {
        return switch (constraint) {
            case SingleConstraint single -> single.getVariables().length <= 1 && !single.isTemporal();
            default ->
                constraint.getType() == Constraint.Type.MULTIPLE
                        && constraint.getChildren().stream().allMatch(FlatNetwork::isOfOne);
        };
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new VerifyError(otherwise);
        }
    }
}
