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
        return refusal(indicator, AT);
    }

    /** The same of a number that stands elsewhere. @param at a JSON pointer */
    public Refusal refusal(String indicator, String at) {
        return switch (fault) {
            case BELOW_LOWEST ->
                Refusal.invalid("figure-below-lowest", at, "indicator", indicator, "figure", figure, "lowest", against);
            case ABOVE_HIGHEST ->
                Refusal.invalid(
                        "figure-above-highest", at, "indicator", indicator, "figure", figure, "highest", against);
            case NOT_WHOLE ->
                Refusal.invalid("figure-not-whole", at, "indicator", indicator, "figure", figure, "lower", against);
            case JUMP ->
                Refusal.invalid(
                        "figure-jump", at, "figure", figure, "other", against, "period", other(), "most", share());
            case BELOW_EARLIER ->
                Refusal.invalid("figure-below-earlier", at, "figure", figure, "other", against, "period", other());
            case ABOVE_LATER ->
                Refusal.invalid("figure-above-later", at, "figure", figure, "other", against, "period", other());
            case PARTS_IN_TIME ->
                Refusal.invalid(
                        "figure-parts-in-time",
                        at,
                        "whole",
                        figure,
                        "parts",
                        against,
                        "period",
                        other(),
                        "most",
                        share());
            case PARTS_ABOVE ->
                Refusal.invalid("figure-parts-above", at, "whole", figure, "parts", against, "period", other());
            case LESS_FIRM ->
                Refusal.invalid("figure-less-firm", at, "figure", figure, "other", against, "period", other());
            case PARTS_OVER_AREAS ->
                Refusal.invalid(
                        "figure-parts-over-areas",
                        at,
                        "whole",
                        figure,
                        "parts",
                        against,
                        "period",
                        other(),
                        "most",
                        share());
        };
    }

    private Object other() {
        return period == null ? "–" : period;
    }

    /** In per cent, for sentences. */
    private Object share() {
        return allowed == null ? "–" : allowed.movePointRight(2);
    }
}
