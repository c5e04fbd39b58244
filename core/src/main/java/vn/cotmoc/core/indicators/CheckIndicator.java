package vn.cotmoc.core.indicators;

import jakarta.inject.Singleton;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import vn.cotmoc.core.refusals.Refusal;

/** What must hold of a description before it is stored. */
@Singleton
final class CheckIndicator {

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{1,59}");

    private final IndicatorStore store;
    private final LeadUnits units;

    CheckIndicator(IndicatorStore store, LeadUnits units) {
        this.store = store;
        this.units = units;
    }

    /** Before anything of it is looked at: two that need each other may come at the same moment. */
    void hold(Indicator wanted) {
        if (wanted.calculation().isPresent() || wanted.proxy() != null) {
            store.holdDictionary();
        }
    }

    /**
     * @throws Refusal {@code indicator-code}, {@code indicator-decimals}, {@code unknown-indicator} for one that its formula or
     *     ratio needs, {@code indicator-retired} for such a one unless it is retired itself, {@code formula-cycle}, {@code formula-zero} if it divides by what is always zero
     */
    void check(Indicator indicator) {
        if (!CODE.matcher(indicator.code()).matches()) {
            throw Refusal.invalid("indicator-code", "/code", "code", indicator.code());
        }
        if (indicator.decimals() < 0 || indicator.decimals() > 6) {
            throw Refusal.invalid("indicator-decimals", "/decimals", "decimals", indicator.decimals());
        }
        indicator.ratio().ifPresent(ratio -> refuseCycle(indicator.code(), ratio, "/numerator"));
        indicator.summation().parts().ifPresent(parts -> {
            requireOperand(indicator, parts.numerator(), "/numerator");
            requireOperand(indicator, parts.denominator(), "/denominator");
        });
        Formula formula = indicator.formula();
        if (formula != null) {
            if (formula.dividesByNothing()) {
                throw Refusal.invalid("formula-zero", "/formula", "formula", formula);
            }
            refuseCycle(indicator.code(), formula, "/formula");
            formula.codes().forEach(code -> requireOperand(indicator, code, "/formula"));
        }
    }

    private void requireOperand(Indicator indicator, String code, String at) {
        if (indicator.retired()) {
            store.require(code, at);
        } else {
            store.requireInUse(code, at);
        }
    }

    /** @throws Refusal {@code unknown-unit}, {@code unit-closed} */
    void checkLead(Indicator indicator) {
        if (indicator.leadUnit() != null) {
            units.requireOpen(indicator.leadUnit(), "/leadUnit");
        }
    }

    /**
     * A proxy may have one of its own: it is reported oftener still, so that links never come back, and nobody follows more than one.
     *
     * @throws Refusal {@code proxy-itself}, {@code unknown-indicator}, {@code indicator-retired}, {@code proxy-cadence} for one that is
     *     not reported more often; nothing of an indicator that is retired
     */
    void checkProxy(Indicator indicator) {
        if (indicator.proxy() == null || indicator.retired()) {
            return;
        }
        if (indicator.proxy().equals(indicator.code())) {
            throw Refusal.invalid("proxy-itself", "/proxy", "indicator", indicator.code());
        }
        requireOftener(store.requireInUse(indicator.proxy(), "/proxy"), indicator, "/proxy");
    }

    /** @throws Refusal {@code proxy-cadence} */
    static void requireOftener(Indicator proxy, Indicator indicator, String at) {
        if (!proxy.cadence().isOftenerThan(indicator.cadence())) {
            throw Refusal.invalid(
                    "proxy-cadence",
                    at,
                    "proxy",
                    proxy.code(),
                    "proxyCadence",
                    proxy.cadence(),
                    "indicator",
                    indicator.code(),
                    "cadence",
                    indicator.cadence());
        }
    }

    private void refuseCycle(String code, Formula formula, String at) {
        Map<String, Set<String>> needs = new HashMap<>();
        store.calculated().forEach(one -> one.calculation().ifPresent(how -> needs.put(one.code(), how.codes())));
        Deque<String> toVisit = new ArrayDeque<>(formula.codes());
        Set<String> visited = new HashSet<>();
        while (!toVisit.isEmpty()) {
            String next = toVisit.pop();
            if (next.equals(code)) {
                throw Refusal.invalid("formula-cycle", at, "indicator", code);
            }
            if (visited.add(next)) {
                toVisit.addAll(needs.getOrDefault(next, Set.of()));
            }
        }
    }
}
