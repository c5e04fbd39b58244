package vn.cotmoc.rules.authoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.authoring.Remark.Code;
import vn.cotmoc.core.measure.Coded;
import vn.cotmoc.core.scoring.Flag;
import vn.cotmoc.core.scoring.Rating;
import vn.cotmoc.core.scoring.Severity;
import vn.cotmoc.rules.decisiontables.Allowance;
import vn.cotmoc.rules.decisiontables.Condition;
import vn.cotmoc.rules.decisiontables.Fact;
import vn.cotmoc.rules.decisiontables.HitPolicy;
import vn.cotmoc.rules.decisiontables.Row;
import vn.cotmoc.rules.decisiontables.RuleModel;

/** Reads a model as far as it goes, and remarks on all that stops it, in the order of the text. */
final class DraftReader {

    private final Remarks remarks;
    private final Texts texts;
    private final Map<String, String> rules = new HashMap<>();
    private final Set<String> raisedByTheTable = new HashSet<>();
    private boolean whole = true;

    /** By place; null where the word over a column is no fact. */
    private List<@Nullable Fact> columns = List.of();

    DraftReader(Remarks remarks) {
        this.remarks = remarks;
        this.texts = new Texts(remarks);
    }

    Draft read(Node root) {
        Node.Fields model = remarks.fields(root, "", null);
        if (model == null) {
            return new Draft(null, List.of(), List.of(), List.of(), false);
        }
        columns = facts(model.fields().get("columns"));
        raisedByTheTable.addAll(codesOfFlags(model.fields().get("rows")));
        HitPolicy hit = null;
        List<Draft.Line> rows = List.of();
        List<Draft.Line> alerts = List.of();
        for (Map.Entry<String, Node> field : model.fields().entrySet()) {
            Node value = field.getValue();
            String at = Remarks.under("", field.getKey());
            switch (field.getKey()) {
                case "id" -> form(value, at, null, RuleModel::isId, Code.ID_MALFORMED);
                case "version" -> form(value, at, null, RuleModel::isVersion, Code.VERSION_MALFORMED);
                case "engine" -> form(value, at, null, Row::isCode, Code.CODE_MALFORMED);
                case "hit" -> hit = word(value, at, null, HitPolicy.values());
                case "columns" -> columns(value);
                case "rows" -> rows = lines(value, at, RuleModel.MOST_ROWS, this::row);
                case "alerts" -> alerts = lines(value, at, RuleModel.MOST_ALERTS, this::alert);
                case "about" -> texts.about(value);
                case "points", "rollUp" -> {}
                case "allows" -> allows(value, at);
                default -> remarks.add(Code.FIELD_UNKNOWN, at, null, field.getKey());
            }
        }
        new Scale(remarks, texts).read(model);
        remarks.missing(model, "", null, "id", "version", "hit", "columns", "rows");
        if (rows.isEmpty() && model.fields().get("rows") instanceof Node.Items) {
            remarks.add(Code.TOO_FEW, "/rows", null, 0, 1);
        }
        boolean known = !columns.isEmpty() && columns.stream().allMatch(fact -> fact != null);
        return new Draft(
                hit,
                columns.stream().flatMap(Stream::ofNullable).distinct().toList(),
                rows,
                alerts,
                whole && known && !rows.isEmpty());
    }

    private static List<@Nullable Fact> facts(@Nullable Node node) {
        List<@Nullable Fact> facts = new ArrayList<>();
        if (node instanceof Node.Items(List<Node> items)) {
            items.forEach(item -> {
                String code = Node.text(item);
                facts.add(code == null ? null : Coded.find(Fact.class, code).orElse(null));
            });
        }
        return facts;
    }

