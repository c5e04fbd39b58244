package vn.cotmoc.rules.attacks;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import vn.cotmoc.rules.sandbox.DrlRefused;
import vn.cotmoc.rules.sandbox.Fences;

/** Which layers stop an attack, each asked alone; found out once for all tests. */
final class Stopping {

    private static final Map<Attack, Set<String>> FOUND = new ConcurrentHashMap<>();

    private Stopping() {}

    /** An attack in DRL: the layers that read it, and those that read what Drools makes of it. */
    static Set<String> written(Attack attack) {
        return FOUND.computeIfAbsent(attack, first -> {
            Set<String> by = new HashSet<>(reading(DrlAttacks.drl(attack)));
            if (!attack.say("alone").equals("not tried")) {
                Victims.Outcome outcome = Victims.of(attack);
                if (!outcome.classes().isEmpty()) {
                    by.addAll(loading(outcome.classes()));
                    if (!outcome.flat()) {
                        by.add("network");
                    }
                }
            }
            return by;
        });
    }

    /** An attack by classes. */
    static Set<String> forged(Attack attack) {
        return FOUND.computeIfAbsent(attack, first -> loading(Forged.classes(attack)));
    }

    private static Set<String> reading(String drl) {
        Set<String> by = new HashSet<>();
        Fences.OF_TEXTS.forEach((name, fence) -> {
            try {
                fence.accept(drl);
            } catch (DrlRefused refused) {
                by.add(name);
            }
        });
        return by;
    }

    private static Set<String> loading(Map<String, byte[]> classes) {
        Set<String> by = new HashSet<>();
        Fences.OF_CLASSES.forEach((name, fence) -> {
            try {
                fence.accept(classes);
            } catch (LinkageError refused) {
                by.add(name);
            }
        });
        return by;
    }
}
