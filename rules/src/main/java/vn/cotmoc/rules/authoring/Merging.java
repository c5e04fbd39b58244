package vn.cotmoc.rules.authoring;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.authoring.Cell;
import vn.cotmoc.core.authoring.Comparison;
import vn.cotmoc.core.authoring.Merged;
import vn.cotmoc.core.authoring.TestCase;
import vn.cotmoc.rules.decisiontables.RuleModelFault;
import vn.cotmoc.rules.decisiontables.RuleModelJson;

/**
 * Puts two people's changes of one model and its test cases together, cell by cell. What one removed and the other changed stays,
 * and is a conflict; of a cell that both changed mine stays. What a row or an alert says when it holds (rating, flags, sentences) is
 * one thing: where both changed something of it all of mine stays, as half of each would say what neither meant.
 */
final class Merging {

    private final Things base;
    private final Things mine;
    private final Things theirs;
    private final List<Merged.Conflict> conflicts = new ArrayList<>();

    Merging(Things base, Things mine, Things theirs) {
        this.base = base;
        this.mine = mine;
        this.theirs = theirs;
    }

    Merged merged() {
        Map<String, Node> model = cells(Cell.Part.MODEL, null, base.model(), mine.model(), theirs.model());
        Set<String> columns = columns();
        List<String> inOrder = order("columns", columns, base.columns(), mine.columns(), theirs.columns());
        Map<Cell.Part, Map<String, Map<String, Node>>> lists = new EnumMap<>(Cell.Part.class);
        for (Cell.Part part : Things.LISTS) {
            lists.put(part, list(part, columns));
        }
        List<TestCase> cases = CaseCells.cases(list(Cell.Part.CASE, columns));
        String text = new Things(model, inOrder, lists).together().write();
        try {
            text = RuleModelJson.write(RuleModelJson.read(text));
        } catch (RuleModelFault unfinished) {
            // Then it stays as it is: the review says what it lacks.
        }
        return new Merged(text, cases, conflicts);
    }

    /** Those that stay: one that a side removed stays if the other changed a cell of it. */
    private Set<String> columns() {
        Set<String> stay = new LinkedHashSet<>();
        for (String column : Comparing.union(
                new LinkedHashSet<>(base.columns()),
                Comparing.union(new LinkedHashSet<>(mine.columns()), new LinkedHashSet<>(theirs.columns())))) {
            boolean was = base.columns().contains(column);
            boolean isMine = mine.columns().contains(column);
            boolean isTheirs = theirs.columns().contains(column);
            boolean torn = was && isMine != isTheirs && isChanged(column, isMine ? mine : theirs);
            if (torn) {
                conflicts.add(new Merged.Conflict(
                        new Cell(Cell.Part.MODEL, null, "columns/" + column),
                        column,
                        isMine ? column : null,
                        isTheirs ? column : null,
                        List.of()));
            }
            if (torn || (was ? isMine && isTheirs : isMine || isTheirs)) {
                stay.add(column);
            }
        }
        return stay;
    }

    private boolean isChanged(String column, Things side) {
        String cell = Things.cellOf(column);
        return side.list(Cell.Part.ROW).entrySet().stream().anyMatch(row -> {
            Map<String, Node> was = base.list(Cell.Part.ROW).getOrDefault(row.getKey(), Map.of());
            return !Objects.equals(was.get(cell), row.getValue().get(cell));
        });
    }

