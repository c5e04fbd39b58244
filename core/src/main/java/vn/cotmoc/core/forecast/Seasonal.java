package vn.cotmoc.core.forecast;

/**
 * Parts of years with what each month or quarter usually adds or takes away.
 *
 * @param logarithmic whether all are positive, so that seasons multiply; else they add
 * @param indices by part of the year, on that scale, without its trend; their sum is 0
 */
record Seasonal(double[] values, int perYear, boolean logarithmic, double[] indices, DampedTrend trend) {

    /**
     * Numbers that are estimated besides the season's: level, trend and their weights. Of the season's own a third counts, as the
     * trend is free to follow the rest; own design, calibrated with the synthetic series.
     */
    private static final int OF_THE_TREND = 3;

    private static final double OF_THE_SEASON = 0.35;

    static Seasonal of(double[] values, int perYear) {
        boolean logarithmic = true;
        for (double value : values) {
            logarithmic &= value > 0;
        }
        double[] scaled = values.clone();
        for (int i = 0; logarithmic && i < scaled.length; i++) {
            scaled[i] = StrictMath.log(scaled[i]);
        }
        double[] indices = indices(scaled, perYear);
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] -= indices[i % perYear];
        }
        int estimated = OF_THE_TREND + (int) Math.round((perYear - 1) * OF_THE_SEASON);
        return new Seasonal(values, perYear, logarithmic, indices, DampedTrend.of(scaled, estimated));
    }

    /** The mean over whole years of what a part differs from its year's mean, less the year's own slope. */
    private static double[] indices(double[] scaled, int perYear) {
        int years = scaled.length / perYear;
        double[] means = new double[years];
        for (int i = 0; i < years * perYear; i++) {
            means[i / perYear] += scaled[i] / perYear;
        }
        double[] indices = new double[perYear];
        for (int i = 0; i < years * perYear; i++) {
            int year = i / perYear;
            int part = i % perYear;
            double slope = slope(means, year) / perYear;
            indices[part] += (scaled[i] - means[year] - slope * (part - (perYear - 1) / 2.0)) / years;
        }
        return indices;
    }

    /** A year's change, between the years before and after it. */
    private static double slope(double[] means, int year) {
        int before = Math.max(0, year - 1);
        int after = Math.min(means.length - 1, year + 1);
        return (means[after] - means[before]) / (after - before);
    }

    /**
     * The sum of the parts that follow, by the delta method: what each surprise moves the sum, squared, and what the indices
     * themselves are uncertain by.
     *
     * @param certain what the year has so far
     */
    Forecast.Likely rest(double certain, int steps) {
        int years = values.length / perYear;
        double[] next = trend.next(steps);
        double[] weights = new double[steps];
        double sum = 0;
        double variance = 0;
        for (int step = 0; step < steps; step++) {
            double value = next[step] + indices[(values.length + step) % perYear];
            double part = logarithmic ? StrictMath.exp(value) : value;
            weights[step] = logarithmic ? part : 1;
            sum += part;
            variance += weights[step] * weights[step] / years;
        }
        double[] echoes = trend.echoes(steps);
        for (int surprise = 0; surprise < steps; surprise++) {
            double moves = 0;
            for (int step = surprise; step < steps; step++) {
                moves += weights[step] * echoes[step - surprise];
            }
            variance += moves * moves;
        }
        // Indices drawn from few years follow their noise, which then looks smaller than it is.
        double deviation = Math.sqrt(variance * trend.variance() * years / (years - 1));
        return new Forecast.Likely(
                values.length,
                logarithmic,
                certain,
                logarithmic ? StrictMath.log(sum) : sum,
                logarithmic ? deviation / sum : deviation,
                trend.freedom());
    }
}