    private void columns(Node node) {
        List<Node> items = remarks.items(node, "/columns", null);
        Set<Fact> seen = new HashSet<>();
        for (int i = 0; i < items.size(); i++) {
            String at = "/columns/" + i;
            String code = remarks.text(items.get(i), at, null);
            Fact fact = columns.get(i);
            if (code != null && fact == null) {
                remarks.add(Code.FACT_UNKNOWN, at, null, code, codes(Fact.values()));
            } else if (fact != null && !seen.add(fact)) {
                remarks.add(Code.FACT_TWICE, at, null, fact.code());
                whole = false;
            }
        }
        if (items.isEmpty() && node instanceof Node.Items) {
            remarks.add(Code.TOO_FEW, "/columns", null, 0, 1);
        }
    }

    private interface LineReader {
        Draft.@Nullable Line read(Node node, String at);
    }

    private List<Draft.Line> lines(Node node, String at, int most, LineReader reader) {
        List<Node> items = remarks.items(node, at, null);
        if (items.size() > most) {
            remarks.add(Code.TOO_MANY, at, null, items.size(), most);
            whole = false;
        }
        List<Draft.Line> lines = new ArrayList<>();
        for (int i = 0; i < Math.min(items.size(), most); i++) {
            Draft.Line line = reader.read(items.get(i), at + "/" + i);
            if (line != null) {
                lines.add(line);
            }
        }
        return lines;
    }

    private Draft.@Nullable Line row(Node node, String at) {
        Node.Fields row = remarks.fields(node, at, null);
        if (row == null) {
            whole = false;
            return null;
        }
        String rule = Node.text(row.fields().get("rule"));
        Map<Fact, Condition.OneOf> when = null;
        Rating rating = null;
        List<Flag> flags = List.of();
        for (Map.Entry<String, Node> field : row.fields().entrySet()) {
            Node value = field.getValue();
            String there = Remarks.under(at, field.getKey());
            switch (field.getKey()) {
                case "rule" -> rule(value, there);
                case "when" -> when = cells(value, there, rule);
                case "rating" -> rating = word(value, there, rule, Rating.values());
                case "flags" -> flags = flags(value, there, rule);
                case "vi", "en" -> texts.sentence(value, there, rule);
                default -> remarks.add(Code.FIELD_UNKNOWN, there, rule, field.getKey());
            }
        }
        remarks.missing(row, at, rule, "rule", "when", "rating", "flags");
        texts.both(row, at, rule);
        whole &= when != null;
        return new Draft.Line(at, rule, when, rating, flags, said(row, "vi"), said(row, "en"));
    }

    private Draft.@Nullable Line alert(Node node, String at) {
        Node.Fields alert = remarks.fields(node, at, null);
        if (alert == null) {
            return null;
        }
        String rule = Node.text(alert.fields().get("rule"));
        Map<Fact, Condition.OneOf> when = null;
        Flag flag = null;
        for (Map.Entry<String, Node> field : alert.fields().entrySet()) {
            Node value = field.getValue();
            String there = Remarks.under(at, field.getKey());
            switch (field.getKey()) {
                case "rule" -> rule(value, there);
                case "when" -> when = asked(value, there, rule);
                case "flag" -> flag = flag(value, there, rule);
                case "vi", "en" -> texts.sentence(value, there, rule);
                default -> remarks.add(Code.FIELD_UNKNOWN, there, rule, field.getKey());
            }
        }
        remarks.missing(alert, at, rule, "rule", "when", "flag");
        texts.both(alert, at, rule);
        if (flag != null && raisedByTheTable.contains(flag.code())) {
            remarks.add(Code.FLAG_OF_THE_TABLE, at + "/flag/code", rule, flag.code());
        }
        return new Draft.Line(
                at, rule, when, null, flag == null ? List.of() : List.of(flag), said(alert, "vi"), said(alert, "en"));
    }

    private static @Nullable String said(Node.Fields line, String language) {
        return Node.text(line.fields().get(language));
    }

