package vn.cotmoc.rules.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.cotmoc.core.measure.Coded;
import vn.cotmoc.core.scoring.TargetFacts;
import vn.cotmoc.rules.decisiontables.Condition;
import vn.cotmoc.rules.decisiontables.Fact;
import vn.cotmoc.rules.decisiontables.RuleModel;

/**
 * All that emitted DRL can say: flat rules over one target, each a conjunction of tests on its facts, each noting that
 * its row matched. Names are numbers; no word of an author is in it.
 */
public record Drl(List<Rule> rules) {

    public static final String PACKAGE = "vn.cotmoc.emitted";
    /** The type of the global that collects the matches: {@code void add(TargetFacts, int)}. */
    public static final String MATCHES = "vn.cotmoc.rules.drools.Matches";

    static final List<String> IMPORTS = Stream.concat(
                    Stream.of(TargetFacts.class), Stream.of(Fact.values()).map(Fact::type))
            .map(Class::getName)
            .sorted()
            .toList();

    public Drl {
        rules = List.copyOf(rules);
    }

    /** @param tests one for each fact at most */
    record Rule(List<Test> tests) {
        Rule {
            tests = List.copyOf(tests);
        }
    }

    /** The fact is one of the words. */
    record Test(Fact fact, List<Coded> words) {

        String text() {
            return words.stream()
                    .map(word -> "%s == %s.%s"
                            .formatted(fact.component(), fact.type().getSimpleName(), word.name()))
                    .collect(Collectors.joining(" || "));
        }
    }

    /** The table's rows first, then the alerts: the numbers that the rules note are counted through. */
    public static Drl of(RuleModel model) {
        Stream<Rule> rows = model.rows().stream().map(row -> {
            List<Test> tests = new ArrayList<>();
            for (int column = 0; column < model.columns().size(); column++) {
                if (row.when().get(column) instanceof Condition.OneOf oneOf) {
                    tests.add(new Test(model.columns().get(column), oneOf.words()));
                }
            }
            return new Rule(tests);
        });
        Stream<Rule> alerts = model.alerts().stream()
                .map(alert -> new Rule(alert.when().entrySet().stream()
                        .map(asked -> new Test(asked.getKey(), asked.getValue().words()))
                        .toList()));
        return new Drl(Stream.concat(rows, alerts).toList());
    }

    /** The one spelling of these rules. */
    public String text() {
        StringBuilder text = new StringBuilder("package %s;\n\n".formatted(PACKAGE));
        IMPORTS.forEach(name -> text.append("import %s;\n".formatted(name)));
        text.append("\nglobal %s matches;\n".formatted(MATCHES));
        for (int row = 1; row <= rules.size(); row++) {
            String tests = rules.get(row - 1).tests().stream().map(Test::text).collect(Collectors.joining(", "));
            text.append("""

                    rule "%s"
                    when
                        $target : TargetFacts( %s )
                    then
                        %s
                    end
                    """.formatted(name(row), tests, consequence(row)));
        }
        return text.toString();
    }

    /** @param row from 1 on */
    public static String name(int row) {
        return "r_%03d".formatted(row);
    }

    static String consequence(int row) {
        return "matches.add($target, %d);".formatted(row);
    }
}
