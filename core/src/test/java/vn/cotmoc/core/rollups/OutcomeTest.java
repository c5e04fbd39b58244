package vn.cotmoc.core.rollups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static vn.cotmoc.core.rollups.Outcome.Asked.EXCEEDED;
import static vn.cotmoc.core.rollups.Outcome.Asked.LATE;
import static vn.cotmoc.core.rollups.Outcome.Asked.ON_TIME;
import static vn.cotmoc.core.rollups.Outcome.Asked.POINTS;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.cotmoc.core.rollups.RollUp.Member;
import vn.cotmoc.core.scoring.Points;
import vn.cotmoc.core.scoring.Rating;
import vn.cotmoc.core.scoring.RollUpRule;
import vn.cotmoc.core.scoring.RollUpRule.Grade;
import vn.cotmoc.core.scoring.RuleSet.Sentence;

class OutcomeTest {

    private static final RollUpRule.Grades GRADES = new RollUpRule.Grades(List.of(
            grade("excellent", "90", "1", "0.3", null),
            grade("good", "70", "1", null, null),
            grade("done", "50", null, null, "0.2"),
            grade("not-done", null, null, null, null)));

    @Test
    void theMeanGivesNoWord() {
        Outcome outcome = of(new RollUpRule.Mean(), Rating.MET, Rating.MISSED);
        assertThat(outcome.rating()).isNull();
        assertThat(outcome.grade()).isNull();
        assertThat(outcome.onTime()).isEqualTo("0.500000");
    }

    @Test
    void theWorstDecides() {
        assertThat(of(new RollUpRule.Worst(), Rating.MET, Rating.BEHIND, Rating.AT_RISK)
                        .rating())
                .isEqualTo(Rating.AT_RISK);
    }

    @Test
    void allCriteriaMustBeMet() {
        RollUpRule all = new RollUpRule.All();
        assertThat(of(all, Rating.MET, Rating.EXCEEDED).rating()).isEqualTo(Rating.MET);
        assertThat(of(all, Rating.MET, Rating.NEARLY_MET).rating()).isEqualTo(Rating.MISSED);
        assertThat(of(all, Rating.MET, Rating.ON_TRACK, Rating.BEHIND).rating()).isEqualTo(Rating.BEHIND);
        assertThat(of(all).rating()).isEqualTo(Rating.INSUFFICIENT_DATA);
    }

    @Test
    void oneCriterionWithoutDataLeavesAllOpenUnlessOneIsMissed() {
        RollUpRule all = new RollUpRule.All();
        Rating[] nineteen = new Rating[19];
        Arrays.fill(nineteen, Rating.MET);
        nineteen[7] = Rating.INSUFFICIENT_DATA;
        assertThat(of(all, nineteen).rating()).isEqualTo(Rating.INSUFFICIENT_DATA);
        nineteen[8] = Rating.MISSED;
        assertThat(of(all, nineteen).rating()).isEqualTo(Rating.MISSED);
    }

    @Test
    void theBestGradeWhoseConditionsHoldIsGiven() {
        Outcome excellent = graded(3, 7, 0, 0);
        assertThat(code(excellent)).isEqualTo("excellent");
        assertThat(excellent.passedOver()).isEmpty();

        Outcome good = graded(2, 8, 0, 0);
        assertThat(code(good)).isEqualTo("good");
        assertThat(good.passedOver())
                .singleElement()
                .satisfies(passed -> assertThat(passed.unmet()).containsExactly(EXCEEDED));

        Outcome done = graded(3, 5, 2, 0);
        assertThat(code(done)).isEqualTo("done");
        assertThat(done.late()).isEqualTo("0.200000");
        assertThat(done.passedOver())
                .extracting(Outcome.PassedOver::unmet)
                .containsExactly(List.of(ON_TIME), List.of(ON_TIME));

        Outcome notDone = graded(3, 4, 3, 0);
        assertThat(code(notDone)).isEqualTo("not-done");
        assertThat(notDone.passedOver().getFirst().unmet()).containsExactly(POINTS, ON_TIME);
        assertThat(notDone.passedOver().getLast().unmet()).containsExactly(LATE);
    }

    @Test
    void whatLacksDataIsLateAndAboveAQuarterNoGradeIsGiven() {
        assertThat(graded(3, 6, 0, 1).onTime()).isEqualTo("0.900000");
        assertThat(code(graded(3, 6, 0, 1))).isEqualTo("done");
        assertThat(graded(3, 4, 0, 3).grade()).isNull();
        assertThat(graded(3, 4, 0, 3).passedOver()).isEmpty();
    }

    @Test
    void gradesAreDecidedBeforePointsAreRounded() {
        List<Member> members = new ArrayList<>(Collections.nCopies(3, exceeded("90")));
        members.add(exceeded("89.9999999"));
        RollUp rollUp = RollUp.ofMembers(members);
        assertThat(rollUp.score()).isEqualTo("90.000000");
        assertThat(code(rollUp.by(GRADES))).isEqualTo("good");
    }

    @Test
    void onlyTheLastGradeAsksNothingAndItDoes() {
        Grade last = grade("last", null, null, null, null);
        Grade asking = grade("asking", "50", null, null, null);
        assertThatIllegalArgumentException().isThrownBy(() -> new RollUpRule.Grades(List.of(last, asking)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RollUpRule.Grades(List.of(asking, grade("other", "40", null, null, null))));
        assertThatIllegalArgumentException().isThrownBy(() -> new RollUpRule.Grades(List.of(last)));
        assertThatIllegalArgumentException().isThrownBy(() -> new RollUpRule.Grades(List.of(asking, asking, last)));
        assertThatIllegalArgumentException().isThrownBy(() -> grade("more-than-all", null, "1.1", null, null));
    }

    private static Member exceeded(String points) {
        return new Member(Rating.EXCEEDED, new BigDecimal(points), null);
    }

    private static @Nullable String code(Outcome outcome) {
        Grade grade = outcome.grade();
        return grade == null ? null : grade.code();
    }

    private static Outcome graded(int exceeded, int met, int behind, int missing) {
        List<Rating> ratings = new ArrayList<>();
        ratings.addAll(Collections.nCopies(exceeded, Rating.EXCEEDED));
        ratings.addAll(Collections.nCopies(met, Rating.MET));
        ratings.addAll(Collections.nCopies(behind, Rating.BEHIND));
        ratings.addAll(Collections.nCopies(missing, Rating.INSUFFICIENT_DATA));
        return of(GRADES, ratings.toArray(Rating[]::new));
    }

    private static Outcome of(RollUpRule rule, Rating... ratings) {
        return RollUp.ofMembers(Arrays.stream(ratings)
                        .map(rating -> new Member(rating, new Points.OfRating().of(rating), null))
                        .toList())
                .by(rule);
    }

    private static Grade grade(
            String code,
            @Nullable String points,
            @Nullable String onTime,
            @Nullable String exceeded,
            @Nullable String late) {
        return new Grade(
                code, new Sentence(code, code), number(points), number(onTime), number(exceeded), number(late));
    }

    private static @Nullable BigDecimal number(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }
}
