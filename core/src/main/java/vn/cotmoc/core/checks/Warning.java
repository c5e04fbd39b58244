package vn.cotmoc.core.checks;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.measure.Amount;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.refusals.Refusal;

/**
 * One check that a figure failed, with both values.
 *
 * @param figure what was entered; of the two about parts, the figure of the whole
 * @param against the bound, the next whole number below, the other figure, or what the parts make together
 * @param period of the other figure, or of the whole; null for a bound
 * @param allowed the share that was exceeded, of a jump or of parts; else null
 */
public record Warning(
        Fault fault,
        Reaction reaction,
        Amount figure,
        Amount against,
        @Nullable Period period,
        @Nullable BigDecimal allowed) {

    private static final String AT = "/amount";

    /** @throws Refusal {@link #refusal} if it blocks */
    public void refuseIfBlocking(String indicator) {
        if (reaction == Reaction.BLOCK) {
            throw refusal(indicator);
        }
    }

    /**
     * What is said of it, whether it blocks or not.
     *
     * @return {@code figure-below-lowest}, {@code figure-above-highest}, {@code figure-not-whole}, {@code figure-jump},
     *     {@code figure-below-earlier}, {@code figure-above-later}, {@code figure-parts-in-time}, {@code figure-parts-above},
     *     {@code figure-parts-over-areas}, {@code figure-less-firm}
     */
    public Refusal refusal(String indicator) {
        return switch (fault) {
            case BELOW_LOWEST ->
                Refusal.invalid("figure-below-lowest", AT, "indicator", indicator, "figure", figure, "lowest", against);
            case ABOVE_HIGHEST ->
                Refusal.invalid(
                        "figure-above-highest", AT, "indicator", indicator, "figure", figure, "highest", against);
            case NOT_WHOLE ->
                Refusal.invalid("figure-not-whole", AT, "indicator", indicator, "figure", figure, "lower", against);
            case JUMP ->
                Refusal.invalid("figure-jump", AT, "figure", figure, "other", against, "period", at(), "most", share());
            case BELOW_EARLIER ->
                Refusal.invalid("figure-below-earlier", AT, "figure", figure, "other", against, "period", at());
            case ABOVE_LATER ->
                Refusal.invalid("figure-above-later", AT, "figure", figure, "other", against, "period", at());
            case PARTS_IN_TIME ->
                Refusal.invalid(
                        "figure-parts-in-time", AT, "whole", figure, "parts", against, "period", at(), "most", share());
            case PARTS_ABOVE ->
                Refusal.invalid("figure-parts-above", AT, "whole", figure, "parts", against, "period", at());
            case LESS_FIRM ->
                Refusal.invalid("figure-less-firm", AT, "figure", figure, "other", against, "period", at());
            case PARTS_OVER_AREAS ->
                Refusal.invalid(
                        "figure-parts-over-areas",
                        AT,
                        "whole",
                        figure,
                        "parts",
                        against,
                        "period",
                        at(),
                        "most",
                        share());
        };
    }

    private Object at() {
        return period == null ? "–" : period;
    }

    /** In per cent, for sentences. */
    private Object share() {
        return allowed == null ? "–" : allowed.movePointRight(2);
    }
}
