package vn.cotmoc.core.coherence;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.cotmoc.core.coherence.Finding.Check;
import vn.cotmoc.core.coherence.Finding.Grade;
import vn.cotmoc.core.indicators.Cadence;
import vn.cotmoc.core.indicators.Direction;
import vn.cotmoc.core.indicators.Indicator;
import vn.cotmoc.core.indicators.MeasureKind;
import vn.cotmoc.core.indicators.PriceBasis;
import vn.cotmoc.core.indicators.Summation;
import vn.cotmoc.core.indicators.Summation.InTime;
import vn.cotmoc.core.indicators.Summation.OverAreas;
import vn.cotmoc.core.indicators.Summation.Parts;
import vn.cotmoc.core.measure.Amount;
import vn.cotmoc.core.measure.Language;
import vn.cotmoc.core.observations.Observation;
import vn.cotmoc.core.observations.ObservationStatus;
import vn.cotmoc.core.periods.Calendar;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.scoring.TargetLine;
import vn.cotmoc.core.targets.Aim;
import vn.cotmoc.core.targets.Authority;
import vn.cotmoc.core.targets.Basis;
import vn.cotmoc.core.targets.Comparator;
import vn.cotmoc.core.targets.Revision;
import vn.cotmoc.core.targets.Strictness;
import vn.cotmoc.core.targets.Target;
import vn.cotmoc.core.trajectories.Checkpoint;
import vn.cotmoc.core.trajectories.Scenario;
import vn.cotmoc.core.trajectories.Trajectory;

class CoherenceTest {

    private static final UUID PLAN = new UUID(0, 99);
    private static final UUID PROVINCE = new UUID(1, 0);

    private static final Indicator COMMUNES =
            indicator("NTM_COMMUNES", "xã", MeasureKind.COUNT, new Summation(InTime.LAST, OverAreas.SUM, null));
    private static final Indicator ALL_COMMUNES =
            indicator("COMMUNES_TOTAL", "xã", MeasureKind.COUNT, new Summation(InTime.LAST, OverAreas.SUM, null));
    private static final Indicator SHARE = indicator(
            "NTM_COMMUNE_SHARE",
            "%",
            MeasureKind.SHARE,
            new Summation(InTime.LAST, OverAreas.RATIO, new Parts("NTM_COMMUNES", "COMMUNES_TOTAL")));
    private static final Indicator INVESTMENT =
            indicator("INVESTMENT_TOTAL", "tỷ đồng", MeasureKind.FLOW, new Summation(InTime.SUM, OverAreas.SUM, null));
    private static final Indicator GROWTH =
            indicator("GRDP_GROWTH", "%", MeasureKind.RATE, Summation.of(MeasureKind.RATE));
    private static final Indicator POVERTY_REDUCTION =
            indicator("POVERTY_REDUCTION", "điểm %", MeasureKind.REDUCTION, Summation.of(MeasureKind.REDUCTION));

    /** Lào Cai 2023: 72 xã and 56,7 %, of 127 communes. */
    @Test
    void seventyTwoOf127CommunesRoundTo56Point7PerCentButAreLess() {
        List<Finding> found = coherence(
                Map.of(), List.of(total("2021", "127")), at(COMMUNES, "2023", "72"), at(SHARE, "2023", "56.7"));
        assertThat(found).singleElement().isInstanceOfSatisfying(Finding.CountAgainstShare.class, finding -> {
            assertThat(finding.grade()).isEqualTo(Grade.NOTE);
            assertThat(finding.percent()).isEqualByComparingTo("56.692913");
            assertThat(finding.needed()).isEqualByComparingTo("73");
            assertThat(finding.says(Language.VI))
                    .isEqualTo(
                            "Chỉ tiêu: 72 xã trên 127 xã (số liệu năm 2021) là 56,69 %, còn mục tiêu Chỉ tiêu là đạt 56,7 %: cần 73 xã.");
        });
    }

    /** 14.349 of 28.700 is 49,9965 %: with two digits the sentence would say the number of the aim. */
    @Test
    void aShareThatTwoDigitsWouldMakeTheAimIsToldWithMore() {
        List<Finding> found = coherence(
                Map.of(), List.of(total("2021", "28700")), at(COMMUNES, "2023", "14349"), at(SHARE, "2023", "50"));
        assertThat(found)
                .singleElement()
                .satisfies(finding -> assertThat(finding.says(Language.VI)).contains("là 49,997 %", "đạt 50 %"));
    }

