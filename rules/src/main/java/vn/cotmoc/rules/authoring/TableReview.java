package vn.cotmoc.rules.authoring;

import static vn.cotmoc.rules.authoring.Combinations.both;
import static vn.cotmoc.rules.authoring.Combinations.saying;
import static vn.cotmoc.rules.authoring.Combinations.without;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.authoring.Remark.Code;
import vn.cotmoc.core.scoring.Flag;
import vn.cotmoc.core.scoring.Phase;
import vn.cotmoc.core.scoring.Rating;
import vn.cotmoc.rules.decisiontables.Fact;
import vn.cotmoc.rules.decisiontables.HitPolicy;
import vn.cotmoc.rules.decisiontables.Placeholder;

/** What holds of a table as a whole, on every combination of facts that can be. */
final class TableReview {

    private final Draft draft;
    private final HitPolicy hit;
    private final Remarks remarks;
    private final Map<String, BitSet> raised = new LinkedHashMap<>();
    private final Map<String, Draft.Line> firstToRaise = new LinkedHashMap<>();

    private TableReview(Draft draft, HitPolicy hit, Remarks remarks) {
        this.draft = draft;
        this.hit = hit;
        this.remarks = remarks;
    }

    /** A table that was not understood as a whole has no gaps that are known, nor rows that nobody needs; its alerts stand alone. */
    static void of(Draft draft, Remarks remarks) {
        HitPolicy hit = draft.hit();
        TableReview review = new TableReview(draft, hit == null ? HitPolicy.FIRST : hit, remarks);
        if (draft.whole() && hit != null) {
            review.rows();
        }
        review.alerts();
        review.flags();
    }

    private void rows() {
        List<Draft.Line> rows = draft.rows();
        Taken taken = Taken.by(hit, rows.stream().map(TableReview::asked).toList());
        for (int i = 0; i < rows.size(); i++) {
            Draft.Line row = rows.get(i);
            BitSet decided = taken.decided().get(i);
            if (taken.asked().get(i).isEmpty()) {
                remarks.add(Code.NEVER_HOLDS, row.at() + "/when", row.rule());
            } else if (decided.isEmpty()) {
                remarks.add(Code.NEVER_REACHED, row.at(), row.rule(), takers(taken, i));
            } else {
                alike(taken, i);
                outranked(taken, i);
                blanks(row, decided);
            }
            raise(row, decided);
        }
        if (!taken.open().isEmpty()) {
            remarks.add(
                    Code.GAP,
                    "/rows",
                    null,
                    Combinations.told(taken.open().nextSetBit(0), draft.columns()),
                    Combinations.count(taken.open(), draft.columns()));
        }
    }

    private static BitSet asked(Draft.Line line) {
        return Combinations.matching(Objects.requireNonNull(line.when()));
    }

    /** The rows that take what a row asks for, before it. */
    private List<String> takers(Taken taken, int row) {
        List<String> takers = new ArrayList<>();
        for (int before = 0; before < row; before++) {
            if (taken.decided().get(before).intersects(taken.asked().get(row))) {
                takers.add(draft.rows().get(before).name());
            }
        }
        return takers;
    }

    /** Whether others would say the same where a row speaks, if it were not there. */
    private void alike(Taken taken, int row) {
        Draft.Line line = draft.rows().get(row);
        BitSet left = (BitSet) taken.decided().get(row).clone();
        List<String> others = new ArrayList<>();
        for (int other = hit == HitPolicy.FIRST ? row + 1 : 0;
                other < draft.rows().size();
                other++) {
            BitSet asked = taken.asked().get(other);
            if (other == row || !asked.intersects(left)) {
                continue;
            }
            boolean same = draft.rows().get(other).saysTheSameAs(line);
            switch (hit) {
                case FIRST -> {
                    if (!same) {
                        return;
                    }
                }
                case COLLECT -> {
                    // Of two that ask the same the later one is too many.
                    if (!same || other > row && asked.equals(taken.asked().get(row))) {
                        continue;
                    }
                }
            }
            others.add(draft.rows().get(other).name());
            left.andNot(asked);
            if (left.isEmpty()) {
                remarks.add(Code.SAYS_THE_SAME, line.at(), line.rule(), others);
                return;
            }
        }
    }

