package vn.cotmoc.rules.authoring;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.authoring.Remark.Code;
import vn.cotmoc.core.measure.Coded;
import vn.cotmoc.core.scoring.Flag;
import vn.cotmoc.core.scoring.Rating;
import vn.cotmoc.core.scoring.RuleSet.Sentence;
import vn.cotmoc.rules.decisiontables.Condition;
import vn.cotmoc.rules.decisiontables.Fact;
import vn.cotmoc.rules.decisiontables.HitPolicy;
import vn.cotmoc.rules.decisiontables.Row;
import vn.cotmoc.rules.decisiontables.RuleModel;
import vn.cotmoc.rules.decisiontables.RuleModelFault;
import vn.cotmoc.rules.decisiontables.RuleModelJson;

/** Makes a table from elsewhere the table of a model. What it cannot read it names, and then makes nothing. */
final class Conversion {

    private static final Pattern FLAG = Pattern.compile("(\\S+) \\((low|medium|high)\\)");

    /** What stands over a column that is no fact. */
    private enum Outcome implements Coded {
        RULE("Mã quy tắc", "Rule"),
        RATING("Xếp mức", "Rating"),
        FLAGS("Cờ", "Flags"),
        VI("Câu tiếng Việt", "Vietnamese"),
        EN("Câu tiếng Anh", "English");

        private final Sentence label;

        Outcome(String vi, String en) {
            this.label = new Sentence(vi, en);
        }
    }

