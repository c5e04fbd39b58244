package vn.cotmoc.rules.authoring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.cotmoc.rules.authoring.Drafts.GOOD;
import static vn.cotmoc.rules.authoring.Drafts.WORKSHOP;
import static vn.cotmoc.rules.authoring.Drafts.said;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Objects;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.cotmoc.core.authoring.Converted;
import vn.cotmoc.core.authoring.TableFormat;
import vn.cotmoc.rules.decisiontables.RuleModelJson;

/** Decision tables from elsewhere; nothing of them is run, and nothing is guessed. */
class ReadTest {

    private static final String DMN = """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:d="https://www.omg.org/spec/DMN/20191111/DMNDI/"
                id="x" name="x" namespace="y">
              <decision id="rating" name="rating">
                <decisionTable id="t" hitPolicy="FIRST">
                  <input id="i1"><inputExpression id="e1" typeRef="string"><text>phase</text></inputExpression></input>
                  <input id="i2"><inputExpression id="e2" typeRef="string"><text>Số liệu</text></inputExpression></input>
                  <output id="o1" name="rule"/><output id="o2" name="rating"/>
                  <rule id="r1"><inputEntry><text>"running", "ended"</text></inputEntry><inputEntry><text>not("none")</text></inputEntry>
                    <outputEntry><text>"partly"</text></outputEntry><outputEntry><text>"behind"</text></outputEntry></rule>
                  <rule id="r2"><inputEntry><text>-</text></inputEntry><inputEntry><text></text></inputEntry>
                    <outputEntry><text>"wholly"</text></outputEntry><outputEntry><text>"met"</text></outputEntry></rule>
                </decisionTable>
              </decision>
              <d:DMNDI><d:DMNDiagram/></d:DMNDI>
            </definitions>
            """;

    private interface Filling {
        void fill(Worksheet sheet);
    }