    @Test
    void withoutATotalTheOneThatWouldFitIsNamed() {
        List<Finding> found = coherence(Map.of(), List.of(), at(COMMUNES, "2023", "72"), at(SHARE, "2023", "56.7"));
        assertThat(found).singleElement().isInstanceOfSatisfying(Finding.CountWithoutTotal.class, finding -> {
            assertThat(finding.fewest()).isEqualByComparingTo("127");
            assertThat(finding.most()).isEqualByComparingTo("127");
        });
        assertThat(coherence(Map.of(), List.of(), at(COMMUNES, "2023", "2"), at(SHARE, "2023", "56.7")))
                .singleElement()
                .extracting(Finding::grade)
                .isEqualTo(Grade.CONFLICT);
    }

    /** Lai Châu 2025: "trên 57,5 %" of 94 communes are 55. */
    @ParameterizedTest
    @CsvSource({"54, CONFLICT", "55, ", "56, CONFLICT"})
    void aCountThatIsWhatTheShareTakesIsNoFinding(String count, @Nullable Grade grade) {
        List<Finding> found = coherence(
                Map.of(),
                List.of(total("2020", "94")),
                at(COMMUNES, "2025", count),
                line(SHARE, aim(Comparator.MORE_THAN, "57.5"), "2025", Basis.PERIOD, Authority.COUNCIL));
        assertThat(found.stream().map(Finding::grade).toList()).isEqualTo(grade == null ? List.of() : List.of(grade));
    }

    @Test
    void aTotalOfLongAgoMeasuresNothing() {
        assertThat(coherence(
                        Map.of(), List.of(total("2017", "127")), at(COMMUNES, "2023", "72"), at(SHARE, "2023", "56.7")))
                .singleElement()
                .isInstanceOf(Finding.CountWithoutTotal.class);
    }

    @Property
    void theCountThatIsNeededMakesTheShareAndOneLessDoesNot(
            @ForAll @IntRange(min = 1, max = 5000) int all,
            @ForAll @BigRange(min = "0.1", max = "100") @Scale(1) BigDecimal share,
            @ForAll @IntRange(min = 1, max = 5000) int count) {
        coherence(
                        Map.of(),
                        List.of(total("2023", String.valueOf(all))),
                        at(COMMUNES, "2023", String.valueOf(count)),
                        at(SHARE, "2023", share.toPlainString()))
                .forEach(finding -> {
                    BigDecimal needed = ((Finding.CountAgainstShare) finding).needed();
                    BigDecimal wanted = share.multiply(BigDecimal.valueOf(all));
                    assertThat(needed.movePointRight(2)).isGreaterThanOrEqualTo(wanted);
                    assertThat(needed.subtract(BigDecimal.ONE).movePointRight(2))
                            .isLessThan(wanted);
                    assertThat(needed).isNotEqualByComparingTo(BigDecimal.valueOf(count));
                });
    }

    @Property
    void everyTotalThatIsNamedFitsAndItsNeighboursDoNot(
            @ForAll @IntRange(min = 1, max = 3000) int count,
            @ForAll @BigRange(min = "0.1", max = "100") @Scale(1) BigDecimal share) {
        coherence(
                        Map.of(),
                        List.of(),
                        at(COMMUNES, "2023", String.valueOf(count)),
                        at(SHARE, "2023", share.toPlainString()))
                .forEach(finding -> {
                    BigDecimal fewest = ((Finding.CountWithoutTotal) finding).fewest();
                    BigDecimal most = ((Finding.CountWithoutTotal) finding).most();
                    if (fewest != null && most != null) {
                        assertThat(rounded(count, fewest, share)).isEqualByComparingTo(share);
                        assertThat(rounded(count, most, share)).isEqualByComparingTo(share);
                        assertThat(rounded(count, most.add(BigDecimal.ONE), share))
                                .isNotEqualByComparingTo(share);
                    }
                });
    }

