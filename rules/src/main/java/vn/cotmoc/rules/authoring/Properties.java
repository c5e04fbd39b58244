package vn.cotmoc.rules.authoring;

import static vn.cotmoc.rules.authoring.Combinations.both;
import static vn.cotmoc.rules.authoring.Combinations.saying;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.authoring.Remark.Code;
import vn.cotmoc.core.measure.Coded;
import vn.cotmoc.core.scoring.EndBand;
import vn.cotmoc.core.scoring.Evidence;
import vn.cotmoc.core.scoring.PaceBand;
import vn.cotmoc.core.scoring.Rating;
import vn.cotmoc.core.scoring.TargetFacts;
import vn.cotmoc.core.signals.ForecastBand;
import vn.cotmoc.rules.decisiontables.Allowance;
import vn.cotmoc.rules.decisiontables.Condition;
import vn.cotmoc.rules.decisiontables.Fact;
import vn.cotmoc.rules.decisiontables.Row;
import vn.cotmoc.rules.decisiontables.RuleModel;

/** What must hold of a model on every combination of facts that can be. Alerts change no rating and are not asked. */
final class Properties {

    /** Bands, the worst first; what stands outside of the order is left out. */
    private static final Map<Fact, List<Coded>> ORDERED = new EnumMap<>(Map.of(
            Fact.END_BAND, List.of(EndBand.BELOW, EndBand.NEARLY, EndBand.FULL, EndBand.EXCEEDED),
            Fact.PACE_BAND, List.of(PaceBand.AT_RISK, PaceBand.BEHIND, PaceBand.ON_TRACK),
            Fact.FORECAST_BAND, List.of(ForecastBand.UNLIKELY, ForecastBand.OPEN, ForecastBand.LIKELY)));

    private static final Set<Rating> SUCCESSES =
            Set.of(Rating.EXCEEDED, Rating.MET, Rating.NEARLY_MET, Rating.ON_TRACK);

    /** A target without a figure, or with one that says nothing of the whole and of which nothing is forecast. */
    private static final BitSet WITHOUT_DATA = withoutData();

    private final RuleModel model;
    private final Remarks remarks;

    /** By combination, which row rates; null where none does. */
    private final @Nullable Row[] rates = new @Nullable Row[Combinations.COUNT];

    private final Map<Scored, Optional<BigDecimal>> points = new HashMap<>();

    /** All that points depend on. */
    private record Scored(Rating rating, Coded evidence, Coded fulfilment, Coded endBand, Coded paceBand) {}

    private Properties(RuleModel model, Remarks remarks) {
        this.model = model;
        this.remarks = remarks;
    }

    static void of(RuleModel model, Remarks remarks) {
        Properties properties = new Properties(model, remarks);
        properties.rate();
        if (!model.allows().contains(Allowance.MORE_SCORES_LESS)) {
            ORDERED.forEach(properties::moreNeverScoresLess);
        }
        properties.missingDataIsNoSuccess();
    }

    private static BitSet withoutData() {
        BitSet without = both(
                saying(Fact.EVIDENCE, Evidence.INCOMPARABLE), saying(Fact.FORECAST_BAND, ForecastBand.NO_FORECAST));
        without.or(saying(Fact.EVIDENCE, Evidence.NONE));
        return without;
    }

    static BitSet asked(RuleModel model, Row row) {
        Map<Fact, Condition.OneOf> when = new EnumMap<>(Fact.class);
        for (int column = 0; column < model.columns().size(); column++) {
            if (row.when().get(column) instanceof Condition.OneOf oneOf) {
                when.put(model.columns().get(column), oneOf);
            }
        }
        return Combinations.matching(when);
    }

    private void rate() {
        Taken taken = Taken.by(
                model.hit(), model.rows().stream().map(row -> asked(model, row)).toList());
        for (int i = 0; i < model.rows().size(); i++) {
            Row row = model.rows().get(i);
            taken.decided().get(i).stream().forEach(at -> {
                Row other = rates[at];
                rates[at] = other == null || isWorse(row, other) ? row : other;
            });
        }
    }

    private static boolean isWorse(Row one, Row other) {
        return Rating.WORST_FIRST.indexOf(one.rating()) < Rating.WORST_FIRST.indexOf(other.rating());
    }

    /** The first pair of each two bands; the rest would say the same. */
    private void moreNeverScoresLess(Fact fact, List<Coded> bands) {
        for (int less = 0; less < bands.size(); less++) {
            for (int more = less + 1; more < bands.size(); more++) {
                compare(fact, bands.get(less), bands.get(more));
            }
        }
    }

    private void compare(Fact fact, Coded less, Coded more) {
        BitSet where = both(Possible.combinations(), saying(fact, less));
        for (int at = where.nextSetBit(0); at >= 0; at = where.nextSetBit(at + 1)) {
            int better = Combinations.with(at, fact, more);
            Row row = rates[at];
            Row other = rates[better];
            if (row == null || other == null || !Possible.combinations().get(better)) {
                continue;
            }
            BigDecimal one = points(at, row);
            BigDecimal two = points(better, other);
            if (one != null && (two == null || two.compareTo(one) < 0)) {
                List<Fact> others = new ArrayList<>(model.columns());
                others.remove(fact);
                remarks.add(
                        Code.MORE_SCORES_LESS,
                        "/rows/" + model.rows().indexOf(other),
                        other.rule(),
                        fact.code(),
                        less.code(),
                        more.code(),
                        Combinations.told(at, others),
                        List.of(row.rule(), other.rule()),
                        List.of(row.rating().code(), other.rating().code()));
                return;
            }
        }
    }

    /** Null where there are none. Within a band points only grow with the ratio, so one ratio of each stands for all. */
    private @Nullable BigDecimal points(int at, Row row) {
        Scored scored = new Scored(
                row.rating(),
                Combinations.word(at, Fact.EVIDENCE),
                Combinations.word(at, Fact.FULFILMENT),
                Combinations.word(at, Fact.END_BAND),
                Combinations.word(at, Fact.PACE_BAND));
        return points.computeIfAbsent(
                        scored, first -> Optional.ofNullable(model.points().of(row.rating(), facts(at))))
                .orElse(null);
    }

    static TargetFacts facts(int at) {
        return Facts.of(at, micros(at, Fact.END_BAND), micros(at, Fact.PACE_BAND));
    }

    private static long micros(int at, Fact band) {
        int place = ORDERED.getOrDefault(band, List.of()).indexOf(Combinations.word(at, band));
        return 800_000L + 200_000L * place;
    }

    private void missingDataIsNoSuccess() {
        BitSet where = both(Possible.combinations(), WITHOUT_DATA);
        List<Row> named = new ArrayList<>();
        for (int at = where.nextSetBit(0); at >= 0; at = where.nextSetBit(at + 1)) {
            Row row = rates[at];
            if (row != null && SUCCESSES.contains(row.rating()) && !named.contains(row)) {
                named.add(row);
                remarks.add(
                        Code.SUCCESS_WITHOUT_DATA,
                        "/rows/" + model.rows().indexOf(row) + "/rating",
                        row.rule(),
                        Combinations.told(at, model.columns()),
                        row.rating().code());
            }
        }
    }
}