    private Map<String, Map<String, Node>> list(Cell.Part part, Set<String> columns) {
        Map<String, Map<String, Node>> stay = new LinkedHashMap<>();
        Set<String> ids = Comparing.union(
                base.list(part).keySet(),
                Comparing.union(mine.list(part).keySet(), theirs.list(part).keySet()));
        for (String id : ids) {
            Map<String, Node> was = base.list(part).get(id);
            Map<String, Node> isMine = side(part, id, mine, columns);
            Map<String, Node> isTheirs = side(part, id, theirs, columns);
            if (isMine != null && isTheirs != null) {
                stay.put(id, cells(part, id, was == null ? Map.of() : was, isMine, isTheirs));
                continue;
            }
            Map<String, Node> left = isMine == null ? isTheirs : isMine;
            if (left == null || left.equals(was)) {
                continue;
            }
            if (was != null) {
                conflicts.add(new Merged.Conflict(
                        new Cell(part, id, ""),
                        id,
                        isMine == null ? null : id,
                        isTheirs == null ? null : id,
                        edits(part, id, isMine == null ? theirs : mine)));
            }
            stay.put(id, left);
        }
        stay.values()
                .forEach(cells -> cells.keySet()
                        .removeIf(field -> part == Cell.Part.ROW
                                && field.startsWith("when/")
                                && !Things.isBeyond(Things.columnOf(field))
                                && !columns.contains(Things.columnOf(field))));
        Map<String, Map<String, Node>> inOrder = new LinkedHashMap<>();
        for (String id :
                order(part.code() + "s", stay.keySet(), base.order(part), mine.order(part), theirs.order(part))) {
            inOrder.put(id, stay.getOrDefault(id, Map.of()));
        }
        return inOrder;
    }

    /** What a side made of a thing that the other one removed. */
    private List<Comparison.Changed> edits(Cell.Part part, String id, Things side) {
        Set<String> fields = Comparing.union(
                side.list(part).getOrDefault(id, Map.of()).keySet(),
                base.list(part).getOrDefault(id, Map.of()).keySet());
        return fields.stream()
                .map(field -> new Comparison.Changed(
                        new Cell(part, id, field), base.shown(part, id, field), side.shown(part, id, field)))
                .filter(change -> !Objects.equals(change.before(), change.after()))
                .toList();
    }

    /** Null if the side has no such thing; where it has no column that stays, its cells are as they were. */
    private @Nullable Map<String, Node> side(Cell.Part part, String id, Things side, Set<String> columns) {
        Map<String, Node> is = side.list(part).get(id);
        if (is == null) {
            return null;
        }
        Map<String, Node> cells = new LinkedHashMap<>(is);
        Map<String, Node> was = base.list(part).getOrDefault(id, Map.of());
        if (part == Cell.Part.ROW) {
            for (String column : columns) {
                Node before = was.get(Things.cellOf(column));
                if (before != null
                        && base.columns().contains(column)
                        && !side.columns().contains(column)) {
                    cells.put(Things.cellOf(column), before);
                }
            }
        }
        return cells;
    }

    private Map<String, Node> cells(
            Cell.Part part,
            @Nullable String id,
            Map<String, Node> was,
            Map<String, Node> isMine,
            Map<String, Node> isTheirs) {
        Map<String, Node> merged = new LinkedHashMap<>();
        boolean bothSay = !said(part, isMine).equals(said(part, was))
                && !said(part, isTheirs).equals(said(part, was));
        for (String field : Comparing.union(isMine.keySet(), Comparing.union(isTheirs.keySet(), was.keySet()))) {
            Node before = was.get(field);
            Node one = isMine.get(field);
            Node other = isTheirs.get(field);
            boolean isAsked =
                    bothSay && isSaid(part, field) || !Objects.equals(one, before) && !Objects.equals(other, before);
            Node stays = isAsked || !Objects.equals(one, before) ? one : other;
            if (isAsked && !Objects.equals(one, other)) {
                conflicts.add(new Merged.Conflict(
                        new Cell(part, id, field),
                        Things.shownOrNull(before),
                        Things.shownOrNull(one),
                        Things.shownOrNull(other),
                        List.of()));
            }
            if (stays != null) {
                merged.put(field, stays);
            }
        }
        return merged;
    }

    private static Map<String, Node> said(Cell.Part part, Map<String, Node> cells) {
        Map<String, Node> said = new HashMap<>(cells);
        said.keySet().removeIf(field -> !isSaid(part, field));
        return said;
    }