    private void rule(Node node, String at) {
        String rule = form(node, at, Node.text(node), Row::isCode, Code.CODE_MALFORMED);
        String first = rule == null ? null : rules.putIfAbsent(rule, at);
        if (rule != null && first != null) {
            remarks.add(Code.RULE_TWICE, at, rule, rule, first);
        }
    }

    /** Null if one was not understood. */
    private @Nullable Map<Fact, Condition.OneOf> cells(Node node, String at, @Nullable String rule) {
        List<Node> items = remarks.items(node, at, rule);
        boolean understood = node instanceof Node.Items && items.size() == columns.size();
        if (node instanceof Node.Items && !understood) {
            remarks.add(Code.CELLS_COUNT, at, rule, items.size(), columns.size());
        }
        Map<Fact, Condition.OneOf> when = new EnumMap<>(Fact.class);
        for (int i = 0; i < Math.min(items.size(), columns.size()); i++) {
            Fact fact = columns.get(i);
            if (fact == null) {
                understood = false;
            } else if (!"-".equals(Node.text(items.get(i)))) {
                Condition.OneOf oneOf = oneOf(fact, items.get(i), at + "/" + i, rule);
                understood &= oneOf != null;
                if (oneOf != null) {
                    when.put(fact, oneOf);
                }
            }
        }
        return understood ? when : null;
    }

    private @Nullable Map<Fact, Condition.OneOf> asked(Node node, String at, @Nullable String rule) {
        Node.Fields fields = remarks.fields(node, at, rule);
        if (fields == null) {
            return null;
        }
        boolean understood = true;
        Map<Fact, Condition.OneOf> when = new EnumMap<>(Fact.class);
        for (Map.Entry<String, Node> field : fields.fields().entrySet()) {
            String there = Remarks.under(at, field.getKey());
            Fact fact = Coded.find(Fact.class, field.getKey()).orElse(null);
            Condition.OneOf oneOf = null;
            if (fact == null) {
                remarks.add(Code.FACT_UNKNOWN, there, rule, field.getKey(), codes(Fact.values()));
            } else {
                oneOf = oneOf(fact, field.getValue(), there, rule);
            }
            if (fact == null || oneOf == null) {
                understood = false;
            } else {
                when.put(fact, oneOf);
            }
        }
        if (fields.fields().isEmpty()) {
            remarks.add(Code.ASKS_NOTHING, at, rule);
            return null;
        }
        return understood ? when : null;
    }

