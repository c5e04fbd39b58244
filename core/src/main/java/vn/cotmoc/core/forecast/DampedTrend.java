package vn.cotmoc.core.forecast;

/**
 * A level and a trend that dies away, both updated by each new value: the innovations state space model ETS(A,Ad,N), of
 * Hyndman, Koehler, Ord and Snyder, Forecasting with Exponential Smoothing (2008), chapters 2 and 6. The three weights are those
 * of a small grid that would have missed the values so far by least, so the same values give the same model on every machine.
 *
 * @param level where the series stands after its last value
 * @param trend what the next step would add before it is damped
 * @param variance of one step's surprise
 * @param freedom degrees of freedom of that variance
 */
record DampedTrend(
        double level,
        double trend,
        double damping,
        double levelWeight,
        double trendWeight,
        double variance,
        int freedom) {

    private static final double[] LEVEL_WEIGHTS = {0.05, 0.1, 0.2, 0.35, 0.5, 0.7, 0.9};

    /** Shares of the level's weight. */
    private static final double[] TREND_WEIGHTS = {0, 0.03, 0.1, 0.25};

    private static final double[] DAMPINGS = {0.85, 0.95};

    /** How many of the first values the level and the trend to begin with are drawn through. */
    private static final int BEGINNING = 24;

    /** @param estimated how many numbers were estimated from the values, those of a season among them */
    static DampedTrend of(double[] values, int estimated) {
        double[] line = line(values, Math.min(values.length, BEGINNING));
        DampedTrend best = null;
        double least = Double.POSITIVE_INFINITY;
        for (double damping : DAMPINGS) {
            for (double levelWeight : LEVEL_WEIGHTS) {
                for (double share : TREND_WEIGHTS) {
                    double trendWeight = share * levelWeight;
                    double level = line[0] - line[1];
                    double trend = line[1];
                    double squares = 0;
                    for (double value : values) {
                        double expected = level + damping * trend;
                        double surprise = value - expected;
                        squares += surprise * surprise;
                        level = expected + levelWeight * surprise;
                        trend = damping * trend + trendWeight * surprise;
                    }
                    if (squares < least) {
                        least = squares;
                        int freedom = Math.max(1, values.length - estimated);
                        best = new DampedTrend(
                                level, trend, damping, levelWeight, trendWeight, squares / freedom, freedom);
                    }
                }
            }
        }
        if (best == null) {
            throw new IllegalArgumentException("The values are no numbers.");
        }
        return best;
    }

    /** Of the steps after the last value, 1 first. */
    double[] next(int steps) {
        double[] values = new double[steps];
        double value = level;
        double added = trend;
        for (int step = 0; step < steps; step++) {
            added *= damping;
            value += added;
            values[step] = value;
        }
        return values;
    }

    /** What of a surprise is still there so many steps later: 1 at once. */
    double[] echoes(int steps) {
        double[] echoes = new double[steps];
        double damped = 1;
        double sum = 0;
        for (int later = 0; later < steps; later++) {
            echoes[later] = later == 0 ? 1 : levelWeight + trendWeight * sum;
            damped *= damping;
            sum += damped;
        }
        return echoes;
    }

    /** Least squares through the first values: value at the first, slope. */
    private static double[] line(double[] values, int count) {
        double sumX = 0;
        double sumY = 0;
        double sumXX = 0;
        double sumXY = 0;
        for (int x = 0; x < count; x++) {
            sumX += x;
            sumY += values[x];
            sumXX += (double) x * x;
            sumXY += x * values[x];
        }
        double slope = (count * sumXY - sumX * sumY) / (count * sumXX - sumX * sumX);
        return new double[] {(sumY - slope * sumX) / count, slope};
    }
}
