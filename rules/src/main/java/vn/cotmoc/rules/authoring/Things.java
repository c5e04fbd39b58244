package vn.cotmoc.rules.authoring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.authoring.Cell;
import vn.cotmoc.core.measure.Coded;
import vn.cotmoc.rules.decisiontables.Fact;
import vn.cotmoc.rules.decisiontables.RuleModel;

/**
 * A model taken apart into cells: what differs, and what two people changed, is told cell by cell. A row's cells are known by their
 * columns, so that another order of columns changes none of them; {@code -} is no cell.
 *
 * @param model cells of the model itself, by path
 * @param columns as the text has them, each once
 * @param lists rows, alerts and grades, and test cases where there are any: by id in their order, the cells of each by path
 */
record Things(Map<String, Node> model, List<String> columns, Map<Cell.Part, Map<String, Map<String, Node>>> lists) {

    static final List<Cell.Part> LISTS = List.of(Cell.Part.ROW, Cell.Part.ALERT, Cell.Part.GRADE);

    private static final String ANY = "-";
    private static final String WHEN = "when/";
    private static final Pattern PLACE = Pattern.compile("#\\d{1,4}");

    private static final List<String> FIRST = List.of(
            "id", "version", "engine", "about", "hit", "columns", "rows", "alerts", "points", "rollUp", "allows");

    static Things of(Node.Fields root) {
        Map<String, Node> model = new LinkedHashMap<>();
        List<String> columns = new ArrayList<>();
        Map<Cell.Part, Map<String, Map<String, Node>>> lists = new EnumMap<>(Cell.Part.class);
        LISTS.forEach(part -> lists.put(part, new LinkedHashMap<>()));
        if (root.fields().get("columns") instanceof Node.Items(List<Node> items)) {
            items.stream().map(Things::shown).distinct().forEach(columns::add);
        }
        root.fields().forEach((name, value) -> {
            Cell.Part part = part(name);
            if (part != null && value instanceof Node.Items(List<Node> items)) {
                lists.put(part, things(items, part == Cell.Part.ROW ? columns : List.of()));
            } else if (name.equals("rollUp")
                    && value instanceof Node.Fields rollUp
                    && rollUp.fields().get("grades") instanceof Node.Items(List<Node> grades)) {
                lists.put(Cell.Part.GRADE, things(grades, List.of()));
                Map<String, Node> rest = new LinkedHashMap<>(rollUp.fields());
                rest.remove("grades");
                flatten(new Node.Fields(rest, Set.of()), "rollUp", model);
            } else if (!(name.equals("columns") && value instanceof Node.Items)) {
                flatten(value, escaped(name), model);
            }
        });
        model.remove("engine", new Node.Text(RuleModel.DEFAULT_ENGINE));
        return new Things(model, columns, lists);
    }

    private static Cell.@Nullable Part part(String field) {
        return switch (field) {
            case "rows" -> Cell.Part.ROW;
            case "alerts" -> Cell.Part.ALERT;
            default -> null;
        };
    }

    Things with(Map<String, Map<String, Node>> cases) {
        Map<Cell.Part, Map<String, Map<String, Node>>> all = new EnumMap<>(lists);
        all.put(Cell.Part.CASE, cases);
        return new Things(model, columns, all);
    }

    private static Map<String, Map<String, Node>> things(List<Node> items, List<String> columns) {
        Map<String, Map<String, Node>> things = new LinkedHashMap<>();
        for (int i = 0; i < items.size(); i++) {
            Map<String, Node> cells = new LinkedHashMap<>();
            String id = null;
            if (items.get(i) instanceof Node.Fields fields) {
                id = Node.text(
                        fields.fields().getOrDefault("rule", fields.fields().get("code")));
                fields.fields().forEach((name, value) -> {
                    if (name.equals("when")
                            && value instanceof Node.Items(List<Node> conditions)
                            && !columns.isEmpty()) {
                        conditions(conditions, columns, cells);
                    } else {
                        flatten(value, escaped(name), cells);
                    }
                });
            } else {
                cells.put("", items.get(i));
            }
            things.put(free(id == null ? "#" + i : id, things.keySet()), cells);
        }
        return things;
    }

