package vn.cotmoc.core.scoring;

import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.cotmoc.core.measure.Amount;
import vn.cotmoc.core.measure.Language;
import vn.cotmoc.core.thresholds.CutPoints;

/** Fills a rule's sentence with the numbers it speaks of, written as the language writes them. */
final class Sentences {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-zA-Z]+)}");

    private Sentences() {}

    static Explanation.Reason reason(
            String rule, RuleSet.Sentence sentence, TargetLine line, Features features, CutPoints cutPoints) {
        return new Explanation.Reason(
                rule,
                fill(sentence.vi(), values(Language.VI, line, features, cutPoints)),
                fill(sentence.en(), values(Language.EN, line, features, cutPoints)));
    }

    static String fill(String sentence, Map<String, String> values) {
        UnaryOperator<String> value = name -> values.getOrDefault(name, "–");
        return PLACEHOLDER.matcher(sentence).replaceAll(found -> Matcher.quoteReplacement(value.apply(found.group(1))));
    }

    private static Map<String, String> values(
            Language language, TargetLine line, Features features, CutPoints cutPoints) {
        Reading reading = features.reading();
        Amount actual = reading.amount();
        Amount aim = line.revision().aim().amount();
        String nothing = "–";
        return Map.ofEntries(
                Map.entry("actual", actual == null ? nothing : language.number(actual.value())),
                Map.entry("target", aim == null ? nothing : language.number(aim.value())),
                Map.entry("unit", unit(language, line)),
                Map.entry("period", period(reading)),
                Map.entry(
                        "attainment",
                        features.measurement()
                                .attainment()
                                .map(language::percent)
                                .orElse(nothing)),
                Map.entry("pace", features.pace().map(language::percent).orElse(nothing)),
                Map.entry(
                        "expected",
                        features.expected()
                                .map(expectation -> expected(language, line, expectation))
                                .orElse(nothing)),
                Map.entry("exceeded", language.percent(cutPoints.exceededFrom())),
                Map.entry("nearly", language.percent(cutPoints.nearlyFrom())),
                Map.entry("onTrack", language.percent(cutPoints.onTrackFrom())),
                Map.entry("behind", language.percent(cutPoints.behindFrom())));
    }

    private static String expected(Language language, TargetLine line, Expectation expectation) {
        return switch (expectation) {
            case Expectation.Stated stated ->
                "%s %s".formatted(language.number(stated.amount().value()), unit(language, line));
            case Expectation.Assumed assumed -> language.percent(assumed.share());
        };
    }

    private static String unit(Language language, TargetLine line) {
        return language.of(line.indicator().unit(), line.indicator().unitEn());
    }

    private static String period(Reading reading) {
        return reading.period() == null ? "–" : reading.period().toString();
    }
}
