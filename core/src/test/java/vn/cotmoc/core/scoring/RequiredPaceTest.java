package vn.cotmoc.core.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.cotmoc.core.house.Measures;
import vn.cotmoc.core.indicators.Direction;
import vn.cotmoc.core.indicators.MeasureKind;
import vn.cotmoc.core.measure.Amount;
import vn.cotmoc.core.observations.Observation;
import vn.cotmoc.core.observations.ObservationStatus;
import vn.cotmoc.core.periods.Calendar;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.scoring.RequiredPace.Bound;
import vn.cotmoc.core.scoring.RequiredPace.Reason;
import vn.cotmoc.core.targets.Aim;
import vn.cotmoc.core.targets.Authority;
import vn.cotmoc.core.targets.Basis;
import vn.cotmoc.core.targets.Comparator;
import vn.cotmoc.core.targets.Revision;
import vn.cotmoc.core.targets.Strictness;
import vn.cotmoc.core.targets.Target;

class RequiredPaceTest {

    /** Lào Cai's industry in 2023: 35.164,5 of 51.100 in nine months. */
    @Test
    void theMonthsAndQuartersLeftShareWhatIsMissing() {
        RequiredPace.Needed pace = needed(MeasureKind.FLOW, "51100", "2023", figure("2023-01/2023-09", "35164.5"));
        assertThat(pace.bound()).isEqualTo(Bound.AT_LEAST);
        assertThat(pace.remaining()).isEqualByComparingTo("15935.5");
        assertThat(pace.each())
                .extracting(each -> "%s %d %s".formatted(each.step(), each.parts(), each.amount()))
                .containsExactly("MONTH 3 5311.833333", "QUARTER 1 15935.500000");
    }

    @Test
    void whatIsReachedNeedsNothingMore() {
        RequiredPace.Needed pace = needed(MeasureKind.FLOW, "100", "2023", figure("2023-H1", "100.5"));
        assertThat(pace.remaining()).isEqualByComparingTo("-0.5");
        assertThat(pace.each()).isEmpty();
    }

    @Test
    void aTermCountsItsYearsToo() {
        assertThat(needed(MeasureKind.FLOW, "260000", "2021/2025", figure("2021", "40000"), figure("2022", "45000"))
                        .each())
                .extracting(each -> "%s %d %s".formatted(each.step(), each.parts(), each.amount()))
                .containsExactly("MONTH 36 4861.111111", "QUARTER 12 14583.333333", "YEAR 3 58333.333333");
    }

    @Test
    void fallsInPointsAreAveragedArithmetically() {
        assertThat(needed(MeasureKind.REDUCTION, "4", "2021/2025", figure("2021", "5"), figure("2022", "2.5"))
                        .each()
                        .getFirst()
                        .amount())
                .isEqualByComparingTo("4.166667");
    }

    @Property
    void theGrowthThatIsNeededMakesTheTermsAverage(
            @ForAll @Size(min = 1, max = 4) List<@BigRange(min = "-50", max = "100") @Scale(2) BigDecimal> years,
            @ForAll @BigRange(min = "-20", max = "50") @Scale(2) BigDecimal wanted) {
        List<Observation> known = new ArrayList<>();
        double made = 1;
        for (int i = 0; i < years.size(); i++) {
            known.add(figure(String.valueOf(2021 + i), years.get(i).toPlainString()));
            made *= 1 + years.get(i).doubleValue() / 100;
        }
        RequiredPace pace = RequiredPace.of(
                line(MeasureKind.RATE, aim(Comparator.AT_LEAST, wanted.toPlainString()), "2021/2025", Basis.PERIOD),
                known);
        assertThat(pace).isInstanceOfSatisfying(RequiredPace.Needed.class, needed -> {
            RequiredPace.Each each = needed.each().getFirst();
            assertThat(each.parts()).isEqualTo(5 - years.size());
        });
        double each = ((RequiredPace.Needed) pace).each().getFirst().amount().doubleValue() / 100;
        double reached = Math.pow(made * Math.pow(1 + each, 5 - years.size()), 0.2) - 1;
        assertThat(BigDecimal.valueOf(reached * 100).setScale(4, RoundingMode.HALF_UP))
                .isCloseTo(wanted, org.assertj.core.data.Offset.offset(new BigDecimal("0.0002")));
    }

