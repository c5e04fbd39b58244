package vn.cotmoc.rules.authoring;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.authoring.Remark.Code;

/**
 * A decision table in DMN 1.x. Of FEEL it reads texts in quotes, lists of them, {@code not(…)} and {@code -}, and runs nothing; an
 * element of DMN that it was not taught it refuses. Elements of others, such as the drawing, are passed over.
 */
final class DmnTable {

    private static final Pattern MODEL =
            Pattern.compile("https?://www\\.omg\\.org/spec/DMN/[0-9]{8}/(MODEL/?|dmn\\.xsd)");

    private static final String INCLUSION = "http://www.w3.org/2001/XInclude";

    /** Those that a table needs, and those beside it that say nothing of how to decide. */
    private static final Set<String> KNOWN = Set.of(
            "definitions",
            "decision",
            "description",
            "variable",
            "inputData",
            "informationRequirement",
            "requiredInput",
            "decisionTable",
            "input",
            "inputExpression",
            "inputValues",
            "output",
            "outputValues",
            "annotation",
            "rule",
            "inputEntry",
            "outputEntry",
            "annotationEntry",
            "extensionElements",
            "text");

    private static final int DEEPEST = 20;
    private static final int LONGEST = 4_000;

    private static final String QUOTED = "\"[^\"\\\\]*\"";
    private static final Pattern LIST = Pattern.compile("%s(\\s*,\\s*%s)*".formatted(QUOTED, QUOTED));
    private static final Pattern NOT = Pattern.compile("not\\s*\\((.*)\\)");
    private static final Pattern NUMBER = Pattern.compile("[-0-9.<>=\\[\\](), ]*[0-9][-0-9.<>=\\[\\](), ]*");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"");

    private static final XMLInputFactory XML = xml();

    private final Remarks remarks;
    private final List<String> path = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final List<Foreign.Head> inputs = new ArrayList<>();
    private final List<Foreign.Head> outputs = new ArrayList<>();
    private final List<List<Foreign.Entry>> rows = new ArrayList<>();
    private final List<Foreign.Entry> row = new ArrayList<>();
    private int tables;
    private boolean unique;

    private DmnTable(Remarks remarks) {
        this.remarks = remarks;
    }

    private static XMLInputFactory xml() {
        XMLInputFactory factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    /** Null, with a remark, if there is none. */
    static @Nullable Foreign read(byte[] file, Remarks remarks) {
        DmnTable table = new DmnTable(remarks);
        try {
            table.look(XML.createXMLStreamReader(new ByteArrayInputStream(file)));
        } catch (XMLStreamException | RuntimeException broken) {
            remarks.add(Code.FILE_UNREADABLE, String.join("/", table.path), null);
            return null;
        }
        if (table.tables == 0) {
            remarks.add(Code.NO_TABLE, "", null);
        } else if (table.tables > 1) {
            remarks.add(Code.SEVERAL_TABLES, "", null, table.tables);
        }
        if (remarks.blocks()) {
            return null;
        }
        List<Foreign.Head> heads = new ArrayList<>(table.inputs);
        heads.addAll(table.outputs);
        return new Foreign(table.unique, heads, table.rows);
    }

    private void look(XMLStreamReader xml) throws XMLStreamException {
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.DTD -> forbid("DTD");
                case XMLStreamConstants.ENTITY_REFERENCE -> forbid("entity");
                case XMLStreamConstants.PROCESSING_INSTRUCTION -> forbid("processing instruction");
                case XMLStreamConstants.START_ELEMENT -> begin(xml);
                case XMLStreamConstants.END_ELEMENT -> end(xml);
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (isIn("text") && text.length() <= LONGEST) {
                        text.append(xml.getText());
                    }
                }
                default -> {}
            }
        }
    }

    private void forbid(String what) {
        remarks.add(Code.XML_FORBIDDEN, place(), null, what);
    }

    private void begin(XMLStreamReader xml) throws XMLStreamException {
        String namespace = xml.getNamespaceURI() == null ? "" : xml.getNamespaceURI();
        String name = xml.getLocalName();
        if (namespace.equals(INCLUSION)) {
            forbid("XInclude");
        } else if (!MODEL.matcher(namespace).matches() && !path.isEmpty()) {
            pass(xml);
            return;
        } else if (!KNOWN.contains(name) || path.size() >= DEEPEST) {
            forbid(name);
        }
        language(xml.getAttributeValue(null, "expressionLanguage"));
        if (name.equals("rule")) {
            row.clear();
        }
        path.add(name);
        text.setLength(0);
        switch (name) {
            case "decisionTable" -> {
                tables++;
                hit(xml.getAttributeValue(null, "hitPolicy"));
            }
            case "output" -> {
                String own = xml.getAttributeValue(null, "name");
                outputs.add(new Foreign.Head(
                        "decisionTable/output[%d]".formatted(outputs.size() + 1), own == null ? "" : own.strip()));
            }
            default -> {}
        }
    }

    private void language(@Nullable String language) {
        if (language != null && !language.toLowerCase(Locale.ROOT).contains("feel")) {
            forbid("expressionLanguage " + language);
        }
    }

    private void hit(@Nullable String policy) {
        String meant = policy == null ? "UNIQUE" : policy;
        unique = meant.equals("UNIQUE");
        if (!unique && !meant.equals("FIRST")) {
            remarks.add(Code.HIT_POLICY_UNKNOWN, "decisionTable", null, meant, List.of("UNIQUE", "FIRST"));
        }
    }

    /** An element of somebody else, with all that is in it. */
    private void pass(XMLStreamReader xml) throws XMLStreamException {
        for (int depth = 1; depth > 0; ) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (INCLUSION.equals(xml.getNamespaceURI())) {
                        forbid("XInclude");
                    }
                    if (++depth > DEEPEST) {
                        forbid(xml.getLocalName());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.ENTITY_REFERENCE -> forbid("entity");
                default -> {}
            }
        }
    }

    private void end(XMLStreamReader xml) {
        String said = text.toString().strip();
        if (path.size() >= 2 && isIn("text")) {
            switch (path.get(path.size() - 2)) {
                case "inputExpression" ->
                    inputs.add(new Foreign.Head("decisionTable/input[%d]".formatted(inputs.size() + 1), said));
                case "inputEntry", "outputEntry" -> row.add(entry(said, place()));
                default -> {}
            }
        }
        if (isIn("rule")) {
            if (row.size() == inputs.size() + outputs.size()) {
                rows.add(List.copyOf(row));
            } else {
                remarks.add(Code.CELLS_COUNT, place(), null, row.size(), inputs.size() + outputs.size());
            }
        }
        path.removeLast();
        text.setLength(0);
    }

    private boolean isIn(String element) {
        return !path.isEmpty() && path.getLast().equals(element);
    }

    /** Entries are counted in their row: inputs first, then outputs. */
    private String place() {
        if (!path.contains("rule")) {
            return String.join("/", path);
        }
        String in = "decisionTable/rule[%d]".formatted(rows.size() + 1);
        int entry = row.size() + 1;
        if (path.contains("inputEntry")) {
            return "%s/inputEntry[%d]".formatted(in, entry);
        }
        return path.contains("outputEntry") ? "%s/outputEntry[%d]".formatted(in, entry - inputs.size()) : in;
    }

    private Foreign.Entry entry(String said, String at) {
        if (said.isEmpty() || said.equals("-")) {
            return new Foreign.Entry(at, List.of(), false, "");
        }
        Matcher not = NOT.matcher(said);
        boolean isNot = not.matches();
        String list = isNot ? not.group(1).strip() : said;
        if (!LIST.matcher(list).matches()) {
            if (NUMBER.matcher(said).matches()) {
                Foreign.Head head = row.size() < inputs.size() ? inputs.get(row.size()) : new Foreign.Head(at, "");
                remarks.add(Code.NUMBER_FOR_WORD, at, null, said, Conversion.known(head));
            } else {
                remarks.add(Code.EXPRESSION_UNKNOWN, at, null, said);
            }
            return new Foreign.Entry(at, List.of(), false, "");
        }
        List<String> words =
                WORD.matcher(list).results().map(word -> word.group(1)).toList();
        return new Foreign.Entry(at, words, isNot, String.join(", ", words));
    }
}