    /** Where all rows that hold speak, the worst rating counts. */
    private void outranked(Taken taken, int row) {
        Draft.Line line = draft.rows().get(row);
        if (hit != HitPolicy.COLLECT || line.rating() == null) {
            return;
        }
        BitSet asked = taken.asked().get(row);
        BitSet left = (BitSet) asked.clone();
        List<String> worse = new ArrayList<>();
        for (int other = 0; other < draft.rows().size(); other++) {
            if (isWorse(draft.rows().get(other).rating(), line.rating())
                    && taken.asked().get(other).intersects(left)) {
                worse.add(draft.rows().get(other).name());
                left.andNot(taken.asked().get(other));
            }
        }
        if (left.isEmpty()) {
            remarks.add(
                    Code.ALWAYS_OUTRANKED,
                    line.at(),
                    line.rule(),
                    line.rating().code(),
                    worse,
                    Combinations.told(asked.nextSetBit(0), draft.columns()));
        }
    }

    private static boolean isWorse(@Nullable Rating one, Rating other) {
        return one != null && Rating.WORST_FIRST.indexOf(one) < Rating.WORST_FIRST.indexOf(other);
    }

    /** What a sentence leaves open that core can never fill where the rule speaks. */
    private void blanks(Draft.Line line, BitSet speaks) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (line.vi() != null) {
            texts.put("/vi", line.vi());
        }
        if (line.en() != null) {
            texts.put("/en", line.en());
        }
        Set<Placeholder> said = new LinkedHashSet<>();
        texts.forEach((field, text) -> Texts.open(text).stream()
                .filter(hole -> !Possible.filled(hole).intersects(speaks))
                .filter(said::add)
                .forEach(hole -> remarks.add(
                        Code.PLACEHOLDER_NEVER_FILLED, line.at() + field, line.rule(), "{" + hole.code() + "}")));
    }

    private void alerts() {
        Map<String, BitSet> taken = new LinkedHashMap<>();
        Map<String, List<Draft.Line>> before = new LinkedHashMap<>();
        for (Draft.Line alert : draft.alerts()) {
            if (alert.when() == null) {
                continue;
            }
            BitSet asked = both(asked(alert), Possible.combinations());
            if (asked.isEmpty()) {
                remarks.add(Code.NEVER_HOLDS, alert.at() + "/when", alert.rule());
                continue;
            }
            for (Flag flag : alert.flags()) {
                BitSet others = taken.computeIfAbsent(flag.code(), first -> new BitSet());
                List<Draft.Line> earlier = before.computeIfAbsent(flag.code(), first -> new ArrayList<>());
                BitSet speaks = without(asked, others);
                if (speaks.isEmpty()) {
                    List<String> by = earlier.stream()
                            .filter(other -> asked(other).intersects(asked))
                            .map(Draft.Line::name)
                            .toList();
                    remarks.add(Code.NEVER_REACHED, alert.at(), alert.rule(), by);
                } else {
                    blanks(alert, speaks);
                }
                others.or(asked);
                earlier.add(alert);
            }
            raise(alert, asked);
        }
    }

    private void raise(Draft.Line line, BitSet where) {
        line.flags().forEach(flag -> {
            raised.computeIfAbsent(flag.code(), first -> new BitSet()).or(where);
            firstToRaise.putIfAbsent(flag.code(), line);
        });
    }

    /**
     * A case ends once a flag is not raised any more. Figures come and are corrected, and time goes by from ahead to running to ended:
     * a flag that is raised in every combination of the last phase can never be cleared, and one that is raised in every one of a
     * running period not while it runs, whatever anybody does.
     */
    private void flags() {
        raised.forEach((flag, where) -> {
            Draft.Line line = Objects.requireNonNull(firstToRaise.get(flag));
            String at = line.at() + (line.rating() == null ? "/flag" : "/flags");
            if (holdsAllOf(where, Phase.ENDED)) {
                remarks.add(Code.FLAG_NEVER_CLEARS, at, line.rule(), flag);
            } else if (holdsAllOf(where, Phase.RUNNING)) {
                remarks.add(Code.FLAG_STAYS, at, line.rule(), flag, Phase.RUNNING.code());
            }
        });
    }

    private static boolean holdsAllOf(BitSet where, Phase phase) {
        return without(both(Possible.combinations(), saying(Fact.PHASE, phase)), where)
                .isEmpty();
    }
}
