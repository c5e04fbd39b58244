package vn.cotmoc.rules.sandbox;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.GlobalDescr;
import org.drools.drl.ast.descr.ImportDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import vn.cotmoc.core.measure.Coded;
import vn.cotmoc.rules.decisiontables.Condition;
import vn.cotmoc.rules.decisiontables.Fact;

/**
 * The first fence. It looks at every word ({@link Vocabulary}), parses the DRL with Drools' own parser and reads it back into
 * {@link Drl}, which can say nothing harmful; whatever has no place there is refused, and so is any text that is not spelled exactly
 * as {@link Drl} spells it. What the guard was not taught, it refuses.
 */
public final class DrlGuard {

    private static final Pattern TEST = Pattern.compile("(\\w+) == (\\w+)\\.(\\w+)");

    private DrlGuard() {}

    /** @throws DrlRefused unless the text is one that the emitter could have written */
    public static Drl admit(String text) {
        Vocabulary.check(text);
        return understand(text);
    }

    /** The same of a text whose words nobody looked at; it stands without that. */
    static Drl understand(String text) {
        Drl drl;
        try {
            drl = read(parse(text));
        } catch (DrlRefused refused) {
            throw refused;
        } catch (Exception | StackOverflowError unexpected) {
            throw new DrlRefused("The DRL could not be read: " + unexpected, unexpected);
        }
        require(drl.text().equals(text), "The DRL is not spelled as the emitter spells it.");
        return drl;
    }

    private static PackageDescr parse(String text) throws Exception {
        DrlParser parser = new DrlParser();
        PackageDescr parsed = parser.parse(false, text);
        require(!parser.hasErrors() && parsed != null, "The DRL does not parse: %s", parser.getErrors());
        return parsed;
    }

    private static Drl read(PackageDescr parsed) {
        require(Drl.PACKAGE.equals(parsed.getName()), "The package must be %s.", Drl.PACKAGE);
        require(parsed.getUnit() == null, "Rule units are refused.");
        none("functions", parsed.getFunctions());
        none("imports of functions", parsed.getFunctionImports());
        none("imports of accumulate functions", parsed.getAccumulateImports());
        none("attributes of the package", parsed.getAttributes());
        none("types", parsed.getTypeDeclarations());
        none("enums", parsed.getEnumDeclarations());
        none("entry points", parsed.getEntryPointDeclarations());
        none("windows", parsed.getWindowDeclarations());
        List<String> imports =
                parsed.getImports().stream().map(ImportDescr::getTarget).toList();
        require(imports.equals(Drl.IMPORTS), "The imports must be %s; they are %s.", Drl.IMPORTS, imports);
        List<String> globals =
                parsed.getGlobals().stream().map(DrlGuard::declaration).toList();
        require(globals.equals(List.of(Drl.MATCHES + " matches")), "The globals %s are refused.", globals);
        int rows = parsed.getRules().size();
        require(
                rows >= 1 && rows <= Vocabulary.MOST_RULES,
                "There are %d rules; 1..%d may be.",
                rows,
                Vocabulary.MOST_RULES);
        List<Drl.Rule> rules = new ArrayList<>();
        for (RuleDescr rule : parsed.getRules()) {
            rules.add(read(rule, rules.size() + 1));
        }
        return new Drl(rules);
    }

    private static String declaration(GlobalDescr global) {
        return global.getType() + " " + global.getIdentifier();
    }

    private static Drl.Rule read(RuleDescr rule, int row) {
        require(rule.getClass() == RuleDescr.class, "Line %d: queries are refused.", rule.getLine());
        require(Drl.name(row).equals(rule.getName()), "Line %d: the rule must be %s.", rule.getLine(), Drl.name(row));
        require(rule.getParentName() == null && rule.getUnit() == null, "%s: parents are refused.", rule.getName());
        none(rule.getName() + ": attributes", rule.getAttributes().values());
        none(rule.getName() + ": annotations", rule.getAnnotations());
        none(
                rule.getName() + ": named consequences",
                rule.getNamedConsequences().values());
        require(
                rule.getConsequence() instanceof String then
                        && Drl.consequence(row).equals(then.strip()),
                "%s: the consequence must be %s",
                rule.getName(),
                Drl.consequence(row));
        AndDescr when = rule.getLhs();
        require(
                when.getClass() == AndDescr.class
                        && when.getDescrs().size() == 1
                        && when.getDescrs().getFirst().getClass() == PatternDescr.class,
                "%s: exactly one plain pattern may stand here.",
                rule.getName());
        return read(rule.getName(), (PatternDescr) when.getDescrs().getFirst());
    }

    private static Drl.Rule read(String rule, PatternDescr pattern) {
        require(
                "TargetFacts".equals(pattern.getObjectType())
                        && "$target".equals(pattern.getIdentifier())
                        && pattern.getSource() == null
                        && !pattern.isQuery()
                        && !pattern.isUnification()
                        && !pattern.isNegated(),
                "%s: the pattern must be $target : TargetFacts( … ).",
                rule);
        none(rule + ": windows", pattern.getBehaviors());
        none(rule + ": annotations", pattern.getAnnotations());
        none(rule + ": positional arguments", pattern.getPositionalConstraints());
        Set<Fact> asked = EnumSet.noneOf(Fact.class);
        List<Drl.Test> tests = new ArrayList<>();
        for (BaseDescr constraint : pattern.getDescrs()) {
            require(
                    constraint instanceof ExprConstraintDescr,
                    "%s: %s is refused.",
                    rule,
                    constraint.getClass().getSimpleName());
            Drl.Test test = test(rule, ((ExprConstraintDescr) constraint).getExpression());
            require(
                    asked.add(test.fact()),
                    "%s: %s is asked twice.",
                    rule,
                    test.fact().code());
            tests.add(test);
        }
        return new Drl.Rule(tests);
    }

    private static Drl.Test test(String rule, String expression) {
        List<Coded> words = new ArrayList<>();
        Set<Fact> facts = EnumSet.noneOf(Fact.class);
        for (String alternative : expression.split(Pattern.quote(" || "), -1)) {
            Matcher parts = TEST.matcher(alternative);
            require(parts.matches(), "%s: the test \"%s\" is refused.", rule, expression);
            Fact fact = only(
                    rule,
                    expression,
                    List.of(Fact.values()),
                    f -> f.component().equals(parts.group(1))
                            && f.type().getSimpleName().equals(parts.group(2)));
            facts.add(fact);
            words.add(only(rule, expression, fact.words(), word -> word.name().equals(parts.group(3))));
        }
        require(facts.size() == 1, "%s: the test \"%s\" is refused.", rule, expression);
        return new Drl.Test(facts.iterator().next(), new Condition.OneOf(words).words());
    }

    private static <T> T only(String rule, String expression, List<T> known, Predicate<T> meant) {
        return known.stream()
                .filter(meant)
                .findFirst()
                .orElseThrow(() -> new DrlRefused("%s: the test \"%s\" is refused.".formatted(rule, expression)));
    }

    private static void none(String what, Collection<?> found) {
        require(found == null || found.isEmpty(), "%s are refused.", what);
    }

    private static void require(boolean holds, String otherwise, Object... values) {
        if (!holds) {
            throw new DrlRefused(otherwise.formatted(values));
        }
    }
}
