package vn.cotmoc.rules.sandbox;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Collections;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.cotmoc.core.measure.Coded;
import vn.cotmoc.core.scoring.TargetFacts;
import vn.cotmoc.rules.decisiontables.Fact;
import vn.cotmoc.rules.decisiontables.RuleModel;

/**
 * The words and signs that emitted DRL is made of. A text with any other, longer than the longest that can be emitted, or
 * nested deeper than one pair of parentheses, never reaches Drools' parser, which has traps of its own.
 */
final class Vocabulary {

    static final int MOST_RULES = RuleModel.MOST_ROWS + RuleModel.MOST_ALERTS;

    /** In characters, each of them a byte: as many rules as may be, each asking every fact for every word. */
    static final int LONGEST = new Drl(Collections.nCopies(
                    MOST_RULES,
                    new Drl.Rule(Stream.of(Fact.values())
                            .map(fact -> new Drl.Test(fact, fact.words()))
                            .toList())))
            .text()
            .length();

    private static final int LONGEST_QUOTE = 40;

    private static final Pattern TOKEN =
            Pattern.compile("(?<word>[A-Za-z_$]+)|\"r_[0-9]{3}\"|[0-9]{1,3}|==|\\|\\||[.;:,\\x20\\n]|(?<nest>[()])");

    private static final Set<String> WORDS = Stream.of(
                    Stream.of(
                            "package", "import", "global", "matches", "rule", "when", "then", "end", "add", "$target"),
                    Pattern.compile("\\.").splitAsStream(Drl.PACKAGE + "." + Drl.MATCHES),
                    Drl.IMPORTS.stream().flatMap(name -> Pattern.compile("\\.").splitAsStream(name)),
                    Stream.of(Fact.values()).map(Fact::component),
                    Stream.of(Fact.values())
                            .flatMap(fact -> fact.words().stream())
                            .map(Coded::name),
                    Stream.of(TargetFacts.class.getSimpleName()))
            .flatMap(words -> words)
            .collect(toUnmodifiableSet());

    private Vocabulary() {}

    /** @throws DrlRefused if the text is too long, nests or says a word that no emitted rule says */
    static void check(String text) {
        if (text.length() > LONGEST) {
            throw new DrlRefused("The DRL has %d characters; at most %d are read.".formatted(text.length(), LONGEST));
        }
        Matcher token = TOKEN.matcher(text);
        int rules = 0;
        int depth = 0;
        for (int at = 0; at < text.length(); at = token.end()) {
            if (!token.region(at, text.length()).lookingAt()) {
                throw new DrlRefused("At character %d the DRL holds what no emitted rule does (U+%04X)."
                        .formatted(at, text.codePointAt(at)));
            }
            String word = token.group("word");
            if (word != null && !WORDS.contains(word)) {
                throw new DrlRefused("At character %d the DRL says \"%s\", which no emitted rule does."
                        .formatted(at, word.substring(0, Math.min(word.length(), LONGEST_QUOTE))));
            }
            if ("rule".equals(word) && ++rules > MOST_RULES) {
                throw new DrlRefused("There are more than %d rules.".formatted(MOST_RULES));
            }
            String nest = token.group("nest");
            if (nest != null) {
                depth += nest.equals("(") ? 1 : -1;
                if (depth < 0 || depth > 1) {
                    throw new DrlRefused("At character %d the DRL nests deeper than any emitted rule.".formatted(at));
                }
            }
        }
    }
}
