package vn.cotmoc.rules.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.stream.Collectors;
import vn.cotmoc.core.measure.Coded;
import vn.cotmoc.rules.decisiontables.Fact;
import vn.cotmoc.rules.decisiontables.Row;

/**
 * The table as a DMN 1.3 model, its inputs and its one output texts, first match, each cell spelled in the language that suits the
 * engine.
 *
 * @param input takes an input's name
 * @param any the cell that takes any word
 * @param test takes the word that is asked
 * @param outcome takes the row's name
 */
record Dmn(String input, String any, String test, String outcome) {

    static final String DECISION = "row";

    static final Dmn FEEL = new Dmn("%s", "-", "\"%s\"", "\"%s\"");
    static final Dmn JUEL = new Dmn("${%s}", "", "${cellInput == '%s'}", "${'%s'}");

    byte[] model() {
        return """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="table" name="table"
                    namespace="https://cotmoc.vn/benchmark">
                %s
                <decision id="row" name="row">
                <variable name="row" typeRef="string"/>
                %s
                <decisionTable id="rows" hitPolicy="FIRST">
                %s
                <output id="outcome" name="row" typeRef="string"/>
                %s
                </decisionTable>
                </decision>
                </definitions>
                """.formatted(
                        ofInputs("""
                                <inputData id="input-%1$s" name="%1$s"><variable name="%1$s" typeRef="string"/></inputData>"""),
                        ofInputs("""
                                <informationRequirement id="asks-%1$s"><requiredInput href="#input-%1$s"/></informationRequirement>"""),
                        ofInputs("""
                                <input id="column-%1$s"><inputExpression id="in-%1$s" typeRef="string"><text>%2$s</text></inputExpression></input>"""),
                        EqualTable.ROWS.stream().map(this::rule).collect(Collectors.joining("\n")))
                .getBytes(UTF_8);
    }

    private String ofInputs(String element) {
        return EqualTable.INPUTS.stream()
                .map(Fact::component)
                .map(name -> element.formatted(name, input.formatted(name)))
                .collect(Collectors.joining("\n"));
    }

    private String rule(Row row) {
        Map<Fact, Coded> asks = EqualTable.asks(row);
        String cells = EqualTable.INPUTS.stream()
                .map(asks::get)
                .map(word -> word == null ? any : test.formatted(word.name()))
                .map("<inputEntry><text>%s</text></inputEntry>"::formatted)
                .collect(Collectors.joining());
        return "<rule id=\"%s\">%s<outputEntry><text>%s</text></outputEntry></rule>"
                .formatted(row.rule(), cells, outcome.formatted(row.rule()));
    }
}