    private static Converted sheet(Filling filling) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Quy tắc");
            String[][] cells = {
                {"Giai đoạn", "evidence", "rule", "rating", "flags"},
                {"running, ended", "partial", "partly", "behind", "slow (low), late (high)"},
                {"-", "-", "wholly", "met", ""}
            };
            for (int row = 0; row < cells.length; row++) {
                for (int column = 0; column < cells[row].length; column++) {
                    sheet.value(row, column, cells[row][column]);
                }
            }
            filling.fill(sheet);
        }
        return WORKSHOP.read(bytes.toByteArray(), TableFormat.XLSX, GOOD);
    }

    private static Converted dmn(String xml) {
        return WORKSHOP.read(xml.getBytes(UTF_8), TableFormat.DMN, GOOD);
    }

    @Test
    void aSheetIsLaidOverTheModel() throws Exception {
        Converted converted = sheet(sheet -> {});

        assertThat(said(converted.remarks())).isEmpty();
        var model = RuleModelJson.read(Objects.requireNonNull(converted.model()));
        assertThat(model.rows()).extracting(row -> row.rule()).containsExactly("partly", "wholly");
        assertThat(model.rows().getFirst().flags()).hasSize(2);
        assertThat(model.rows().getFirst().says().vi()).as("of the model's row").isEqualTo("Câu partly.");
        assertThat(model.alerts()).hasSize(1);
    }

    @Test
    void whatASheetCannotSayIsNamedByItsCellAndNothingIsMade() throws Exception {
        assertThat(said(sheet(sheet -> sheet.formula(1, 0, "WEBSERVICE(\"http://x\")"))
                        .remarks()))
                .contains("formula A2");
        assertThat(said(sheet(sheet -> sheet.value(1, 1, 0.95)).remarks())).contains("number-for-word B2");
        assertThat(said(sheet(sheet -> sheet.value(2, 1, "full, half")).remarks()))
                .contains("fact-word-unknown B3");
        assertThat(said(sheet(sheet -> sheet.value(2, 1, "")).remarks())).contains("fact-word-unknown B3");
        assertThat(said(sheet(sheet -> sheet.value(0, 1, "facts")).remarks())).contains("header-unknown B1");
        assertThat(said(sheet(sheet -> sheet.value(0, 1, "phase")).remarks())).contains("header-twice B1");
        assertThat(said(sheet(sheet -> sheet.value(1, 7, "run")).remarks())).contains("header-missing H2");
        assertThat(sheet(sheet -> sheet.value(2, 1, "half")).model()).isNull();
    }

    @Test
    void whatIsNoWorkbookIsNotRead() {
        Converted converted = WORKSHOP.read("PK nonsense".getBytes(UTF_8), TableFormat.XLSX, GOOD);

        assertThat(said(converted.remarks())).containsExactly("file-no-workbook");
        assertThat(converted.model()).isNull();
    }

    @Test
    void allRowsOfASheetThatHasTooManyAreCounted() throws Exception {
        Converted converted = sheet(sheet -> {
            for (int row = 1; row <= 250; row++) {
                sheet.value(row, 0, "rule-" + row);
            }
        });

        assertThat(converted.remarks())
                .singleElement()
                .satisfies(remark -> assertThat(remark.values()).containsEntry("count", 250));
        assertThat(converted.model()).isNull();
    }

    @Test
    void aDmnTableIsLaidOverTheModel() {
        Converted converted = dmn(DMN);

        assertThat(said(converted.remarks())).isEmpty();
        assertThat(Objects.requireNonNull(converted.model()))
                .contains(
                        "[\"running\",\"ended\"],[\"partial\",\"incomparable\",\"full\"]",
                        "\"wholly\",\"when\":[\"-\",\"-\"]");
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "hitPolicy=\"FIRST\"       | hitPolicy=\"COLLECT\"        | hit-policy-unknown decisionTable",
                "hitPolicy=\"FIRST\"       | hitPolicy=\"UNIQUE\"         | not-unique",
                "hitPolicy=\"FIRST\"       | ``                           | not-unique",
                "<text>phase</text>        | <text>weather</text>         | header-unknown decisionTable/input[1]",
                "<text>-</text>            | <text>contains(phase, \"a\")</text> | expression-unknown decisionTable/rule[2]/inputEntry[1]",
                "<text>-</text>            | <text>&gt;= 0.9</text>       | number-for-word decisionTable/rule[2]/inputEntry[1]",
                "\"wholly\"                | if true then \"a\" else \"b\" | expression-unknown decisionTable/rule[2]/outputEntry[1]",
                "not(\"none\")             | not(\"never\")               | fact-word-unknown decisionTable/rule[1]/inputEntry[2]",
                "<decision id=             | <businessKnowledgeModel/><decision id= | xml-forbidden definitions",
                "<input id=\"i1\">         | <input id=\"i1\"><xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"file:///etc/passwd\"/> | xml-forbidden definitions/decision/decisionTable/input",
                "<decisionTable id         | <decisionTable expressionLanguage=\"http://www.javascript.com\" id | xml-forbidden definitions/decision",
            })
    void whatADmnTableCannotSayIsNamedByItsElementAndNothingIsMade(String good, String bad, String said) {
        assertThat(DMN).contains(good);

        Converted converted = dmn(DMN.replace(good, bad));

        assertThat(said(converted.remarks())).contains(said);
        assertThat(converted.model()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>",
                "<!DOCTYPE x SYSTEM 'http://example.com/x.dtd'>",
                "<!DOCTYPE x [<!ENTITY a 'aa'><!ENTITY b '&a;&a;&a;'>]>"
            })
    void entitiesAreNeitherFetchedNorFollowed(String doctype) {
        Converted converted = dmn(DMN.replace("?>\n", "?>\n" + doctype).replace("<text>-</text>", "<text>&a;</text>"));

        assertThat(converted.model()).isNull();
        assertThat(converted.remarks()).isNotEmpty();
    }
}
