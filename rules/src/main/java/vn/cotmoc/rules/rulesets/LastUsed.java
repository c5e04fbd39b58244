package vn.cotmoc.rules.rulesets;

import java.util.LinkedHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.scoring.RuleSet;

/**
 * Keeps what engines made of the rule sets used last, by the sets' hashes. Each is made once; who wants the same waits,
 * who wants another does not. A failure is not kept.
 */
public final class LastUsed<T> {

    private final int most;
    private final Function<RuleSet, T> make;
    private final LinkedHashMap<String, Slot<T>> slots = new LinkedHashMap<>(16, 0.75f, true);

    public LastUsed(int most, Function<RuleSet, T> make) {
        this.most = most;
        this.make = make;
    }

    public T of(RuleSet ruleSet) {
        return slot(ruleSet.sha256()).value(ruleSet, make);
    }

    private synchronized Slot<T> slot(String sha256) {
        Slot<T> slot = slots.computeIfAbsent(sha256, absent -> new Slot<>());
        if (slots.size() > most) {
            slots.pollFirstEntry();
        }
        return slot;
    }

    private static final class Slot<T> {

        private @Nullable T value;

        synchronized T value(RuleSet ruleSet, Function<RuleSet, T> make) {
            T known = value;
            if (known == null) {
                known = make.apply(ruleSet);
                value = known;
            }
            return known;
        }
    }
}
