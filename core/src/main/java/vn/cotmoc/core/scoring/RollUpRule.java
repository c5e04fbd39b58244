package vn.cotmoc.core.scoring;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.scoring.RuleSet.Sentence;

/** How a rule set puts targets together: a group, a place, a plan, a province. */
public sealed interface RollUpRule {

    /** As JSON writes it. */
    String code();

    /** The weighted mean of the points, and no word for it. */
    record Mean() implements RollUpRule {

        @Override
        public String code() {
            return "mean";
        }
    }

    /** As good as the worst of them. */
    record Worst() implements RollUpRule {

        @Override
        public String code() {
            return "worst";
        }
    }

    /** Met when every one is met; one that is missed misses all, one without data leaves it open. */
    record All() implements RollUpRule {

        @Override
        public String code() {
            return "all";
        }
    }

    /**
     * The first grade whose conditions hold.
     *
     * @param grades best first; the last one asks nothing
     */
    record Grades(List<Grade> grades) implements RollUpRule {

        private static final int MOST = 10;

        public Grades {
            grades = List.copyOf(grades);
            if (grades.size() < 2 || grades.size() > MOST) {
                throw new IllegalArgumentException(
                        "There are %d grades; there must be 2..%d.".formatted(grades.size(), MOST));
            }
            if (grades.stream().map(Grade::code).distinct().count() < grades.size()) {
                throw new IllegalArgumentException("Two grades have the same code.");
            }
            for (Grade grade : grades) {
                if (grade.asksNothing() != grade.equals(grades.getLast())) {
                    throw new IllegalArgumentException(
                            "The grade %s: the last grade, and it alone, asks nothing.".formatted(grade.code()));
                }
            }
        }

        @Override
        public String code() {
            return "grades";
        }
    }

    /**
     * One grade; what is null is not asked.
     *
     * @param pointsFrom of the weighted mean of points, at least
     * @param onTimeFrom share of targets that are on time, at least
     * @param exceededFrom share of targets that are exceeded, at least
     * @param lateUpTo share of targets that are late, at most
     */
    record Grade(
            String code,
            Sentence name,
            @Nullable BigDecimal pointsFrom,
            @Nullable BigDecimal onTimeFrom,
            @Nullable BigDecimal exceededFrom,
            @Nullable BigDecimal lateUpTo) {

        public Grade {
            share(code, onTimeFrom);
            share(code, exceededFrom);
            share(code, lateUpTo);
        }

        boolean asksNothing() {
            return pointsFrom == null && onTimeFrom == null && exceededFrom == null && lateUpTo == null;
        }

        private static void share(String code, @Nullable BigDecimal share) {
            if (share != null && (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0)) {
                throw new IllegalArgumentException(
                        "The grade %s asks a share of %s; it must be 0 to 1.".formatted(code, share.toPlainString()));
            }
        }
    }
}
