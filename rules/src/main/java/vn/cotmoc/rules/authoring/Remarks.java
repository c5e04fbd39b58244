package vn.cotmoc.rules.authoring;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.authoring.Remark;
import vn.cotmoc.core.authoring.Remark.Code;

/** Where remarks gather, and what the commonest of them are about: that something is of another kind, or not there. */
final class Remarks {

    /** Nobody reads more; and a text of 256 KiB can have many times as many faults. */
    private static final int MOST = 1_000;

    private final List<Remark> all = new ArrayList<>();
    private boolean blocks;

    void add(Code code, String at, @Nullable String rule, Object... values) {
        boolean isFirstToBlock = code.weight() == Remark.Weight.BLOCKS && !blocks;
        if (all.size() < MOST || isFirstToBlock) {
            all.add(Remark.of(code, at, rule, values));
            blocks |= isFirstToBlock;
        }
    }

    List<Remark> all() {
        return List.copyOf(all);
    }

    boolean blocks() {
        return blocks;
    }

    /** The pointer to a field of what is at a pointer. */
    static String under(String at, String field) {
        return at + "/" + field.replace("~", "~0").replace("/", "~1");
    }

    /** Null, with a remark, if it is no object. */
    Node.@Nullable Fields fields(Node node, String at, @Nullable String rule) {
        if (!(node instanceof Node.Fields fields)) {
            add(Code.WRONG_KIND, at, rule, "object");
            return null;
        }
        fields.twice().forEach(field -> add(Code.FIELD_TWICE, under(at, field), rule, field));
        return fields;
    }

    /** None, with a remark, if it is no list. */
    List<Node> items(Node node, String at, @Nullable String rule) {
        if (!(node instanceof Node.Items(List<Node> items))) {
            add(Code.WRONG_KIND, at, rule, "list");
            return List.of();
        }
        return items;
    }

    /** Null, with a remark, if it is no text. */
    @Nullable
    String text(Node node, String at, @Nullable String rule) {
        if (!(node instanceof Node.Text(String value))) {
            add(Code.WRONG_KIND, at, rule, "text");
            return null;
        }
        return value;
    }

    void missing(Node.Fields fields, String at, @Nullable String rule, String... names) {
        for (String name : names) {
            if (!fields.fields().containsKey(name)) {
                add(Code.FIELD_MISSING, at, rule, name);
            }
        }
    }
}