    private static boolean isSaid(Cell.Part part, String field) {
        return (part == Cell.Part.ROW || part == Cell.Part.ALERT) && !field.startsWith("when/");
    }

    /**
     * The order of what stays. It falls into the shortest stretches that hold the same things on all sides; each is as the side has it
     * that changed it, and what a side added stands behind what it stood behind there. Where both changed one stretch, or added at
     * one place, it is a conflict, and mine comes first.
     */
    private List<String> order(String list, Set<String> stay, List<String> was, List<String> one, List<String> other) {
        Set<String> both = new HashSet<>(was);
        both.retainAll(new HashSet<>(one));
        both.retainAll(new HashSet<>(other));
        both.retainAll(stay);
        List<Optional<String>> before = spine(was, both);
        List<Optional<String>> inMine = spine(one, both);
        List<Optional<String>> inTheirs = spine(other, both);
        Map<Optional<String>, List<String>> addedByMe = behind(one, both, stay);
        Map<Optional<String>, List<String>> addedByThem = behind(other, both, stay);
        Map<Optional<String>, Integer> sides = new HashMap<>();
        Set<String> order = new LinkedHashSet<>();
        int from = 0;
        int onAllSides = 0;
        for (int to = 1; to <= before.size(); to++) {
            for (List<Optional<String>> spine : List.of(before, inMine, inTheirs)) {
                onAllSides += sides.merge(spine.get(to - 1), 1, Integer::sum) == 3 ? 1 : 0;
            }
            if (onAllSides < to) {
                continue;
            }
            List<Optional<String>> stretch = before.subList(from, to);
            List<Optional<String>> ofMine = inMine.subList(from, to);
            List<Optional<String>> ofTheirs = inTheirs.subList(from, to);
            List<String> asMine = woven(ofMine.equals(stretch) ? ofTheirs : ofMine, addedByMe, addedByThem, order);
            List<String> asTheirs = woven(ofTheirs.equals(stretch) ? ofMine : ofTheirs, addedByThem, addedByMe, order);
            if (!asMine.equals(asTheirs)) {
                conflicts.add(new Merged.Conflict(
                        new Cell(Cell.Part.ORDER, null, list),
                        listed(stretch.stream().flatMap(Optional::stream).toList()),
                        listed(asMine),
                        listed(asTheirs),
                        List.of()));
            }
            order.addAll(asMine);
            from = to;
        }
        return List.copyOf(order);
    }

    /** What all sides have, behind nothing, which stands for the beginning. */
    private static List<Optional<String>> spine(List<String> side, Set<String> both) {
        return Stream.concat(
                        Stream.of(Optional.<String>empty()),
                        side.stream().filter(both::contains).map(Optional::of))
                .toList();
    }

    /** The spine with what was added behind each of it, that of the first side first, but for what stands further up already. */
    private static List<String> woven(
            List<Optional<String>> spine,
            Map<Optional<String>, List<String>> first,
            Map<Optional<String>, List<String>> second,
            Set<String> above) {
        Set<String> woven = new LinkedHashSet<>();
        for (Optional<String> anchor : spine) {
            anchor.ifPresent(woven::add);
            woven.addAll(first.getOrDefault(anchor, List.of()));
            woven.addAll(second.getOrDefault(anchor, List.of()));
        }
        return woven.stream().filter(id -> !above.contains(id)).toList();
    }

    private static @Nullable String listed(List<String> ids) {
        return ids.isEmpty() ? null : String.join(", ", ids);
    }

    /** What a side has of its own, by what stands before it; under nothing what stands first. */
    private static Map<Optional<String>, List<String>> behind(List<String> side, Set<String> both, Set<String> stay) {
        Map<Optional<String>, List<String>> behind = new HashMap<>();
        Optional<String> anchor = Optional.empty();
        for (String id : side) {
            if (both.contains(id)) {
                anchor = Optional.of(id);
            } else if (stay.contains(id)) {
                behind.computeIfAbsent(anchor, first -> new ArrayList<>()).add(id);
            }
        }
        return behind;
    }
}