    /** Of two with the same id, which is a fault that the review names, the later one has another here. */
    static String free(String id, Set<String> taken) {
        String free = id;
        while (taken.contains(free)) {
            free += "#";
        }
        return free;
    }

    private static void conditions(List<Node> conditions, List<String> columns, Map<String, Node> cells) {
        for (int i = 0; i < conditions.size(); i++) {
            String column = i < columns.size() ? columns.get(i) : "#" + i;
            if (!ANY.equals(Node.text(conditions.get(i)))) {
                cells.put(WHEN + escaped(column), inOrder(column, conditions.get(i)));
            }
        }
    }

    private static void flatten(Node node, String path, Map<String, Node> cells) {
        if (node instanceof Node.Fields fields && !fields.fields().isEmpty() && !path.equals("flag")) {
            fields.fields().forEach((name, value) -> flatten(value, path + "/" + escaped(name), cells));
        } else if (path.startsWith(WHEN)) {
            cells.put(path, inOrder(path.substring(WHEN.length()), node));
        } else {
            cells.put(path, node);
        }
    }

    /** One spelling of one cell: words in their fact's order, a single one not as a list. */
    private static Node inOrder(String column, Node node) {
        Fact fact = Coded.find(Fact.class, column).orElse(null);
        if (fact == null || !(node instanceof Node.Items(List<Node> items))) {
            return node;
        }
        if (items.size() == 1) {
            return items.getFirst();
        }
        List<String> known = fact.words().stream().map(Coded::code).toList();
        return new Node.Items(items.stream()
                .sorted(Comparator.comparingInt(item -> known.indexOf(String.valueOf(Node.text(item)))))
                .toList());
    }

    static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    static String unescaped(String name) {
        return name.replace("~1", "/").replace("~0", "~");
    }

    Map<String, Map<String, Node>> list(Cell.Part part) {
        return lists.getOrDefault(part, Map.of());
    }

    List<String> order(Cell.Part part) {
        return List.copyOf(list(part).keySet());
    }

    /** As people read it; null for nothing. */
    @Nullable
    String shown(Cell.Part part, String thing, String field) {
        Node node = list(part).getOrDefault(thing, Map.of()).get(field);
        boolean isCell = part == Cell.Part.ROW && field.startsWith(WHEN);
        return node == null && isCell && list(part).containsKey(thing) && columns.contains(columnOf(field))
                ? ANY
                : shownOrNull(node);
    }

    static String columnOf(String field) {
        return unescaped(field.substring(WHEN.length()));
    }

    static String cellOf(String column) {
        return WHEN + escaped(column);
    }

    static @Nullable String shownOrNull(@Nullable Node node) {
        return node == null ? null : shown(node);
    }

    static String shown(Node node) {
        return switch (node) {
            case Node.Text(String value) -> value;
            case Node.Bare(String bare) -> bare;
            case Node.Items(List<Node> items) ->
                items.stream().map(Things::shown).collect(Collectors.joining(", "));
            case Node.Fields fields -> {
                String code = Node.text(fields.fields().get("code"));
                String severity = Node.text(fields.fields().get("severity"));
                yield code == null || severity == null ? node.write() : "%s (%s)".formatted(code, severity);
            }
        };
    }

