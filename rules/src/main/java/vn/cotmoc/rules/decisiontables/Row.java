package vn.cotmoc.rules.decisiontables;

import java.util.List;
import java.util.regex.Pattern;
import vn.cotmoc.core.scoring.Flag;
import vn.cotmoc.core.scoring.Rating;
import vn.cotmoc.core.scoring.RuleSet.Sentence;

/**
 * One rule.
 *
 * @param rule its id, e.g. {@code nearly-met}; findings refer to it
 * @param when one condition for each column of the table
 * @param says what the rule tells people
 */
public record Row(String rule, List<Condition> when, Rating rating, List<Flag> flags, Sentence says) {

    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final int LONGEST_CODE = 40;
    public static final int MOST_FLAGS = 5;

    public Row {
        when = List.copyOf(when);
        flags = List.copyOf(flags);
        code("rule", rule);
        flags.forEach(flag -> code("flag", flag.code()));
        if (flags.size() > MOST_FLAGS) {
            throw new IllegalArgumentException(
                    "Rule %s raises %d flags; at most %d are allowed.".formatted(rule, flags.size(), MOST_FLAGS));
        }
        if (flags.stream().map(Flag::code).distinct().count() < flags.size()) {
            throw new IllegalArgumentException("Rule %s raises a flag twice.".formatted(rule));
        }
        Placeholder.check(rule, says.vi());
        Placeholder.check(rule, says.en());
    }

    /** Whether it may be the id of a rule, or the code of a flag or a grade. */
    public static boolean isCode(String code) {
        return code.length() <= LONGEST_CODE && CODE.matcher(code).matches();
    }

    static void code(String what, String code) {
        if (!isCode(code)) {
            throw new IllegalArgumentException(
                    "The %s \"%s\" must be lower-case words joined by hyphens, at most %d characters, e.g. behind-pace."
                            .formatted(what, code, LONGEST_CODE));
        }
    }
}
