package vn.cotmoc.rules.authoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.authoring.Cell;
import vn.cotmoc.core.authoring.Comparison;

/** What differs between two models. */
final class Comparing {

    /** Cells that say what a thing is called, which is said of all its cells. */
    private static final Set<String> NAMES = Set.of("rule", "code");

    private final Things before;
    private final Things after;
    private final List<Comparison.Thing> removed = new ArrayList<>();
    private final List<Comparison.Thing> added = new ArrayList<>();
    private final List<Comparison.Moved> moved = new ArrayList<>();
    private final List<Comparison.Changed> changed = new ArrayList<>();

    private Comparing(Things before, Things after) {
        this.before = before;
        this.after = after;
    }

    static Comparison of(Things before, Things after) {
        Comparing comparing = new Comparing(before, after);
        comparing.model();
        Things.LISTS.forEach(comparing::list);
        return new Comparison(comparing.removed, comparing.added, comparing.moved, comparing.changed);
    }

    private void model() {
        for (String field : union(after.model().keySet(), before.model().keySet())) {
            change(
                    new Cell(Cell.Part.MODEL, null, field),
                    Things.shownOrNull(before.model().get(field)),
                    Things.shownOrNull(after.model().get(field)));
        }
        change(
                new Cell(Cell.Part.MODEL, null, "columns"),
                String.join(", ", before.columns()),
                String.join(", ", after.columns()));
    }

    private void change(Cell cell, @Nullable String from, @Nullable String to) {
        if (!Objects.equals(from, to)) {
            changed.add(new Comparison.Changed(cell, from, to));
        }
    }

    private void list(Cell.Part part) {
        List<String> old = before.order(part);
        List<String> now = after.order(part);
        only(part, old, now, removed);
        only(part, now, old, added);
        moved(part, old, now);
        for (String id : union(after.list(part).keySet(), before.list(part).keySet())) {
            Map<String, Node> was = before.list(part).getOrDefault(id, Map.of());
            Map<String, Node> is = after.list(part).getOrDefault(id, Map.of());
            for (String field : union(is.keySet(), was.keySet())) {
                if (NAMES.contains(field)) {
                    continue;
                }
                change(new Cell(part, id, field), before.shown(part, id, field), after.shown(part, id, field));
            }
        }
    }

    private static void only(Cell.Part part, List<String> these, List<String> others, List<Comparison.Thing> found) {
        Set<String> known = new HashSet<>(others);
        for (int i = 0; i < these.size(); i++) {
            if (!known.contains(these.get(i))) {
                found.add(new Comparison.Thing(part, these.get(i), i));
            }
        }
    }

    /** All that do not stand in the longest run of those that kept their order. */
    private void moved(Cell.Part part, List<String> old, List<String> now) {
        Map<String, Integer> was = places(old);
        Map<String, Integer> is = places(now);
        List<String> common = now.stream().filter(was::containsKey).toList();
        Set<String> still =
                inOrder(common.stream().map(id -> was.getOrDefault(id, -1)).toList(), common);
        for (String id : common) {
            if (!still.contains(id)) {
                moved.add(new Comparison.Moved(part, id, was.getOrDefault(id, -1), is.getOrDefault(id, -1)));
            }
        }
    }

    private static Map<String, Integer> places(List<String> ids) {
        Map<String, Integer> places = new HashMap<>();
        ids.forEach(id -> places.put(id, places.size()));
        return places;
    }

    private static Set<String> inOrder(List<Integer> places, List<String> ids) {
        int[] length = new int[places.size()];
        int[] previous = new int[places.size()];
        Arrays.fill(previous, -1);
        int last = -1;
        for (int i = 0; i < length.length; i++) {
            length[i] = 1;
            for (int j = 0; j < i; j++) {
                if (places.get(j) < places.get(i) && length[j] + 1 > length[i]) {
                    length[i] = length[j] + 1;
                    previous[i] = j;
                }
            }
            if (last < 0 || length[i] > length[last]) {
                last = i;
            }
        }
        Set<String> inOrder = new HashSet<>();
        for (int i = last; i >= 0; i = previous[i]) {
            inOrder.add(ids.get(i));
        }
        return inOrder;
    }

    static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> union = new LinkedHashSet<>(one);
        union.addAll(other);
        return union;
    }
}