    /** Put together again, fields in the order in which the house writes them. */
    Node.Fields together() {
        Map<String, Node> root = new LinkedHashMap<>();
        Map<String, Node> own = nested(model);
        Set<String> names = new LinkedHashSet<>(FIRST);
        names.addAll(own.keySet());
        for (String name : names) {
            Node value = switch (name) {
                case "columns" -> columns.isEmpty() ? own.get(name) : texts(columns);
                case "rows" -> list(Cell.Part.ROW).isEmpty() ? own.get(name) : items(Cell.Part.ROW);
                case "alerts" -> list(Cell.Part.ALERT).isEmpty() ? own.get(name) : items(Cell.Part.ALERT);
                case "rollUp" -> rollUp(own.get(name));
                default -> own.get(name);
            };
            if (value != null) {
                root.put(name, value);
            }
        }
        return new Node.Fields(root, Set.of());
    }

    private @Nullable Node rollUp(@Nullable Node own) {
        if (list(Cell.Part.GRADE).isEmpty()) {
            return own;
        }
        Map<String, Node> fields =
                new LinkedHashMap<>(own instanceof Node.Fields rest ? rest.fields() : Map.<String, Node>of());
        fields.put("grades", items(Cell.Part.GRADE));
        return new Node.Fields(fields, Set.of());
    }

    private static Node texts(List<String> texts) {
        return new Node.Items(texts.stream().<Node>map(Node.Text::new).toList());
    }

    private Node items(Cell.Part part) {
        List<Node> items = new ArrayList<>();
        for (Map<String, Node> cells : list(part).values()) {
            items.add(cells.containsKey("") ? cells.getOrDefault("", new Node.Text("")) : item(part, cells));
        }
        return new Node.Items(items);
    }

    private Node item(Cell.Part part, Map<String, Node> cells) {
        if (part != Cell.Part.ROW || columns.isEmpty() || cells.containsKey("when")) {
            return new Node.Fields(nested(cells), Set.of());
        }
        Map<String, Node> row = new LinkedHashMap<>();
        Stream.of("rule")
                .filter(cells::containsKey)
                .forEach(name -> row.put(name, cells.getOrDefault(name, texts(List.of()))));
        row.put(
                "when",
                new Node.Items(Stream.concat(columns.stream(), beyond(cells))
                        .map(column -> cells.getOrDefault(cellOf(column), new Node.Text(ANY)))
                        .toList()));
        Map<String, Node> rest = new LinkedHashMap<>(cells);
        rest.keySet().removeIf(path -> path.startsWith(WHEN));
        nested(rest).forEach(row::putIfAbsent);
        return new Node.Fields(row, Set.of());
    }

    /** Cells for which there is no column, a fault that the review names: known by their places, and written behind the columns. */
    private Stream<String> beyond(Map<String, Node> cells) {
        int[] places = cells.keySet().stream()
                .filter(path -> path.startsWith(WHEN))
                .map(Things::columnOf)
                .filter(Things::isBeyond)
                .mapToInt(column -> Integer.parseInt(column.substring(1)))
                .sorted()
                .toArray();
        return places.length == 0
                ? Stream.empty()
                : IntStream.rangeClosed(Math.min(columns.size(), places[0]), places[places.length - 1])
                        .mapToObj(place -> "#" + place);
    }

    /** Whether this stands for no column of the model, but for a place in a row that has more cells than there are columns. */
    static boolean isBeyond(String column) {
        return PLACE.matcher(column).matches();
    }

    private static Map<String, Node> nested(Map<String, Node> cells) {
        Map<String, Node> nested = new LinkedHashMap<>();
        Map<String, Map<String, Node>> deeper = new LinkedHashMap<>();
        cells.forEach((path, value) -> {
            int slash = path.indexOf('/');
            if (slash < 0) {
                nested.put(unescaped(path), value);
            } else {
                String name = unescaped(path.substring(0, slash));
                deeper.computeIfAbsent(name, first -> new LinkedHashMap<>()).put(path.substring(slash + 1), value);
                nested.putIfAbsent(name, value);
            }
        });
        deeper.forEach((name, rest) -> nested.put(name, new Node.Fields(nested(rest), Set.of())));
        return nested;
    }
}