    /** 53.000 and 260.000 tỷ. */
    @Test
    void whatAYearLeavesOfItsTermIsForTheOtherYears() {
        List<Finding> found =
                coherence(Map.of(), List.of(), at(INVESTMENT, "2021/2025", "260000"), at(INVESTMENT, "2023", "53000"));
        assertThat(found).singleElement().isInstanceOfSatisfying(Finding.YearsAgainstTerm.class, finding -> {
            assertThat(finding.grade()).isEqualTo(Grade.NOTE);
            assertThat(finding.left()).isEqualByComparingTo("207000");
            assertThat(finding.yearsLeft()).isEqualTo(4);
            assertThat(finding.each()).isEqualByComparingTo("51750");
            assertThat(finding.says(Language.EN)).contains("53,000 tỷ đồng", "260,000", "207,000", "51,750");
        });
    }

    /** A year may have several plans: a budget estimate, and the plan that comes after it. */
    @Test
    void ofSeveralPlansOfAYearTheOneStatedLastCounts() {
        TargetLine earlier = at(INVESTMENT, "2023", "50000");
        TargetLine later = at(INVESTMENT, "2023", "53000");
        Revision said = later.revision();
        TargetLine stated = new TargetLine(
                later.target(),
                new Revision(
                        said.number(),
                        said.aim(),
                        said.wording(),
                        said.source(),
                        said.reason(),
                        said.decidedOn(),
                        said.instrument(),
                        said.recordedAt().plusSeconds(1),
                        said.recordedBy()),
                later.indicator(),
                later.areaName(),
                later.unitName());
        TargetLine term = at(INVESTMENT, "2021/2025", "260000");
        for (List<TargetLine> order : List.of(List.of(earlier, stated, term), List.of(stated, earlier, term))) {
            assertThat(coherence(Map.of(), List.of(), order.toArray(TargetLine[]::new)))
                    .singleElement()
                    .isInstanceOfSatisfying(
                            Finding.YearsAgainstTerm.class,
                            finding -> assertThat(finding.together()).isEqualByComparingTo("53000"));
        }
    }

    /** "sẽ tăng dần hàng năm để đến năm 2025 hoàn thành mục tiêu thu 15.500 tỷ đồng". */
    @ParameterizedTest
    @CsvSource({"12000, 13000, 14000, 0", "12000, 12000, 14000, 0", "12000, 11000, 14000, 1", "12000, 11000, 16000, 2"})
    void whatShallRiseYearByYearNeverFalls(String in2022, String in2023, String in2024, int falls) {
        TargetLine rising = line(
                INVESTMENT,
                aim(Comparator.AT_LEAST, "15500"),
                "2025",
                Basis.PERIOD,
                Authority.PARTY,
                null,
                PROVINCE,
                "sẽ tăng dần hàng năm để đến năm 2025 hoàn thành");
        List<Finding> found = coherence(
                Map.of(),
                List.of(),
                at(INVESTMENT, "2020", "20000"),
                at(INVESTMENT, "2022", in2022),
                at(INVESTMENT, "2023", in2023),
                at(INVESTMENT, "2024", in2024),
                rising);
        assertThat(found).hasSize(falls).allSatisfy(finding -> {
            assertThat(finding.grade()).isEqualTo(Grade.CONFLICT);
            assertThat(finding.says(Language.VI)).contains("tăng dần");
            assertThat(finding.facts()).hasSizeGreaterThanOrEqualTo(2);
        });
    }

    @Property
    void fiveYearsMissTheirTermExactlyWhenTheirSumDoes(
            @ForAll @Size(5) List<@BigRange(min = "0.000001", max = "100") @Scale(6) BigDecimal> years) {
        BigDecimal sum = years.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(term(years, sum)).isEmpty();
        assertThat(term(years, sum.subtract(new BigDecimal("0.000001")))).isEmpty();
        assertThat(term(years, sum.add(new BigDecimal("0.000001"))))
                .singleElement()
                .extracting(Finding::grade)
                .isEqualTo(Grade.CONFLICT);
    }

    @Test
    void fallsInPointsAreHeldAgainstTheAverageTimesTheYears() {
        List<Finding> found = coherence(
                Map.of(),
                List.of(),
                line(
                        POVERTY_REDUCTION,
                        aim(Comparator.AT_LEAST, "3"),
                        "2021/2025",
                        Basis.AVERAGE_PER_YEAR,
                        Authority.COUNCIL),
                at(POVERTY_REDUCTION, "2023", "4"));
        assertThat(found)
                .singleElement()
                .isInstanceOfSatisfying(
                        Finding.YearsAgainstTerm.class,
                        finding -> assertThat(finding.left()).isEqualByComparingTo("11"));
    }

