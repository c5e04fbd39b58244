package vn.cotmoc.core.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How often the truth lies within the interval, by series whose truth is known; and what too few points are answered. */
class ForecastTest {

    private static final int SERIES = 10_000;

    /** What the parts of a synthetic series do: all of it is made up, none of it is fitted to the method. */
    private enum Nature {
        /** A straight trend with independent noise. */
        STRAIGHT,
        /** A level that wanders. */
        WANDERING,
        /** A trend that dies away. */
        FADING,
        /** Noise that lasts: half of each month's goes on into the next. */
        LASTING,
        /** A level that jumps now and then. */
        JUMPING
    }

    @ParameterizedTest
    @ValueSource(ints = {12, 4})
    void theIntervalOfATotalHoldsTheTruthInFourOfFive(int perYear) {
        Random random = new Random(20261122);
        int[] within = new int[Nature.values().length];
        for (int i = 0; i < SERIES; i++) {
            Nature nature = Nature.values()[i % within.length];
            int years = 2 + random.nextInt(5);
            int begun = 1 + random.nextInt(perYear - 1);
            List<BigDecimal> series = total(nature, (years + 1) * perYear, perYear, random);
            int known = years * perYear + begun;
            BigDecimal truth =
                    series.subList(years * perYear, series.size()).stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            if (holds((Forecast.Likely) Forecast.ofTotal(series.subList(0, known), perYear), truth)) {
                within[nature.ordinal()]++;
            }
        }
        report("totals of %d a year".formatted(perYear), within);
    }

    @Test
    void theIntervalOfAValueHoldsTheTruthInFourOfFive() {
        Random random = new Random(20261122);
        int[] within = new int[Nature.values().length];
        for (int i = 0; i < SERIES; i++) {
            Nature nature = Nature.values()[i % within.length];
            int known = Forecast.FEWEST_VALUES + random.nextInt(10);
            int steps = 1 + random.nextInt(3);
            double[] values = logs(nature, known + steps, 1, 0.05, random);
            List<BigDecimal> series = DoubleStream.of(values)
                    .map(value -> value * 10)
                    .mapToObj(BigDecimal::valueOf)
                    .toList();
            if (holds((Forecast.Likely) Forecast.ofValue(series.subList(0, known), steps), series.getLast())) {
                within[nature.ordinal()]++;
            }
        }
        report("values", within);
    }

    private static boolean holds(Forecast.Likely forecast, BigDecimal truth) {
        return truth.compareTo(forecast.low()) >= 0 && truth.compareTo(forecast.high()) <= 0;
    }

    private static void report(String what, int[] within) {
        double each = (double) SERIES / within.length;
        System.out.printf("Coverage of the 80 %% interval, %s:%n", what);
        for (Nature nature : Nature.values()) {
            System.out.printf("  %-10s %.3f%n", nature, within[nature.ordinal()] / each);
        }
        double all = IntStream.of(within).sum() / (double) SERIES;
        System.out.printf("  all        %.3f%n", all);
        assertThat(all).isBetween(0.75, 0.85);
    }