    private final RuleModel base;
    private final Remarks remarks;
    private final Map<Fact, Integer> facts = new LinkedHashMap<>();
    private final Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);

    Conversion(RuleModel base, Remarks remarks) {
        this.base = base;
        this.remarks = remarks;
    }

    /** What may stand under a head; nothing where it is no fact. */
    static List<String> known(Foreign.Head head) {
        Fact fact = fact(head.name());
        return fact == null ? List.of() : fact.words().stream().map(Coded::code).toList();
    }

    private static @Nullable Fact fact(String head) {
        return Stream.of(Fact.values())
                .filter(fact -> isCalled(head, fact.code(), fact.label())
                        || fact.component().equals(head))
                .findFirst()
                .orElse(null);
    }

    private static boolean isCalled(String head, String code, Sentence label) {
        String lower = head.toLowerCase(Locale.ROOT);
        return Stream.of(code, label.vi(), label.en())
                .anyMatch(name -> name.toLowerCase(Locale.ROOT).equals(lower));
    }

    /** Null if anything was remarked on. */
    @Nullable
    String of(@Nullable Foreign table) {
        if (table == null) {
            return null;
        }
        heads(table);
        if (table.rows().size() > RuleModel.MOST_ROWS) {
            remarks.add(Code.TOO_MANY, "", null, table.rows().size(), RuleModel.MOST_ROWS);
        }
        if (remarks.blocks()) {
            return null;
        }
        List<Node> rows = new ArrayList<>();
        List<BitSet> asked = new ArrayList<>();
        List<String> rules = new ArrayList<>();
        for (List<Foreign.Entry> row : table.rows()) {
            Map<Fact, Condition.OneOf> when = when(row);
            asked.add(Combinations.both(Combinations.matching(when), Possible.combinations()));
            Node.Fields made = row(row, when);
            rules.add(String.valueOf(Node.text(made.fields().get("rule"))));
            rows.add(made);
        }
        if (table.unique() && !remarks.blocks()) {
            unique(asked, rules);
        }
        return remarks.blocks() ? null : model(rows);
    }

    private void heads(Foreign table) {
        for (int column = 0; column < table.heads().size(); column++) {
            Foreign.Head head = table.heads().get(column);
            Fact fact = fact(head.name());
            Outcome outcome = Stream.of(Outcome.values())
                    .filter(candidate -> isCalled(head.name(), candidate.code(), candidate.label))
                    .findFirst()
                    .orElse(null);
            boolean twice = false;
            if (fact != null) {
                twice = facts.put(fact, column) != null;
            } else if (outcome != null) {
                twice = outcomes.put(outcome, column) != null;
            } else {
                List<String> known = Stream.concat(Stream.of(Fact.values()), Stream.<Coded>of(Outcome.values()))
                        .map(Coded::code)
                        .toList();
                remarks.add(Code.HEADER_UNKNOWN, head.at(), null, head.name(), known);
            }
            if (twice) {
                remarks.add(Code.HEADER_TWICE, head.at(), null, head.name());
            }
        }
        for (Outcome needed : List.of(Outcome.RULE, Outcome.RATING)) {
            if (!outcomes.containsKey(needed)) {
                remarks.add(Code.HEADER_MISSING, "", null, needed.code());
            }
        }
        if (facts.isEmpty()) {
            remarks.add(Code.NO_TABLE, "", null);
        }
    }

    private Map<Fact, Condition.OneOf> when(List<Foreign.Entry> row) {
        Map<Fact, Condition.OneOf> when = new EnumMap<>(Fact.class);
        facts.forEach((fact, column) -> {
            Foreign.Entry entry = row.get(column);
            List<Coded> words = new ArrayList<>();
            for (String code : entry.words()) {
                Coded word = DraftReader.find(fact, code, remarks, entry.at(), null);
                if (word != null && words.contains(word)) {
                    remarks.add(Code.WORD_TWICE, entry.at(), null, code);
                } else if (word != null) {
                    words.add(word);
                }
            }
            List<Coded> meant = entry.not()
                    ? fact.words().stream()
                            .filter(word -> !words.contains(word))
                            .toList()
                    : words;
            if (!entry.words().isEmpty() && meant.isEmpty() && entry.not()) {
                remarks.add(Code.CELL_EMPTY, entry.at(), null, fact.code());
            } else if (!meant.isEmpty()) {
                when.put(fact, new Condition.OneOf(meant));
            }
        });
        return when;
    }

    private Node.Fields row(List<Foreign.Entry> row, Map<Fact, Condition.OneOf> when) {
        Map<String, Node> fields = new LinkedHashMap<>();
        Foreign.Entry rule = entry(row, Outcome.RULE);
        if (!Row.isCode(rule.text())) {
            remarks.add(Code.CODE_MALFORMED, rule.at(), null, rule.text());
        }
        fields.put("rule", new Node.Text(rule.text()));
        fields.put(
                "when",
                new Node.Items(facts.keySet().stream()
                        .map(fact -> cell(when.get(fact)))
                        .toList()));
        Foreign.Entry rating = entry(row, Outcome.RATING);
        if (Coded.find(Rating.class, rating.text()).isEmpty()) {
            remarks.add(Code.WORD_UNKNOWN, rating.at(), null, rating.text(), DraftReader.codes(Rating.values()));
        }
        fields.put("rating", new Node.Text(rating.text()));
        Row same = base.rows().stream()
                .filter(other -> other.rule().equals(rule.text()))
                .findFirst()
                .orElse(null);
        fields.put("flags", flags(row, same));
        sentence(row, Outcome.VI, same == null ? null : same.says().vi(), fields);
        sentence(row, Outcome.EN, same == null ? null : same.says().en(), fields);
        return new Node.Fields(fields, Set.of());
    }

    private Foreign.Entry entry(List<Foreign.Entry> row, Outcome outcome) {
        return row.get(Objects.requireNonNull(outcomes.get(outcome)));
    }

    private static Node cell(Condition.@Nullable OneOf oneOf) {
        if (oneOf == null) {
            return new Node.Text("-");
        }
        List<Node> words = oneOf.words().stream()
                .<Node>map(word -> new Node.Text(word.code()))
                .toList();
        return words.size() == 1 ? words.getFirst() : new Node.Items(words);
    }

    private Node flags(List<Foreign.Entry> row, @Nullable Row same) {
        if (!outcomes.containsKey(Outcome.FLAGS)) {
            List<Flag> flags = same == null ? List.of() : same.flags();
            return new Node.Items(flags.stream()
                    .map(flag -> flag(flag.code(), flag.severity().code()))
                    .toList());
        }
        Foreign.Entry entry = entry(row, Outcome.FLAGS);
        List<Node> flags = new ArrayList<>();
        for (String word : entry.words()) {
            Matcher flag = FLAG.matcher(word);
            if (flag.matches()) {
                flags.add(flag(flag.group(1), flag.group(2)));
            } else if (!word.isEmpty()) {
                remarks.add(Code.EXPRESSION_UNKNOWN, entry.at(), null, word);
            }
        }
        return new Node.Items(flags);
    }

    private static Node flag(String code, String severity) {
        Map<String, Node> flag = new LinkedHashMap<>();
        flag.put("code", new Node.Text(code));
        flag.put("severity", new Node.Text(severity));
        return new Node.Fields(flag, Set.of());
    }

    /** Left out where neither the table nor the model has one; a line break of a cell is a blank of the sentence. */
    private void sentence(List<Foreign.Entry> row, Outcome language, @Nullable String known, Map<String, Node> fields) {
        String said = outcomes.containsKey(language) ? entry(row, language).text() : known;
        if (said != null && !said.isEmpty()) {
            fields.put(language.code(), new Node.Text(said.replaceAll("\\s*\\R\\s*", " ")));
        }
    }

    private void unique(List<BitSet> asked, List<String> rules) {
        for (int i = 0; i < asked.size(); i++) {
            for (int j = i + 1; j < asked.size(); j++) {
                BitSet both = Combinations.both(asked.get(i), asked.get(j));
                if (!both.isEmpty()) {
                    remarks.add(
                            Code.NOT_UNIQUE,
                            "",
                            rules.get(j),
                            Combinations.told(both.nextSetBit(0), facts.keySet()),
                            List.of(rules.get(i), rules.get(j)));
                }
            }
        }
    }

    private String model(List<Node> rows) {
        Map<String, Node> fields = new LinkedHashMap<>();
        try {
            if (Node.parse(RuleModelJson.write(base)) instanceof Node.Fields own) {
                fields.putAll(own.fields());
            }
        } catch (Node.Unreadable impossible) {
            throw new IllegalStateException("The house writes what it reads.", impossible);
        }
        fields.put("hit", new Node.Text(HitPolicy.FIRST.code()));
        fields.put(
                "columns",
                new Node.Items(facts.keySet().stream()
                        .<Node>map(fact -> new Node.Text(fact.code()))
                        .toList()));
        fields.put("rows", new Node.Items(rows));
        String model = new Node.Fields(fields, Set.of()).write();
        try {
            return RuleModelJson.write(RuleModelJson.read(model));
        } catch (RuleModelFault unfinished) {
            // The review says what it lacks, a sentence for instance.
            return model;
        }
    }
}