    @Test
    void ratesOfYearsAreNotAdded() {
        assertThat(coherence(Map.of(), List.of(), at(GROWTH, "2021/2025", "10"), at(GROWTH, "2023", "8")))
                .isEmpty();
    }

    /** 11 % and hơn 11 %. */
    @Test
    void twoAuthoritiesThatDifferByAWordDisagree() {
        List<Finding> found = coherence(
                Map.of(),
                List.of(),
                line(GROWTH, aim(Comparator.MORE_THAN, "11"), "2023", Basis.PERIOD, Authority.COUNCIL),
                line(GROWTH, aim(Comparator.AT_LEAST, "11"), "2023", Basis.PERIOD, Authority.PARTY));
        assertThat(found).singleElement().satisfies(finding -> {
            assertThat(finding.check()).isEqualTo(Check.AUTHORITIES_DISAGREE);
            assertThat(finding.says(Language.VI))
                    .isEqualTo(
                            "Chỉ tiêu, năm 2023: Hội đồng nhân dân nêu hơn 11 %, Tỉnh ủy nêu đạt 11 %; khác nhau, nhưng có số đạt cả hai.");
            assertThat(finding.grade()).isEqualTo(Grade.NOTE);
        });
        assertThat(coherence(
                        Map.of(),
                        List.of(),
                        at(GROWTH, "2023", "11"),
                        line(GROWTH, aim(Comparator.AT_LEAST, "11"), "2023", Basis.PERIOD, Authority.PARTY)))
                .isEmpty();
    }

