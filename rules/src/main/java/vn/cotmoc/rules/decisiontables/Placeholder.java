package vn.cotmoc.rules.decisiontables;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.cotmoc.core.measure.Coded;

/** What a sentence may leave open, written in braces, e.g. {@code {attainment}}; core fills it in the reader's language. */
public enum Placeholder implements Coded {
    /** Actual against target, with its per cent sign. */
    ATTAINMENT,
    /** How actual and target compare: the percentage points between stated rates and shares first, then the completion rate. */
    COMPARED,
    /** Of a figure that is not what is asked for, it and on which side it lies, in brackets after a blank; else nothing. */
    SIDE,
    /** What is done against what was expected by now, with its per cent sign. */
    PACE,
    /** The share of the target expected by now, with its per cent sign. */
    EXPECTED,
    /** The figure, without its unit. */
    ACTUAL,
    /** The target's value, without its unit. */
    TARGET,
    UNIT,
    /** From here a target is exceeded, with its per cent sign. */
    EXCEEDED,
    /** From here a target is nearly met, with its per cent sign. */
    NEARLY,
    /** The period of the figure, which may be a part of the target's. */
    PERIOD,
    /** Middle of the forecast, without its unit, like the two after it. */
    FORECAST,
    /** Lower end of the interval that is meant to hold 80 of 100 ends. */
    LOW,
    /** Its upper end. */
    HIGH,
    /** That the target is attained, with its per cent sign. */
    PROBABILITY,
    /** How many figures the forecast is drawn from: {@code 34 tháng}. */
    POINTS,
    /** Less probable than this is unlikely, with its per cent sign. */
    OPEN,
    /** What each of the parts left must bring, with its unit: {@code 120 tỷ đồng mỗi tháng}. */
    REQUIRED,
    /** The best that one ever brought, with its unit and its period. */
    BEST,
    /** The newest period of all with a figure. */
    NEWEST,
    /** How many periods are over since: {@code 3 tháng}. */
    LATE,
    /** The newest figure of the target's period, with its unit and its period. */
    JUMPED,
    /** The one of history it is far from, with its unit and its period. */
    EARLIER,
    /** By how much it is more or less, with its per cent sign. */
    CHANGE,
    /** How much would be usual, with its per cent sign. */
    LIMIT,
    /** Who asks what of this target. */
    OWN,
    /** Who asks what else of the same. */
    OTHER;

    public static final int LONGEST_SENTENCE = 400;
    public static final Pattern HOLE = Pattern.compile("\\{([a-z]*)}");

    /** @throws IllegalArgumentException if the sentence is empty, too long, hides characters or leaves something unknown open */
    static void check(String rule, String sentence) {
        if (sentence.isBlank() || sentence.length() > LONGEST_SENTENCE) {
            throw new IllegalArgumentException("A sentence of rule %s has %d characters; it must have 1..%d."
                    .formatted(rule, sentence.length(), LONGEST_SENTENCE));
        }
        sentence.codePoints().filter(Placeholder::hidden).findFirst().ifPresent(hidden -> {
            throw new IllegalArgumentException(
                    "A sentence of rule %s holds the invisible character U+%04X.".formatted(rule, hidden));
        });
        Matcher holes = HOLE.matcher(sentence);
        StringBuilder rest = new StringBuilder();
        while (holes.find()) {
            if (Coded.find(Placeholder.class, holes.group(1)).isEmpty()) {
                throw new IllegalArgumentException(
                        "A sentence of rule %s leaves %s open; known are %s.".formatted(rule, holes.group(), known()));
            }
            holes.appendReplacement(rest, "");
        }
        holes.appendTail(rest);
        if (rest.indexOf("{") >= 0 || rest.indexOf("}") >= 0) {
            throw new IllegalArgumentException(
                    "A sentence of rule %s has a brace without its partner.".formatted(rule));
        }
    }

    /** @throws IllegalArgumentException if a text that leaves nothing open is empty, too long or hides characters */
    static void plain(String text, int longest) {
        if (text.isBlank() || text.length() > longest) {
            throw new IllegalArgumentException(
                    "A text has %d characters; it must have 1..%d.".formatted(text.length(), longest));
        }
        text.codePoints().filter(Placeholder::hidden).findFirst().ifPresent(hidden -> {
            throw new IllegalArgumentException("A text holds the invisible character U+%04X.".formatted(hidden));
        });
    }

    /** Whether nobody would see it in a text. */
    public static boolean hidden(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    private static String known() {
        return Arrays.stream(values()).map(hole -> "{" + hole.code() + "}").collect(Collectors.joining(" "));
    }
}
