package vn.cotmoc.rules.authoring;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import vn.cotmoc.rules.decisiontables.HitPolicy;

/**
 * Which combinations each row of a table decides, of those that can be.
 *
 * @param asked by row, where its cells hold
 * @param decided by row, what is left to it: of {@code collect} all that it asks, of {@code first} what no row before it took
 * @param open what no row decides
 */
record Taken(List<BitSet> asked, List<BitSet> decided, BitSet open) {

    /** @param asked by row, where its cells hold, possible or not */
    static Taken by(HitPolicy hit, List<BitSet> asked) {
        List<BitSet> possible = new ArrayList<>();
        List<BitSet> decided = new ArrayList<>();
        BitSet open = (BitSet) Possible.combinations().clone();
        for (BitSet row : asked) {
            BitSet can = Combinations.both(row, Possible.combinations());
            possible.add(can);
            decided.add(
                    switch (hit) {
                        case FIRST -> Combinations.both(can, open);
                        case COLLECT -> can;
                    });
            open.andNot(can);
        }
        return new Taken(possible, decided, open);
    }
}