    private static List<BigDecimal> total(Nature nature, int count, int perYear, Random random) {
        double[] logs = logs(nature, count, perYear, 0.03 + 0.12 * random.nextDouble(), random);
        double[] season = random.doubles(perYear, -0.4, 0.4).toArray();
        List<BigDecimal> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            parts.add(BigDecimal.valueOf(Math.exp(logs[i] + season[i % perYear])));
        }
        return parts;
    }

    private static double[] logs(Nature nature, int count, int perYear, double noise, Random random) {
        double drift = (0.07 + 0.05 * random.nextGaussian()) / perYear;
        double level = 5;
        double trend = drift * 2;
        double lasting = 0;
        double[] logs = new double[count];
        for (int i = 0; i < count; i++) {
            double surprise = noise * random.nextGaussian();
            switch (nature) {
                case STRAIGHT -> level += drift;
                case WANDERING -> level += drift + 0.4 * noise * random.nextGaussian();
                case FADING -> {
                    trend *= 0.97;
                    level += trend;
                }
                case LASTING -> {
                    level += drift;
                    lasting = 0.5 * lasting + Math.sqrt(0.75) * surprise;
                    surprise = lasting;
                }
                case JUMPING -> level += drift + (random.nextInt(50) == 0 ? 0.1 * random.nextGaussian() : 0);
            }
            logs[i] = level + surprise;
        }
        return logs;
    }

    /**
     * Of real years only the error is reported: the last of seven from the six before, against saying that nothing changes. General
     * Statistics Office, 2010–2016, by way of the public tables of github.com/choisy/gso.
     */
    @Test
    void theErrorOnRealYearsIsReportedAgainstNoChange() throws IOException {
        double ours = 0;
        double noChange = 0;
        int count = 0;
        try (InputStream bytes = Objects.requireNonNull(getClass().getResourceAsStream("annual.csv"));
                Reader text = new InputStreamReader(bytes, StandardCharsets.UTF_8)) {
            for (CSVRecord row : CSVFormat.DEFAULT
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(text)) {
                List<BigDecimal> years = IntStream.rangeClosed(2010, 2016)
                        .mapToObj(year -> new BigDecimal(row.get(String.valueOf(year))))
                        .toList();
                BigDecimal truth = years.getLast();
                Forecast.Likely forecast = (Forecast.Likely) Forecast.ofValue(years.subList(0, 6), 1);
                ours += relative(forecast.middle(), truth);
                noChange += relative(years.get(5), truth);
                count++;
            }
        }
        System.out.printf(
                "Mean absolute error of the last of seven years, n = %d: %.1f %%; of no change %.1f %%%n",
                count, 100 * ours / count, 100 * noChange / count);
        assertThat(count).isGreaterThan(15);
    }

    private static double relative(BigDecimal said, BigDecimal truth) {
        return Math.abs(said.subtract(truth).doubleValue() / truth.doubleValue());
    }

    @Test
    void tooFewPointsAreNoForecast() {
        List<BigDecimal> months = Collections.nCopies(24, BigDecimal.TEN);
        assertThat(Forecast.ofTotal(months, 12)).isEqualTo(new Forecast.TooFew(24, 25));
        assertThat(Forecast.ofTotal(months.subList(0, 3), 12)).isEqualTo(new Forecast.TooFew(3, 25));
        assertThat(Forecast.ofValue(months.subList(0, 5), 1)).isEqualTo(new Forecast.TooFew(5, 6));
    }

    @Test
    void whatNeverChangedEndsAsItDidForCertain() {
        Forecast.Likely forecast = (Forecast.Likely) Forecast.ofTotal(Collections.nCopies(30, BigDecimal.TEN), 12);
        assertThat(forecast.middle()).isEqualByComparingTo("120");
        assertThat(forecast.low()).isEqualByComparingTo(forecast.high());
        assertThat(forecast.probabilityOfAtLeast(new BigDecimal("119"))).isGreaterThan(0.999999);
        assertThat(forecast.probabilityOfAtLeast(new BigDecimal("121"))).isLessThan(0.000001);
    }

    @Test
    void moreIsNeverLikelierAndTheIntervalHoldsFourFifths() {
        Random random = new Random(5);
        List<BigDecimal> parts = total(Nature.WANDERING, 40, 12, random);
        Forecast.Likely forecast = (Forecast.Likely) Forecast.ofTotal(parts, 12);
        assertThat(forecast.low()).isLessThan(forecast.middle());
        assertThat(forecast.middle()).isLessThan(forecast.high());
        assertThat(forecast.probabilityOfAtLeast(forecast.low())).isBetween(0.8999, 0.9001);
        assertThat(forecast.probabilityOfAtLeast(forecast.middle())).isBetween(0.4999, 0.5001);
        assertThat(forecast.probabilityOfAtLeast(forecast.high())).isBetween(0.0999, 0.1001);
        assertThat(forecast.probabilityOfAtLeast(BigDecimal.ONE)).isEqualTo(1);
    }

    @Test
    void ofWhatIsCertainReachingIsNotPassing() {
        Forecast.Likely forecast = (Forecast.Likely) Forecast.ofValue(Collections.nCopies(6, BigDecimal.TEN), 1);
        assertThat(forecast.probabilityOfAtLeast(BigDecimal.TEN)).isEqualTo(1);
        assertThat(forecast.probabilityOfMoreThan(BigDecimal.TEN)).isEqualTo(0);
        assertThat(forecast.probabilityOfMoreThan(new BigDecimal("9.999999"))).isEqualTo(1);
    }

    /** Figures between the smallest and the largest amounts there are. */
    @Test
    void whatJumpsByPowersOfTenIsBoundedByNothingAndSaysSo() {
        List<BigDecimal> parts = new ArrayList<>();
        for (int i = 0; i < 27; i++) {
            parts.add(new BigDecimal(i % 2 == 0 ? "0.000001" : "99999999999999"));
        }
        assertThat(((Forecast.Likely) Forecast.ofTotal(parts, 12)).isBounded()).isFalse();
    }

    /** Corrections may make a month negative: seasons then add. */
    @Test
    void aTotalWithANegativePartIsForecastToo() {
        BigDecimal[] parts = Collections.nCopies(31, BigDecimal.TEN).toArray(BigDecimal[]::new);
        parts[4] = new BigDecimal("-2");
        Forecast.Likely forecast = (Forecast.Likely) Forecast.ofTotal(Arrays.asList(parts), 12);
        assertThat(forecast.logarithmic()).isFalse();
        assertThat(forecast.middle().doubleValue()).isBetween(100.0, 130.0);
    }
}
