package vn.cotmoc.core.rollups;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.cotmoc.core.rollups.RollUp.Member;
import vn.cotmoc.core.scoring.Points;
import vn.cotmoc.core.scoring.Rating;

class RollUpTest {

    private static final Comparator<Rating> RANK = Comparator.comparingInt(Rating.WORST_FIRST::indexOf);

    @Test
    void everyRatingHasAPlaceAndThoseThatDataGiveTheirScoresInThatOrder() {
        assertThat(Rating.WORST_FIRST).containsExactlyInAnyOrder(Rating.values());
        assertThat(Rating.INSUFFICIENT_DATA.score()).isNull();
        assertThat(Rating.WORST_FIRST.stream().filter(rating -> rating != Rating.INSUFFICIENT_DATA))
                .allMatch(rating -> rating.score() != null)
                .isSortedAccordingTo(Comparator.comparing(Rating::score));
    }

    @Test
    void theScoreIsTheWeightedMean() {
        RollUp rollUp = RollUp.ofMembers(
                List.of(member(Rating.MET, "2"), member(Rating.BEHIND, "1"), member(Rating.ON_TRACK, null)));
        assertThat(rollUp.score()).isEqualTo("83.333333");
        assertThat(rollUp.weightless()).isEqualTo(1);
        assertThat(rollUp.worst()).isEqualTo(Rating.BEHIND);
        assertThat(rollUp.counts()).containsEntry(Rating.ON_TRACK, 1).containsEntry(Rating.MISSED, 0);
    }

    @Test
    void whereNoneStatesAWeightAllWeighTheSame() {
        RollUp rollUp = RollUp.ofMembers(List.of(member(Rating.MET, null), member(Rating.MISSED, null)));
        assertThat(rollUp.score()).isEqualTo("50.000000");
        assertThat(rollUp.weightless()).isZero();
    }

    @Test
    void whatLacksDataEarnsNothing() {
        List<Member> members = new ArrayList<>(Collections.nCopies(3, member(Rating.MET, null)));
        members.add(member(Rating.INSUFFICIENT_DATA, null));
        RollUp rollUp = RollUp.ofMembers(members);
        assertThat(rollUp.missing()).isEqualTo("0.250000");
        assertThat(rollUp.score()).isEqualTo("75.000000");
        assertThat(rollUp.worst()).isEqualTo(Rating.INSUFFICIENT_DATA);
        members.set(0, member(Rating.BEHIND, null));
        assertThat(RollUp.ofMembers(members).worst()).isEqualTo(Rating.BEHIND);
    }

    @Test
    void aboveAQuarterMissingNothingIsSaidWhetherByNumberOrByWeight() {
        List<Member> byNumber =
                List.of(member(Rating.MET, null), member(Rating.MET, null), member(Rating.INSUFFICIENT_DATA, null));
        List<Member> byWeight = new ArrayList<>(Collections.nCopies(9, member(Rating.MET, "1")));
        byWeight.add(member(Rating.INSUFFICIENT_DATA, "3.0001"));
        for (List<Member> members : List.of(byNumber, byWeight)) {
            RollUp rollUp = RollUp.ofMembers(members);
            assertThat(rollUp.worst()).isEqualTo(Rating.INSUFFICIENT_DATA);
            assertThat(rollUp.score()).isNull();
        }
    }

    @Test
    void noTargetsAndOnlyMissingOnesAreInsufficientData() {
        RollUp none = RollUp.ofMembers(List.of());
        assertThat(none.worst()).isEqualTo(Rating.INSUFFICIENT_DATA);
        assertThat(none.score()).isNull();
        assertThat(none.missing()).isZero();
        RollUp missing = RollUp.ofMembers(List.of(member(Rating.INSUFFICIENT_DATA, "1")));
        assertThat(missing.worst()).isEqualTo(Rating.INSUFFICIENT_DATA);
        assertThat(missing.missing()).isEqualTo("1.000000");
    }

    @Test
    void weightsOfZeroGiveNoScoreButTheWorstRating() {
        RollUp rollUp = RollUp.ofMembers(List.of(member(Rating.MET, "0"), member(Rating.AT_RISK, "0")));
        assertThat(rollUp.score()).isNull();
        assertThat(rollUp.worst()).isEqualTo(Rating.AT_RISK);
    }

    @Property
    void theOrderDoesNotMatter(@ForAll("members") List<Member> members, @ForAll Random random) {
        List<Member> shuffled = new ArrayList<>(members);
        Collections.shuffle(shuffled, random);
        assertThat(RollUp.ofMembers(shuffled)).isEqualTo(RollUp.ofMembers(members));
    }

    @Property
    void aTargetThatLacksDataNeverRaisesARollUp(
            @ForAll("members") List<Member> members, @ForAll("weights") BigDecimal weight) {
        for (BigDecimal one : new BigDecimal[] {weight, null}) {
            List<Member> more = new ArrayList<>(members);
            more.add(new Member(Rating.INSUFFICIENT_DATA, null, one));
            RollUp before = RollUp.ofMembers(members);
            RollUp after = RollUp.ofMembers(more);
            assertThat(after.worst() == Rating.INSUFFICIENT_DATA || RANK.compare(after.worst(), before.worst()) <= 0)
                    .as("%s after %s", after, before)
                    .isTrue();
            assertThat(after.score() == null
                            || before.score() != null && after.score().compareTo(before.score()) <= 0)
                    .as("%s after %s", after, before)
                    .isTrue();
        }
    }

    @Property
    void theWorstIsTheMinimumUnlessTooMuchIsMissing(@ForAll("members") List<Member> members) {
        Rating worst = RollUp.ofMembers(members).worst();
        Rating minimum = members.stream().map(Member::rating).min(RANK).orElse(Rating.INSUFFICIENT_DATA);
        if (worst != minimum) {
            assertThat(worst).isEqualTo(Rating.INSUFFICIENT_DATA);
            assertThat(RollUp.ofMembers(members).missing()).isGreaterThanOrEqualTo(RollUp.MOST_MISSING);
        }
    }

    @Property
    void theScoreLiesBetweenTheWorstAndTheBest(@ForAll("members") List<Member> members) {
        BigDecimal score = RollUp.ofMembers(members).score();
        if (score != null) {
            assertThat(score).isBetween(BigDecimal.ZERO, BigDecimal.valueOf(100));
        }
    }

    @Provide
    Arbitrary<List<Member>> members() {
        return Combinators.combine(Arbitraries.of(Rating.values()), weights().injectNull(0.3))
                .as((rating, weight) -> new Member(rating, new Points.OfRating().of(rating), weight))
                .list()
                .ofMaxSize(12);
    }

    @Provide
    Arbitrary<BigDecimal> weights() {
        return Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, BigDecimal.valueOf(100))
                .ofScale(4);
    }

    private static Member member(Rating rating, @Nullable String weight) {
        return new Member(rating, new Points.OfRating().of(rating), weight == null ? null : new BigDecimal(weight));
    }
}