    private Condition.@Nullable OneOf oneOf(Fact fact, Node node, String at, @Nullable String rule) {
        if (node instanceof Node.Text) {
            Coded word = word(fact, node, at, rule);
            return word == null ? null : new Condition.OneOf(List.of(word));
        }
        if (!(node instanceof Node.Items(List<Node> items))) {
            remarks.add(Code.WRONG_KIND, at, rule, "text-or-list");
            return null;
        }
        if (items.isEmpty()) {
            remarks.add(Code.CELL_EMPTY, at, rule, fact.code());
            return null;
        }
        boolean understood = true;
        List<Coded> words = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            Coded word = word(fact, items.get(i), at + "/" + i, rule);
            if (word != null && words.contains(word)) {
                remarks.add(Code.WORD_TWICE, at + "/" + i, rule, word.code());
                word = null;
            }
            understood &= word != null;
            if (word != null) {
                words.add(word);
            }
        }
        return understood ? new Condition.OneOf(words) : null;
    }

    private @Nullable Coded word(Fact fact, Node node, String at, @Nullable String rule) {
        String code = remarks.text(node, at, rule);
        if (code == null) {
            return null;
        }
        return find(fact, code, remarks, at, rule);
    }

    /** Null, with a remark, if the fact has no such word. */
    static @Nullable Coded find(Fact fact, String code, Remarks remarks, String at, @Nullable String rule) {
        for (Coded word : fact.words()) {
            if (word.code().equals(code)) {
                return word;
            }
        }
        List<String> known = fact.words().stream().map(Coded::code).toList();
        List<String> others = Stream.of(Fact.values())
                .filter(other ->
                        other.words().stream().anyMatch(word -> word.code().equals(code)))
                .map(Coded::code)
                .toList();
        if (others.isEmpty()) {
            remarks.add(Code.FACT_WORD_UNKNOWN, at, rule, code, fact.code(), known);
        } else {
            remarks.add(Code.WORD_OF_ANOTHER_FACT, at, rule, code, fact.code(), others, known);
        }
        return null;
    }

    private List<Flag> flags(Node node, String at, @Nullable String rule) {
        List<Node> items = remarks.items(node, at, rule);
        if (items.size() > Row.MOST_FLAGS) {
            remarks.add(Code.TOO_MANY, at, rule, items.size(), Row.MOST_FLAGS);
        }
        List<Flag> flags = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            Flag flag = flag(items.get(i), at + "/" + i, rule);
            if (flag != null && flags.stream().anyMatch(other -> other.code().equals(flag.code()))) {
                remarks.add(Code.FLAG_TWICE, at + "/" + i + "/code", rule, flag.code());
            } else if (flag != null) {
                flags.add(flag);
            }
        }
        return flags;
    }

    private @Nullable Flag flag(Node node, String at, @Nullable String rule) {
        Node.Fields flag = remarks.fields(node, at, rule);
        if (flag == null) {
            return null;
        }
        String code = null;
        Severity severity = null;
        for (Map.Entry<String, Node> field : flag.fields().entrySet()) {
            String there = Remarks.under(at, field.getKey());
            switch (field.getKey()) {
                case "code" -> code = form(field.getValue(), there, rule, Row::isCode, Code.CODE_MALFORMED);
                case "severity" -> severity = word(field.getValue(), there, rule, Severity.values());
                default -> remarks.add(Code.FIELD_UNKNOWN, there, rule, field.getKey());
            }
        }
        remarks.missing(flag, at, rule, "code", "severity");
        return code == null || severity == null ? null : new Flag(code, severity);
    }

    private static Set<String> codesOfFlags(@Nullable Node rows) {
        Set<String> codes = new HashSet<>();
        if (rows instanceof Node.Items(List<Node> items)) {
            for (Node row : items) {
                if (row instanceof Node.Fields fields
                        && fields.fields().get("flags") instanceof Node.Items(List<Node> flags)) {
                    flags.forEach(flag -> {
                        String code = flag instanceof Node.Fields of
                                ? Node.text(of.fields().get("code"))
                                : null;
                        if (code != null) {
                            codes.add(code);
                        }
                    });
                }
            }
        }
        return codes;
    }

    private void allows(Node node, String at) {
        List<Node> items = remarks.items(node, at, null);
        Set<Allowance> seen = new HashSet<>();
        for (int i = 0; i < items.size(); i++) {
            Allowance allowance = word(items.get(i), at + "/" + i, null, Allowance.values());
            if (allowance != null && !seen.add(allowance)) {
                remarks.add(Code.WORD_TWICE, at + "/" + i, null, allowance.code());
            }
        }
    }

    private interface Form {
        boolean fits(String text);
    }

    private @Nullable String form(Node node, String at, @Nullable String rule, Form form, Code otherwise) {
        String text = remarks.text(node, at, rule);
        if (text != null && !form.fits(text)) {
            remarks.add(otherwise, at, rule, text);
            return null;
        }
        return text;
    }

    private <E extends Coded> @Nullable E word(Node node, String at, @Nullable String rule, E[] words) {
        String code = remarks.text(node, at, rule);
        for (E word : words) {
            if (word.code().equals(code)) {
                return word;
            }
        }
        if (code != null) {
            remarks.add(Code.WORD_UNKNOWN, at, rule, code, codes(words));
        }
        return null;
    }

    static List<String> codes(Coded[] words) {
        return Arrays.stream(words).map(Coded::code).toList();
    }
}
