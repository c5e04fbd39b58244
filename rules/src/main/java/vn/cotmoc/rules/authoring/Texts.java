package vn.cotmoc.rules.authoring;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.authoring.Remark.Code;
import vn.cotmoc.core.measure.Coded;
import vn.cotmoc.rules.decisiontables.Placeholder;
import vn.cotmoc.rules.decisiontables.RuleModel;

/** What a model says to people, in both languages. */
final class Texts {

    private final Remarks remarks;

    Texts(Remarks remarks) {
        this.remarks = remarks;
    }

    /** A sentence that may leave something open. */
    void sentence(Node node, String at, @Nullable String rule) {
        String text = checked(node, at, rule, Placeholder.LONGEST_SENTENCE);
        if (text == null) {
            return;
        }
        Matcher holes = Placeholder.HOLE.matcher(text);
        StringBuilder rest = new StringBuilder();
        while (holes.find()) {
            if (Coded.find(Placeholder.class, holes.group(1)).isEmpty()) {
                remarks.add(Code.PLACEHOLDER_UNKNOWN, at, rule, holes.group(), DraftReader.codes(Placeholder.values()));
            }
            holes.appendReplacement(rest, "");
        }
        holes.appendTail(rest);
        if (rest.indexOf("{") >= 0 || rest.indexOf("}") >= 0) {
            remarks.add(Code.BRACE_ALONE, at, rule);
        }
    }

    /** What both languages must have alike. */
    void both(Node.Fields line, String at, @Nullable String rule) {
        for (String language : List.of("vi", "en")) {
            if (!line.fields().containsKey(language)) {
                remarks.add(Code.TEXT_MISSING, Remarks.under(at, language), rule, language);
            }
        }
        String vi = Node.text(line.fields().get("vi"));
        String en = Node.text(line.fields().get("en"));
        if (vi != null && en != null && !vi.isBlank() && !en.isBlank()) {
            Set<Placeholder> open = open(vi);
            Set<Placeholder> other = open(en);
            if (!open.equals(other)) {
                remarks.add(Code.PLACEHOLDERS_DIFFER, at, rule, only(open, other), only(other, open));
            }
        }
    }

    private static List<String> only(Set<Placeholder> one, Set<Placeholder> other) {
        return one.stream()
                .filter(hole -> !other.contains(hole))
                .map(Coded::code)
                .toList();
    }

    /** The known ones that a sentence leaves open. */
    static Set<Placeholder> open(String sentence) {
        Set<Placeholder> open = new LinkedHashSet<>();
        Matcher holes = Placeholder.HOLE.matcher(sentence);
        while (holes.find()) {
            Coded.find(Placeholder.class, holes.group(1)).ifPresent(open::add);
        }
        return open;
    }

    void about(Node node) {
        Node.Fields about = remarks.fields(node, "/about", null);
        if (about == null) {
            return;
        }
        for (Map.Entry<String, Node> field : about.fields().entrySet()) {
            String at = Remarks.under("/about", field.getKey());
            switch (field.getKey()) {
                case "name" -> inBothLanguages(field.getValue(), at, RuleModel.LONGEST_NAME);
                case "says", "source" -> inBothLanguages(field.getValue(), at, RuleModel.LONGEST_TEXT);
                default -> remarks.add(Code.FIELD_UNKNOWN, at, null, field.getKey());
            }
        }
        remarks.missing(about, "/about", null, "name", "says", "source");
    }

    private void inBothLanguages(Node node, String at, int longest) {
        Node.Fields text = remarks.fields(node, at, null);
        if (text == null) {
            return;
        }
        for (Map.Entry<String, Node> field : text.fields().entrySet()) {
            String there = Remarks.under(at, field.getKey());
            switch (field.getKey()) {
                case "vi", "en" -> checked(field.getValue(), there, null, longest);
                default -> remarks.add(Code.FIELD_UNKNOWN, there, null, field.getKey());
            }
        }
        for (String language : List.of("vi", "en")) {
            if (!text.fields().containsKey(language)) {
                remarks.add(Code.TEXT_MISSING, Remarks.under(at, language), null, language);
            }
        }
    }

    /** Null if it is no text, or an empty one. */
    @Nullable
    String checked(Node node, String at, @Nullable String rule, int longest) {
        String text = remarks.text(node, at, rule);
        if (text == null) {
            return null;
        }
        if (text.isBlank()) {
            remarks.add(Code.TEXT_MISSING, at, rule, at.substring(at.lastIndexOf('/') + 1));
            return null;
        }
        if (text.length() > longest) {
            remarks.add(Code.TEXT_LONG, at, rule, text.length(), longest);
        }
        OptionalInt hidden = text.codePoints().filter(Placeholder::hidden).findFirst();
        if (hidden.isPresent()) {
            remarks.add(Code.TEXT_HIDDEN, at, rule, "U+%04X".formatted(hidden.getAsInt()));
        }
        return text;
    }
}
