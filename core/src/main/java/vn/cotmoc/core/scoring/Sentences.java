package vn.cotmoc.core.scoring;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.forecast.Forecast;
import vn.cotmoc.core.measure.Amount;
import vn.cotmoc.core.measure.Language;
import vn.cotmoc.core.measure.Ratio;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.signals.BestPace;
import vn.cotmoc.core.signals.Freshness;
import vn.cotmoc.core.signals.Prospect;
import vn.cotmoc.core.targets.Aim;
import vn.cotmoc.core.targets.Comparator;
import vn.cotmoc.core.targets.Wanted;
import vn.cotmoc.core.targets.Yardstick;
import vn.cotmoc.core.thresholds.CutPoints;

/** Fills a rule's sentence with the numbers it speaks of, written as the language writes them. */
final class Sentences {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-zA-Z]+)}");
    private static final BigDecimal HARDLY = new BigDecimal("0.01");
    private static final BigDecimal ALMOST = new BigDecimal("0.99");

    private final Language language;
    private final TargetLine line;
    private final Map<String, String> values = new TreeMap<>();

    private Sentences(Language language, AssessPlan.Assessed assessed) {
        this.language = language;
        this.line = assessed.line();
        rating(assessed.features(), assessed.threshold().cutPoints().yardstick());
        values.putAll(cutPoints(language, assessed.threshold().cutPoints()));
        signals(assessed.signals());
    }

    /** All that any sentence may name, in the order of the names. */
    static Explanation.Inputs inputs(AssessPlan.Assessed assessed) {
        return new Explanation.Inputs(
                new Sentences(Language.VI, assessed).values, new Sentences(Language.EN, assessed).values);
    }

    /** The same with other cut points. */
    static Explanation.Inputs under(CutPoints cut, Explanation.Inputs inputs) {
        return new Explanation.Inputs(under(Language.VI, cut, inputs.vi()), under(Language.EN, cut, inputs.en()));
    }

    private static Map<String, String> under(Language language, CutPoints cut, Map<String, String> values) {
        Map<String, String> other = new TreeMap<>(values);
        other.putAll(cutPoints(language, cut));
        return other;
    }

    static Explanation.Reason reason(
            String rule, RuleSet.Sentence sentence, Explanation.Inputs inputs, Map<String, String> matched) {
        return new Explanation.Reason(
                rule, fill(sentence.vi(), inputs.vi()), fill(sentence.en(), inputs.en()), matched);
    }

    static String fill(String sentence, Map<String, String> values) {
        UnaryOperator<String> value = name -> values.getOrDefault(name, "–");
        return PLACEHOLDER.matcher(sentence).replaceAll(found -> Matcher.quoteReplacement(value.apply(found.group(1))));
    }

    private void put(String name, Optional<String> value) {
        value.ifPresent(text -> values.put(name, text));
    }

    private void rating(Features features, Yardstick yardstick) {
        Reading reading = features.reading();
        values.put("unit", unit());
        put("actual", number(reading.amount()));
        put("target", aimedAt());
        put("period", Optional.ofNullable(reading.period()).map(period -> period.said(language)));
        put("attainment", features.measurement().attainment().map(language::percent));
        Optional<String> side = side(features, yardstick);
        put("compared", compared(features.measurement(), side));
        values.put(
                "side",
                Optional.ofNullable(reading.amount())
                        .flatMap(actual -> side.map(missed -> language.of(" (thực hiện %s, %s)", " (%s, %s)")
                                .formatted(measured(actual.value()), missed)))
                        .orElse(""));
        put("pace", features.pace().map(language::percent));
        put("expected", features.expected().map(this::expected));
    }

    /** Both ends of a range: {@code 3–5}; of how many: {@code 5/34}. */
    private Optional<String> aimedAt() {
        Aim aim = line.revision().aim();
        return number(aim.amount())
                .map(amount -> number(aim.amountHigh())
                        .map(high -> amount + (aim.comparator() == Comparator.RANGE ? "–" : "/") + high)
                        .orElse(amount));
    }

    /** On which side of what is wanted a figure lies that does not meet it; yes or no has no sides. */
    private Optional<String> side(Features features, Yardstick yardstick) {
        Aim aim = line.revision().aim();
        Amount actual = features.reading().amount();
        return actual == null
                        || features.measurement().fulfilment() != Fulfilment.NOT_MET
                        || aim.comparator() == Comparator.YES_NO
                ? Optional.empty()
                : Wanted.of(line.indicator().direction(), aim, yardstick)
                        .flatMap(wanted -> side(actual.value(), wanted));
    }

    private Optional<String> side(BigDecimal actual, Wanted wanted) {
        Wanted.End low = wanted.low();
        Wanted.End high = wanted.high();
        if (low != null && actual.compareTo(low.amount()) < 0) {
            return Optional.of(language.of("thấp hơn mức ", "below ") + measured(low.amount()));
        }
        if (high != null && actual.compareTo(high.amount()) > 0) {
            return Optional.of(language.of("cao hơn mức ", "above ") + measured(high.amount()));
        }
        if (low != null && !low.inside()) {
            return Optional.of(language.of("chỉ bằng mức %s, phải cao hơn", "exactly %s, and more is asked")
                    .formatted(measured(low.amount())));
        }
        return Optional.ofNullable(high)
                .map(end -> language.of("bằng mức %s, phải thấp hơn", "exactly %s, and less is asked")
                        .formatted(measured(end.amount())));
    }

    /** @param side which is said where numbers do not say it */
    private Optional<String> compared(Measurement measurement, Optional<String> side) {
        Optional<String> points = measurement.difference().map(this::points);
        Optional<String> rate = measurement
                .attainment()
                .map(attainment ->
                        language.of("tỷ lệ hoàn thành ", "a completion rate of ") + language.percent(attainment));
        boolean saysItself =
                measurement.difference().filter(apart -> apart.signum() != 0).isPresent()
                        || measurement
                                .attainment()
                                .filter(attainment -> !attainment.reaches(BigDecimal.ONE))
                                .isPresent();
        Optional<String> where =
                line.revision().aim().comparator().hasTwoSides() || !saysItself ? side : Optional.empty();
        boolean saidTwice = where.isPresent()
                && measurement.difference().filter(apart -> apart.signum() == 0).isPresent();
        return Stream.of(where, saidTwice ? Optional.<String>empty() : points, rate)
                .flatMap(Optional::stream)
                .reduce((first, then) -> first + ", " + then);
    }

    /** {@code thấp hơn 0,1 điểm phần trăm}. */
    private String points(BigDecimal difference) {
        String points = language.number(difference.abs()) + language.of(" điểm phần trăm", " percentage points");
        return switch (difference.signum()) {
            case 0 -> language.of("đúng bằng mức đề ra", "exactly that");
            case 1 -> language.of("cao hơn " + points, points + " more");
            default -> language.of("thấp hơn " + points, points + " less");
        };
    }

    private static Map<String, String> cutPoints(Language language, CutPoints cut) {
        return Map.of(
                "exceeded", language.percent(cut.exceededFrom()),
                "nearly", language.percent(cut.nearlyFrom()),
                "onTrack", language.percent(cut.onTrackFrom()),
                "behind", language.percent(cut.behindFrom()),
                "open", language.percent(cut.openFrom()));
    }

    private void signals(Signals signals) {
        if (signals.prospect() instanceof Prospect.Likely likely) {
            forecast(likely);
        }
        RequiredPace.Each each = signals.reach().required();
        BestPace best = signals.reach().best();
        if (each != null && best != null) {
            boolean change = signals.reach().change();
            BigDecimal required = shown(each.amount());
            values.put(
                    "required",
                    (change ? moved(required) : measured(required)) + " "
                            + each.step().saidOfEach(language));
            values.put(
                    "best",
                    change
                            ? "%s (%s)"
                                    .formatted(
                                            moved(best.amount().value()),
                                            best.period().said(language))
                            : during(best.amount(), best.period()));
        }
        Freshness freshness = signals.freshness();
        put("newest", Optional.ofNullable(freshness.newest()).map(period -> period.said(language)));
        values.put("late", freshness.step().said(language, freshness.late()));
        if (signals.jumped() != null) {
            jump(signals.jumped());
        }
        TargetLine other = signals.dissent().other();
        if (other != null) {
            values.put("own", asked(line));
            values.put("other", asked(other));
        }
    }

    /** {@code giảm 1,4 điểm phần trăm}. */
    private String moved(BigDecimal change) {
        String unit = line.indicator().unit().equals("%") ? language.of("điểm phần trăm", "percentage points") : unit();
        String amount = language.number(change.abs()) + " " + unit;
        return switch (change.signum()) {
            case 0 -> language.of("không đổi", "no change");
            case 1 -> language.of("tăng " + amount, "a rise of " + amount);
            default -> language.of("giảm " + amount, "a fall of " + amount);
        };
    }

    private void forecast(Prospect.Likely likely) {
        Forecast.Likely forecast = likely.forecast();
        values.put("forecast", language.number(shown(forecast.middle())));
        values.put("low", language.number(shown(forecast.low())));
        values.put("high", language.number(shown(forecast.high())));
        values.put("points", likely.step().said(language, forecast.points()));
        put("probability", likely.probability().map(BigDecimal::new).map(this::probability));
    }

    /** Never that something is certain: it is a forecast. */
    private String probability(BigDecimal probability) {
        if (probability.compareTo(HARDLY) < 0) {
            return language.of("dưới ", "less than ") + language.percent(HARDLY);
        }
        return probability.compareTo(ALMOST) > 0
                ? language.of("trên ", "more than ") + language.percent(ALMOST)
                : language.percent(probability.setScale(2, RoundingMode.HALF_UP));
    }

    private void jump(Signals.Jumped jumped) {
        BigDecimal change = jumped.amount().value().subtract(jumped.earlier().value());
        values.put("jumped", during(jumped.amount(), jumped.period()));
        values.put("earlier", during(jumped.earlier(), jumped.earlierPeriod()));
        values.put(
                "change",
                (change.signum() < 0 ? language.of("giảm ", "down ") : language.of("tăng ", "up "))
                        + language.percent(
                                new Ratio(change.abs(), jumped.earlier().value().abs())));
        values.put("limit", language.percent(jumped.most()));
    }

    /** {@code Tỉnh ủy nêu đạt 11 %}. */
    private String asked(TargetLine of) {
        Aim aim = of.revision().aim();
        String words = aim.comparator()
                .said(
                        language,
                        number(aim.amount()).orElse(""),
                        number(aim.amountHigh()).orElse(""));
        return "%s %s %s %s"
                .formatted(of.target().authority().said(language), language.of("nêu", "says"), words, unit());
    }

    private String during(Amount amount, Period period) {
        return "%s (%s)".formatted(measured(amount.value()), period.said(language));
    }

    private String measured(BigDecimal amount) {
        return language.number(amount) + " " + unit();
    }

    /** What was computed has as many digits as the indicator shows; figures have their own. */
    private BigDecimal shown(BigDecimal computed) {
        return computed.setScale(line.indicator().decimals(), RoundingMode.HALF_UP);
    }

    private String expected(Expectation expectation) {
        return switch (expectation) {
            case Expectation.Stated stated -> measured(stated.amount().value());
            case Expectation.Between between -> measured(shown(between.amount().value()));
            case Expectation.Assumed assumed -> language.percent(assumed.share());
        };
    }

    private Optional<String> number(@Nullable Amount amount) {
        return Optional.ofNullable(amount).map(Amount::value).map(language::number);
    }

    private String unit() {
        return language.of(line.indicator().unit(), line.indicator().unitEn());
    }
}