    @Test
    void twoAuthoritiesAreInConflictWhereNothingMeetsBoth() {
        assertThat(coherence(
                        Map.of(),
                        List.of(),
                        line(GROWTH, aim(Comparator.LESS_THAN, "11"), "2023", Basis.PERIOD, Authority.COUNCIL),
                        line(GROWTH, aim(Comparator.AT_LEAST, "11"), "2023", Basis.PERIOD, Authority.PARTY)))
                .filteredOn(Finding.AuthoritiesDisagree.class::isInstance)
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.grade()).isEqualTo(Grade.CONFLICT);
                    assertThat(finding.says(Language.EN)).endsWith("; no figure can meet both.");
                });
    }

    @ParameterizedTest
    @CsvSource({
        "AT_LEAST,  10, đạt 10,      CONFLICT",
        "AT_LEAST,  10, duy trì 10,  NOTE",
        "AT_LEAST,  11, đạt 11,",
        "MORE_THAN, 10, hơn 10,",
        "INCREMENT, 10, thêm 10,"
    })
    void aTargetThatIsItsBaselineIsFound(Comparator comparator, String amount, String wording, @Nullable Grade grade) {
        Aim aim = new Aim(
                comparator, Amount.parse(amount), null, null, new Aim.Baseline(Amount.of(10), Period.ofYear(2022)));
        assertThat(coherence(Map.of(), List.of(), line(COMMUNES, aim, wording)).stream()
                        .map(Finding::grade)
                        .toList())
                .isEqualTo(grade == null ? List.of() : List.of(grade));
    }

    @ParameterizedTest
    @CsvSource({
        "12.5, 42.5, 36,   9,",
        "12.5, 42.5, 36,   9.1, NOTE",
        "12,   40,   40,   7,  NOTE",
        "12,   40,   40,   6,  NOTE",
        "12,   40,   40,   5,  CONFLICT",
        "12.5, 42.5, 36,   12, CONFLICT",
        "12.5, 42.5, 36,   7,  CONFLICT",
        "12.5, 42.5, 44.5, ,",
        "12.5, 42.5, 48,   , CONFLICT",
        "12.5, 42.5, ,     9,"
    })
    void sharesMakeAHundredAsFarAsTheirDigitsTell(
            String agriculture,
            String industry,
            @Nullable String services,
            @Nullable String taxes,
            @Nullable Grade grade) {
        List<TargetLine> shares = new ArrayList<>();
        shares.add(share("SHARE_AGRICULTURE", agriculture));
        shares.add(share("SHARE_INDUSTRY", industry));
        if (services != null) {
            shares.add(share("SHARE_SERVICES", services));
        }
        if (taxes != null) {
            shares.add(share("SHARE_PRODUCT_TAXES", taxes));
        }
        assertThat(coherence(Map.of(), List.of(), shares.toArray(TargetLine[]::new)).stream()
                        .map(Finding::grade)
                        .toList())
                .isEqualTo(grade == null ? List.of() : List.of(grade));
    }

    @Property
    void sharesThatWereRoundedFromAHundredAreNoConflict(
            @ForAll @BigRange(min = "1", max = "30") @Scale(4) BigDecimal one,
            @ForAll @BigRange(min = "1", max = "30") @Scale(4) BigDecimal two,
            @ForAll @BigRange(min = "1", max = "30") @Scale(4) BigDecimal three,
            @ForAll @IntRange(max = 2) int digits) {
        BigDecimal rest = new BigDecimal(100).subtract(one).subtract(two).subtract(three);
        assertThat(coherence(
                        Map.of(),
                        List.of(),
                        share("SHARE_AGRICULTURE", shortened(one, digits)),
                        share("SHARE_INDUSTRY", shortened(two, digits)),
                        share("SHARE_SERVICES", shortened(three, digits)),
                        share("SHARE_PRODUCT_TAXES", shortened(rest, digits))))
                .allSatisfy(finding -> assertThat(finding.grade()).isEqualTo(Grade.NOTE));
    }

    @Test
    void partsThatMissTheirWholeAreFoundAndMoreThanTheWholeIsWorthALook() {
        TargetLine whole = at(COMMUNES, "2023", "72");
        assertThat(coherence(Map.of(), List.of(), whole, part(whole, 1, "40"), part(whole, 2, "30")))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.check()).isEqualTo(Check.COMMUNES_AGAINST_PROVINCE);
                    assertThat(finding.grade()).isEqualTo(Grade.CONFLICT);
                    assertThat(finding.values().get("difference")).isEqualByComparingTo("-2");
                });
        assertThat(coherence(Map.of(), List.of(), whole, part(whole, 1, "40"), part(whole, 2, "33")))
                .singleElement()
                .extracting(Finding::grade)
                .isEqualTo(Grade.NOTE);
        assertThat(coherence(Map.of(), List.of(), whole, part(whole, 1, "40"), part(whole, 2, "32")))
                .isEmpty();
    }

    /** Lào Cai's scenario of 2024 holds together: no cumulative rate lies outside its parts. */
    @Test
    void theScenarioOf2024HoldsTogether() {
        TargetLine year = line(GROWTH, aim(Comparator.MORE_THAN, "10"), "2024", Basis.PERIOD, Authority.COUNCIL);
        assertThat(ways(
                        year,
                        "2024-Q1 8.8",
                        "2024-Q2 9.27",
                        "2024-H1 9.09",
                        "2024-Q3 10.69",
                        "2024-01/2024-09 9.68",
                        "2024-Q4 10.97"))
                .isEmpty();
        assertThat(ways(year, "2024-Q1 8.8", "2024-Q2 9.27", "2024-H1 9.41"))
                .singleElement()
                .isInstanceOf(Finding.RateOutsideItsParts.class);
        assertThat(ways(year, "2024 9.8")).singleElement().isInstanceOf(Finding.PathMissesTarget.class);
    }

    @Property
    void quartersMakeTheYearExactlyWhenTheirSumIsIt(
            @ForAll @Size(4) List<@BigRange(min = "1", max = "1000") @Scale(6) BigDecimal> quarters,
            @ForAll @BigRange(min = "-1", max = "1") @Scale(6) BigDecimal off) {
        BigDecimal sum = quarters.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        TargetLine year = at(INVESTMENT, "2024", sum.toPlainString());
        String[] path = Stream.concat(
                        Stream.of("2024 " + sum.add(off).toPlainString()),
                        java.util.stream.IntStream.range(0, 4)
                                .mapToObj(i -> "2024-Q%d %s"
                                        .formatted(i + 1, quarters.get(i).toPlainString())))
                .toArray(String[]::new);
        Map<Class<?>, Long> found =
                ways(year, path).stream().collect(Collectors.groupingBy(Finding::getClass, Collectors.counting()));
        assertThat(found.containsKey(Finding.SumAgainstCumulative.class)).isEqualTo(off.signum() != 0);
        assertThat(found.containsKey(Finding.PathMissesTarget.class)).isEqualTo(off.signum() < 0);
    }

    @Test
    void aQuarterThatIsMoreThanItsHalfYearIsWorthALook() {
        assertThat(ways(at(INVESTMENT, "2024", "100"), "2024-Q2 60", "2024-H1 50"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.grade()).isEqualTo(Grade.NOTE);
                    assertThat(finding.says(Language.VI)).contains("quý II/2024 là 60", "là 50");
                });
        assertThat(ways(at(INVESTMENT, "2024", "100"), "2024-Q2 50", "2024-H1 50"))
                .isEmpty();
    }

    @Test
    void aCheckpointOnTheWayThatIsMoreThanTheWholeTargetIsWorthALookAndPassesACeiling() {
        assertThat(ways(at(INVESTMENT, "2024", "100"), "2024-Q1 30", "2024-H1 100.5"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding).isInstanceOf(Finding.PartAboveTarget.class);
                    assertThat(finding.grade()).isEqualTo(Grade.NOTE);
                    assertThat(finding.says(Language.VI))
                            .contains("mốc 6 tháng đầu năm 2024 là 100,5", "vượt mục tiêu của cả năm 2024");
                    assertThat(finding.values().get("difference")).isEqualByComparingTo("0.5");
                });
        assertThat(ways(at(INVESTMENT, "2024", "100"), "2024-H1 100")).isEmpty();
        assertThat(ways(at(INVESTMENT, "2024", "100"), "2024-Q2 60", "2024-H1 120", "2024 130"))
                .as("more is meant, as the whole checkpoint says")
                .singleElement()
                .isInstanceOf(Finding.PartAboveTarget.class);
    }

    @Test
    void quartersAloneAreHeldAgainstTheYearsTarget() {
        TargetLine year = at(INVESTMENT, "2024", "100");
        assertThat(ways(year, "2024-Q1 20", "2024-Q2 25", "2024-Q3 25", "2024-Q4 29"))
                .singleElement()
                .satisfies(
                        finding -> assertThat(finding.values().get("reaches")).isEqualByComparingTo("99"));
        assertThat(ways(year, "2024-Q1 20", "2024-Q2 25", "2024-Q4 29")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "AT_LEAST, 20 20 20 30, CONFLICT",
        "AT_LEAST, 20 20 20 40,",
        "AT_LEAST, 20 20 20 41,",
        "MORE_THAN, 25 25 25 25,",
        "ABOUT,    20 20 20 30, NOTE",
        "ABOUT,    20 20 20 50, NOTE",
        "ABOUT,    20 20 20 40,",
        "AT_MOST,  50 50 50 50, CONFLICT",
        "AT_MOST,  20 20 20 30,",
        "AT_LEAST, 20 20 20,"
    })
    void theTargetsOfQuartersAreHeldAgainstThatOfTheirYear(
            Comparator comparator, String quarters, @Nullable Grade grade) {
        List<TargetLine> lines = quarters(comparator, Authority.COUNCIL, quarters.split(" "));
        lines.add(line(INVESTMENT, aim(comparator, "100"), "2026", Basis.PERIOD, Authority.COUNCIL));
        assertThat(coherence(Map.of(), List.of(), lines.toArray(TargetLine[]::new)).stream()
                        .filter(finding -> finding.check() == Check.QUARTERS_AGAINST_YEAR)
                        .map(Finding::grade)
                        .toList())
                .isEqualTo(grade == null ? List.of() : List.of(grade));
    }

    @Test
    void quartersThatMissTheirYearAreNamedWithIt() {
        List<TargetLine> lines = quarters(Comparator.AT_LEAST, Authority.COUNCIL, "20", "20", "20", "30");
        lines.add(at(INVESTMENT, "2026", "100"));
        assertThat(coherence(Map.of(), List.of(), lines.toArray(TargetLine[]::new)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.check()).isEqualTo(Check.QUARTERS_AGAINST_YEAR);
                    assertThat(finding.facts()).hasSize(5);
                    assertThat(finding.says(Language.VI))
                            .isEqualTo(
                                    "Chỉ tiêu: mục tiêu quý I/2026 + quý II/2026 + quý III/2026 + quý IV/2026"
                                            + " cộng lại là 90 tỷ đồng, mục tiêu năm 2026 là đạt 100 tỷ đồng: chênh lệch -10 tỷ đồng.");
                });
    }

    @Test
    void quartersOfAnotherAuthorityAndGrowthOfQuartersAreNotAdded() {
        List<TargetLine> lines = quarters(Comparator.AT_LEAST, Authority.PARTY, "20", "20", "20", "30");
        lines.add(at(INVESTMENT, "2026", "100"));
        for (int quarter = 1; quarter <= 4; quarter++) {
            lines.add(at(GROWTH, "2026-Q" + quarter, "8"));
        }
        lines.add(at(GROWTH, "2026", "33"));
        assertThat(coherence(Map.of(), List.of(), lines.toArray(TargetLine[]::new)))
                .isEmpty();
    }

    private static List<TargetLine> quarters(Comparator comparator, Authority authority, String... amounts) {
        List<TargetLine> lines = new ArrayList<>();
        for (String amount : amounts) {
            lines.add(
                    line(INVESTMENT, aim(comparator, amount), "2026-Q" + (lines.size() + 1), Basis.PERIOD, authority));
        }
        return lines;
    }

    /** A ceiling of what should rise can be meant, as for spending. */
    @Test
    void aCeilingOfWhatShouldRiseIsWorthALook() {
        assertThat(coherence(
                        Map.of(),
                        List.of(),
                        line(INVESTMENT, aim(Comparator.AT_MOST, "100"), "2026", Basis.PERIOD, Authority.COUNCIL)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.check()).isEqualTo(Check.AGAINST_DIRECTION);
                    assertThat(finding.grade()).isEqualTo(Grade.NOTE);
                    assertThat(finding.facts())
                            .extracting(Fact::kind)
                            .containsExactly(Fact.Kind.TARGET, Fact.Kind.INDICATOR);
                    assertThat(finding.says(Language.VI))
                            .isEqualTo(
                                    "Chỉ tiêu: mục tiêu năm 2026 là không quá 100 tỷ đồng, còn theo mô tả chỉ tiêu thì cao hơn là tốt hơn.");
                });
        assertThat(coherence(Map.of(), List.of(), at(INVESTMENT, "2026", "100")))
                .isEmpty();
    }

    @Test
    void findingsOfOtherPlansAreNotThisOnes() {
        TargetLine one = line(GROWTH, aim(Comparator.MORE_THAN, "11"), "2023", Basis.PERIOD, Authority.COUNCIL);
        TargetLine other = at(GROWTH, "2023", "10");
        Book book = new Book(new UUID(5, 5), List.of(one, other), Map.of(), Map.of(), List.of());
        assertThat(Coherence.of(book)).isEmpty();
    }

    @Property
    void everyFindingSaysInBothLanguagesWhatAtLeastTwoFactsAre(
            @ForAll @IntRange(min = 1, max = 300) int count,
            @ForAll @BigRange(min = "0.1", max = "100") @Scale(1) BigDecimal share) {
        TargetLine whole = at(COMMUNES, "2023", String.valueOf(count));
        coherence(
                        Map.of(),
                        List.of(total("2022", "300")),
                        whole,
                        part(whole, 1, "7"),
                        at(SHARE, "2023", share.toPlainString()),
                        at(INVESTMENT, "2021/2025", share.toPlainString()),
                        at(INVESTMENT, "2022", "3"))
                .forEach(finding -> {
                    assertThat(finding.facts()).hasSizeGreaterThanOrEqualTo(2);
                    Fact first = finding.facts().getFirst();
                    for (Language language : Language.values()) {
                        assertThat(finding.says(language))
                                .contains(first.name(language))
                                .endsWith(".")
                                .doesNotContain("null", "%s")
                                .doesNotContainPattern("\\d{4}[-/]");
                    }
                });
    }

    private static List<Finding> term(List<BigDecimal> years, BigDecimal total) {
        List<TargetLine> lines = new ArrayList<>();
        lines.add(at(INVESTMENT, "2021/2025", total.toPlainString()));
        for (int i = 0; i < years.size(); i++) {
            lines.add(at(INVESTMENT, String.valueOf(2021 + i), years.get(i).toPlainString()));
        }
        return coherence(Map.of(), List.of(), lines.toArray(TargetLine[]::new));
    }

    private static List<Finding> ways(TargetLine line, String... checkpoints) {
        Trajectory path = new Trajectory(
                line.target().id(),
                1,
                Stream.of(checkpoints)
                        .map(checkpoint -> checkpoint.split(" "))
                        .map(words -> new Checkpoint(
                                Scenario.BASE,
                                line.target().indicator(),
                                PROVINCE,
                                "",
                                Period.parse(words[0]),
                                Amount.parse(words[1])))
                        .toList(),
                "Kịch bản",
                "đặt",
                null,
                Instant.EPOCH,
                "a");
        return coherence(Map.of(line.target().id(), path), List.of(), line);
    }

    private static List<Finding> coherence(Map<UUID, Trajectory> paths, List<Observation> totals, TargetLine... lines) {
        Map<String, Indicator> indicators = Stream.of(COMMUNES, ALL_COMMUNES, SHARE, INVESTMENT, GROWTH)
                .collect(Collectors.toMap(Indicator::code, indicator -> indicator));
        return Coherence.of(new Book(PLAN, List.of(lines), paths, indicators, totals));
    }

    private static BigDecimal rounded(int count, BigDecimal all, BigDecimal share) {
        return BigDecimal.valueOf(count * 100L)
                .divide(all, Math.max(0, new Amount(share).value().scale()), RoundingMode.HALF_UP);
    }

    private static String shortened(BigDecimal share, int digits) {
        return share.setScale(digits, RoundingMode.HALF_UP).toPlainString();
    }

    private static TargetLine share(String code, String amount) {
        return at(indicator(code, "%", MeasureKind.SHARE, Summation.of(MeasureKind.SHARE)), "2023", amount);
    }

    private static Aim aim(Comparator comparator, String amount) {
        return new Aim(comparator, Amount.parse(amount), null, null, null);
    }

    private static TargetLine at(Indicator indicator, String period, String amount) {
        return line(indicator, aim(Comparator.AT_LEAST, amount), period, Basis.PERIOD, Authority.COUNCIL);
    }

    private static TargetLine line(Indicator indicator, Aim aim, String wording) {
        return line(indicator, aim, "2023", Basis.PERIOD, Authority.COUNCIL, null, PROVINCE, wording);
    }

    private static TargetLine line(Indicator indicator, Aim aim, String period, Basis basis, Authority authority) {
        return line(indicator, aim, period, basis, authority, null, PROVINCE, "như nghị quyết");
    }

    private static TargetLine part(TargetLine whole, int number, String amount) {
        return line(
                whole.indicator(),
                aim(Comparator.AT_LEAST, amount),
                whole.target().period().toString(),
                Basis.PERIOD,
                Authority.COUNCIL,
                whole.target().id(),
                new UUID(1, number),
                "như nghị quyết");
    }

    private static TargetLine line(
            Indicator indicator,
            Aim aim,
            String period,
            Basis basis,
            Authority authority,
            @Nullable UUID parent,
            UUID area,
            String wording) {
        String key = "%s %s %s %s %s".formatted(indicator.code(), aim, period, authority, area);
        return new TargetLine(
                new Target(
                        new UUID(2, key.hashCode()),
                        PLAN,
                        indicator.code(),
                        area,
                        "",
                        authority,
                        Period.parse(period),
                        basis,
                        parent,
                        null,
                        Strictness.BINDING,
                        null,
                        null),
                new Revision(1, aim, wording, "Nghị quyết 1", null, null, null, Instant.EPOCH, "a"),
                indicator,
                "Lào Cai",
                null);
    }

    private static Observation total(String year, String amount) {
        return new Observation(
                new UUID(3, year.hashCode()),
                "COMMUNES_TOTAL",
                PROVINCE,
                "",
                Period.parse(year),
                Calendar.CIVIL,
                ObservationStatus.OFFICIAL,
                Amount.parse(amount),
                Period.parse(year).lastDay(),
                true,
                "báo cáo",
                null,
                null,
                Instant.EPOCH,
                "a");
    }

    private static Indicator indicator(String code, String unit, MeasureKind kind, Summation summation) {
        return new Indicator(
                code,
                code,
                "Chỉ tiêu",
                "Indicator",
                unit,
                unit,
                2,
                Direction.HIGHER_IS_BETTER,
                kind,
                summation,
                PriceBasis.NONE,
                null,
                "economy",
                null,
                Cadence.YEAR,
                null,
                "định nghĩa",
                "nguồn",
                false,
                1);
    }
}
