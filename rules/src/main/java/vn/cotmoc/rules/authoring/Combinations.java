package vn.cotmoc.rules.authoring;

import java.util.BitSet;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.cotmoc.core.measure.Coded;
import vn.cotmoc.rules.decisiontables.Condition;
import vn.cotmoc.rules.decisiontables.Fact;

/**
 * Every combination that facts can say, numbered: a set of them is a set of bits, so that whatever is said of a table is said of all of
 * them. The ten facts make 207,360, a set has 26 kB, and a table of 200 rows is laid over them in milliseconds; nothing is sampled.
 */
final class Combinations {

    /** By fact, how far apart are two combinations that differ in its next word only. */
    private static final Map<Fact, Integer> STEP = new EnumMap<>(Fact.class);

    /** By fact and word, where it is said. */
    private static final Map<Fact, List<BitSet>> SAYING = new EnumMap<>(Fact.class);

    static final int COUNT;

    static {
        int step = 1;
        for (Fact fact : List.of(Fact.values()).reversed()) {
            STEP.put(fact, step);
            step *= fact.words().size();
        }
        COUNT = step;
        for (Fact fact : Fact.values()) {
            SAYING.put(
                    fact,
                    fact.words().stream().map(word -> saying(fact, place(word))).toList());
        }
    }

    private Combinations() {}

    private static BitSet saying(Fact fact, int word) {
        int step = step(fact);
        int round = step * fact.words().size();
        BitSet saying = new BitSet(COUNT);
        for (int from = word * step; from < COUNT; from += round) {
            saying.set(from, from + step);
        }
        return saying;
    }

    static int place(Coded word) {
        return ((Enum<?>) word).ordinal();
    }

    private static int step(Fact fact) {
        return STEP.getOrDefault(fact, 0);
    }

    static BitSet all() {
        BitSet all = new BitSet(COUNT);
        all.set(0, COUNT);
        return all;
    }

    /** Where the fact says one of the words. */
    static BitSet saying(Fact fact, Collection<? extends Coded> words) {
        BitSet saying = new BitSet(COUNT);
        words.forEach(word -> saying.or(SAYING.getOrDefault(fact, List.of()).get(place(word))));
        return saying;
    }

    static BitSet saying(Fact fact, Coded... words) {
        return saying(fact, List.of(words));
    }

    /** Where all conditions hold. */
    static BitSet matching(Map<Fact, Condition.OneOf> conditions) {
        BitSet matching = all();
        conditions.forEach((fact, oneOf) -> matching.and(saying(fact, oneOf.words())));
        return matching;
    }

    static BitSet both(BitSet one, BitSet other) {
        BitSet both = (BitSet) one.clone();
        both.and(other);
        return both;
    }

    static BitSet without(BitSet one, BitSet other) {
        BitSet left = (BitSet) one.clone();
        left.andNot(other);
        return left;
    }

    static BitSet not(BitSet one) {
        return without(all(), one);
    }

    static Coded word(int combination, Fact fact) {
        return fact.words().get(combination / step(fact) % fact.words().size());
    }

    /** The same, but that the fact says another word. */
    static int with(int combination, Fact fact, Coded word) {
        return combination + (place(word) - place(word(combination, fact))) * step(fact);
    }

    /** Words by facts. */
    static Map<String, String> told(int combination, Collection<Fact> facts) {
        Map<String, String> told = new LinkedHashMap<>();
        facts.forEach(fact -> told.put(fact.code(), word(combination, fact).code()));
        return told;
    }

    /** How many there are when only these facts are looked at. */
    static int count(BitSet combinations, Collection<Fact> facts) {
        BitSet projected = new BitSet(COUNT);
        for (int at = combinations.nextSetBit(0); at >= 0; at = combinations.nextSetBit(at + 1)) {
            int only = 0;
            for (Fact fact : facts) {
                only += place(word(at, fact)) * step(fact);
            }
            projected.set(only);
        }
        return projected.cardinality();
    }
}
