package vn.cotmoc.rules.authoring;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.authoring.TestCase;
import vn.cotmoc.core.scoring.RuleSet.Sentence;

/** Test cases taken apart into cells, as {@link Things} takes models apart. */
final class CaseCells {

    private static final String GIVEN = "given/";
    private static final String NAME_VI = "name/vi";
    private static final String NAME_EN = "name/en";
    private static final String RATING = "rating";
    private static final String FLAGS = "flags";
    private static final String ROW = "row";

    private CaseCells() {}

    /** By id, in their order; the cells of each by path. */
    static Map<String, Map<String, Node>> of(List<TestCase> cases) {
        Map<String, Map<String, Node>> things = new LinkedHashMap<>();
        cases.forEach(test -> things.put(Things.free(test.id(), things.keySet()), cells(test)));
        return things;
    }

    private static Map<String, Node> cells(TestCase test) {
        Map<String, Node> cells = new LinkedHashMap<>();
        Sentence name = test.name();
        if (name != null) {
            cells.put(NAME_VI, new Node.Text(name.vi()));
            cells.put(NAME_EN, new Node.Text(name.en()));
        }
        test.given().forEach((fact, word) -> cells.put(GIVEN + fact, new Node.Text(word)));
        cells.put(RATING, new Node.Text(test.rating()));
        cells.put(
                FLAGS,
                new Node.Items(
                        test.flags().stream().sorted().<Node>map(Node.Text::new).toList()));
        if (test.row() != null) {
            cells.put(ROW, new Node.Text(test.row()));
        }
        return cells;
    }

    static List<TestCase> cases(Map<String, Map<String, Node>> things) {
        return things.entrySet().stream()
                .map(thing -> test(thing.getKey(), thing.getValue()))
                .toList();
    }

    private static TestCase test(String id, Map<String, Node> cells) {
        Map<String, String> given = new LinkedHashMap<>();
        cells.forEach((path, node) -> {
            if (path.startsWith(GIVEN)) {
                given.put(path.substring(GIVEN.length()), Things.shown(node));
            }
        });
        List<String> flags = cells.get(FLAGS) instanceof Node.Items(List<Node> items)
                ? items.stream().map(Things::shown).toList()
                : List.of();
        return new TestCase(id, name(cells), given, String.valueOf(text(cells, RATING)), flags, text(cells, ROW));
    }

    /** Where one side took the name away, and the other changed it in one language, that language is its name in both. */
    private static @Nullable Sentence name(Map<String, Node> cells) {
        String vi = text(cells, NAME_VI);
        String en = text(cells, NAME_EN);
        if (vi == null) {
            return en == null ? null : new Sentence(en, en);
        }
        return new Sentence(vi, en == null ? vi : en);
    }

    private static @Nullable String text(Map<String, Node> cells, String path) {
        return Node.text(cells.get(path));
    }
}