    @Property
    void whatIsNeededAddedToWhatCameIsTheAim(
            @ForAll @BigRange(min = "0", max = "1000") @Scale(6) BigDecimal soFar,
            @ForAll @BigRange(min = "1000.000001", max = "9999") @Scale(6) BigDecimal aim) {
        RequiredPace.Needed pace =
                needed(MeasureKind.FLOW, aim.toPlainString(), "2023", figure("2023-Q1", soFar.toPlainString()));
        BigDecimal remaining = pace.remaining();
        assertThat(remaining).isNotNull();
        assertThat(soFar.add(remaining)).isEqualByComparingTo(aim);
    }

    @Test
    void whenEverythingIsLostNoGrowthMakesItGood() {
        assertThat(reason(MeasureKind.RATE, "2021/2025", figure("2021", "-100")))
                .isEqualTo(Reason.NOT_REACHABLE);
    }

    @ParameterizedTest
    @EnumSource(names = {"RATE", "LEVEL", "SHARE", "INDEX", "COUNT", "RANK", "REDUCTION", "CONDITION"})
    void aYearOfWhatDoesNotAddUpHasNoPace(MeasureKind kind) {
        assertThat(reason(kind, "2023", figure("2023-H1", "5"))).isEqualTo(Reason.NOT_ADDED);
    }

    @Test
    void withoutFiguresOrWithAllOfThemThereIsNothingToSay() {
        assertThat(reason(MeasureKind.FLOW, "2023")).isEqualTo(Reason.NO_FIGURES);
        assertThat(reason(MeasureKind.FLOW, "2023", figure("2023-Q2", "5"))).isEqualTo(Reason.NO_FIGURES);
        assertThat(reason(MeasureKind.FLOW, "2023", figure("2023", "5"))).isEqualTo(Reason.COMPLETE);
        assertThat(RequiredPace.of(
                        line(
                                MeasureKind.FLOW,
                                new Aim(Comparator.YES_NO, null, null, null, null),
                                "2023",
                                Basis.PERIOD),
                        List.of()))
                .isEqualTo(new RequiredPace.Unknown(Reason.NO_AMOUNT));
    }

    private static RequiredPace.Needed needed(MeasureKind kind, String amount, String period, Observation... known) {
        return (RequiredPace.Needed)
                RequiredPace.of(line(kind, aim(Comparator.AT_LEAST, amount), period, Basis.PERIOD), List.of(known));
    }

    private static Reason reason(MeasureKind kind, String period, Observation... known) {
        return ((RequiredPace.Unknown) RequiredPace.of(
                        line(kind, aim(Comparator.AT_LEAST, "10"), period, Basis.PERIOD), List.of(known)))
                .reason();
    }

    private static Aim aim(Comparator comparator, String amount) {
        return new Aim(comparator, Amount.parse(amount), null, null, null);
    }

    private static TargetLine line(MeasureKind kind, Aim aim, String period, Basis basis) {
        return new TargetLine(
                new Target(
                        new UUID(0, 7),
                        new UUID(0, 8),
                        "ANY",
                        new UUID(0, 1),
                        "",
                        Authority.COUNCIL,
                        Period.parse(period),
                        basis,
                        null,
                        null,
                        Strictness.BINDING,
                        null,
                        null),
                new Revision(1, aim, "như nghị quyết", "Nghị quyết 1", null, null, null, Instant.EPOCH, "a"),
                Measures.of("ANY", "tỷ đồng", "billion dong", kind, Direction.HIGHER_IS_BETTER),
                "Lào Cai",
                null);
    }

    private static Observation figure(String period, String amount) {
        return new Observation(
                new UUID(0, period.hashCode()),
                "ANY",
                new UUID(0, 1),
                "",
                Period.parse(period),
                Calendar.CIVIL,
                ObservationStatus.OFFICIAL,
                Amount.parse(amount),
                Period.parse(period).lastDay(),
                true,
                "báo cáo",
                null,
                null,
                Instant.EPOCH,
                "a");
    }
}
