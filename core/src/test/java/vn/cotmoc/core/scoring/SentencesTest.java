package vn.cotmoc.core.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.cotmoc.core.scoring.Lines.aim;
import static vn.cotmoc.core.scoring.Lines.assessed;
import static vn.cotmoc.core.scoring.Lines.decimal;
import static vn.cotmoc.core.scoring.Lines.figure;
import static vn.cotmoc.core.scoring.Lines.higher;
import static vn.cotmoc.core.scoring.Lines.indicator;
import static vn.cotmoc.core.scoring.Lines.line;
import static vn.cotmoc.core.scoring.Lines.range;
import static vn.cotmoc.core.scoring.Lines.word;
import static vn.cotmoc.core.targets.Comparator.AT_LEAST;
import static vn.cotmoc.core.targets.Comparator.AT_MOST;
import static vn.cotmoc.core.targets.Comparator.LESS_THAN;
import static vn.cotmoc.core.targets.Comparator.MORE_THAN;
import static vn.cotmoc.core.targets.Comparator.YES_NO;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.cotmoc.core.house.Measures;
import vn.cotmoc.core.indicators.Direction;
import vn.cotmoc.core.indicators.MeasureKind;
import vn.cotmoc.core.observations.Observation;
import vn.cotmoc.core.targets.Aim;
import vn.cotmoc.core.targets.Authority;
import vn.cotmoc.core.thresholds.CutPoints;

class SentencesTest {

    private static final CutPoints CUT_POINTS = new CutPoints(
            decimal("1.05"),
            decimal("0.955"),
            decimal("1"),
            decimal("0.900001"),
            decimal("0.05"),
            decimal("0.8"),
            decimal("0.25"),
            2);
    private static final LocalDate OCTOBER = LocalDate.of(2023, 10, 31);

    @Test
    void numbersAreWrittenAsEachLanguageWritesThem() {
        Explanation.Reason reason =
                reason("{actual}/{target} {unit} ({attainment}), {period}", "51100", figure("2023", "35164.5"));
        assertThat(reason.vi()).isEqualTo("35.164,5/51.100 tỷ đồng (68,82 %), năm 2023");
        assertThat(reason.en()).isEqualTo("35,164.5/51,100 billion dong (68.82%), 2023");
    }

    @Test
    void percentagesHaveTwoDigitsAndCutPointsJustTheirOwn() {
        Explanation.Reason reason = reason(
                "{exceeded}; {nearly}; {onTrack}; {behind}; {expected}; {pace}",
                "100",
                figure("2023-01/2023-10", "70"));
        assertThat(reason.vi()).isEqualTo("105 %; 95,5 %; 100 %; 90,0001 %; 83,33 %; 84,00 %");
        assertThat(reason.en()).isEqualTo("105%; 95.5%; 100%; 90.0001%; 83.33%; 84.00%");
    }

    @Test
    void noDigitOfAFigureIsLost() {
        Explanation.Reason reason = reason("{actual}", "100", figure("2023", "12345678901234.123456"));
        assertThat(reason.vi()).isEqualTo("12.345.678.901.234,123456");
        assertThat(reason.en()).isEqualTo("12,345,678,901,234.123456");
        assertThat(reason("{actual}", "100", figure("2023", "-2.77")).vi()).isEqualTo("-2,77");
    }

    @Test
    void whatIsNotThereIsADash() {
        Explanation.Reason reason = reason("{actual} {attainment} {pace} {expected} {period}", "100");
        assertThat(reason.vi()).isEqualTo("– – – – –");
    }

    @Test
    void anUnknownPlaceholderIsADashAndOddTextStaysAsItIs() {
        assertThat(Sentences.fill("{what} $1 \\ {} {a b}", Map.of())).isEqualTo("– $1 \\ {} {a b}");
        assertThat(Sentences.fill("{unit}", Map.of("unit", "$1 {actual} \\"))).isEqualTo("$1 {actual} \\");
    }

    @Test
    void whatIsMissedSaysOnWhichSide() {
        assertThat(missed(range("3", "5"), "6", Direction.NEUTRAL).vi())
                .isEqualTo("cao hơn mức 5 tỷ đồng |  (thực hiện 6 tỷ đồng, cao hơn mức 5 tỷ đồng)");
        assertThat(missed(range("3", "5"), "2.5", Direction.NEUTRAL).en())
                .isEqualTo("below 3 billion dong |  (2.5 billion dong, below 3 billion dong)");
        assertThat(missed(aim(MORE_THAN, "10"), "10", Direction.HIGHER_IS_BETTER)
                        .vi())
                .startsWith("chỉ bằng mức 10 tỷ đồng, phải cao hơn, tỷ lệ hoàn thành 100,00 %");
        assertThat(missed(aim(LESS_THAN, "10"), "10", Direction.LOWER_IS_BETTER).en())
                .startsWith("exactly 10 billion dong, and less is asked, a completion rate of 100.00%");
        assertThat(missed(aim(AT_LEAST, "10"), "9", Direction.HIGHER_IS_BETTER).vi())
                .as("the rate says it itself")
                .startsWith("tỷ lệ hoàn thành 90,00 % |");
        assertThat(missed(aim(AT_LEAST, "10"), "11", Direction.HIGHER_IS_BETTER).vi())
                .endsWith("| ");
        assertThat(missed(word(YES_NO, null), "0", Direction.HIGHER_IS_BETTER).vi())
                .as("yes or no has no sides")
                .isEqualTo("– | ");
    }

    /** From the end that it lies beyond, and said once. */
    @Test
    void whatARateMissesIsCountedFromTheEndThatItLiesBeyond() {
        assertThat(missedRate(range("3", "5"), "6").vi()).startsWith("cao hơn mức 5 tỷ đồng, cao hơn 1 điểm phần trăm");
        assertThat(missedRate(range("3", "5"), "2").vi())
                .startsWith("thấp hơn mức 3 tỷ đồng, thấp hơn 1 điểm phần trăm");
        assertThat(missedRate(aim(MORE_THAN, "10"), "10").en())
                .startsWith("exactly 10 billion dong, and more is asked, a completion rate of 100.00% |");
    }

    private static Explanation.Reason missedRate(Aim aim, String figure) {
        Direction direction = aim.comparator() == MORE_THAN ? Direction.HIGHER_IS_BETTER : Direction.NEUTRAL;
        TargetLine line = line(indicator(MeasureKind.RATE, direction), aim, "2023");
        return reason(
                new RuleSet.Sentence("{compared} | {side}", "{compared} | {side}"),
                assessed(line, CUT_POINTS, OCTOBER, List.of(line), figure("2023", figure)));
    }

    private static Explanation.Reason missed(Aim aim, String figure, Direction direction) {
        TargetLine line = line(indicator(MeasureKind.FLOW, direction), aim, "2023");
        return reason(
                new RuleSet.Sentence("{compared} | {side}", "{compared} | {side}"),
                assessed(line, CUT_POINTS, OCTOBER, List.of(line), figure("2023", figure)));
    }

    /** Ten even months of three years: 120 a year, and as much again is asked for. */
    @Test
    void aForecastIsSaidWithItsIntervalItsPointsAndNeverForCertain() {
        Explanation.Reason reason =
                reason("{forecast} [{low}; {high}] {unit}, {probability} ({open}), {points}", "240", months("10"));
        assertThat(reason.vi()).isEqualTo("120 [120; 120] tỷ đồng, dưới 1 % (25 %), 34 tháng");
        assertThat(reason.en()).isEqualTo("120 [120; 120] billion dong, less than 1% (25%), 34 months");
        assertThat(reason("{probability}", "119", months("10")).vi()).isEqualTo("trên 99 %");
    }

    @Test
    void whatTheRestMustBringStandsBesideTheBestThereWas() {
        Explanation.Reason reason = reason("{required}; {best}", "150", months("10"));
        assertThat(reason.vi()).isEqualTo("25 tỷ đồng mỗi tháng; 10 tỷ đồng (tháng 10/2023)");
        assertThat(reason.en()).isEqualTo("25 billion dong a month; 10 billion dong (October 2023)");
    }

    @Test
    void howFarALevelMustMoveStandsBesideTheFurthestItEverMovedInAYear() {
        TargetLine line = line(
                Measures.of("ANY", "%", "%", MeasureKind.SHARE, Direction.LOWER_IS_BETTER), aim(AT_MOST, "5"), "2023");
        Explanation.Reason reason = reason(
                new RuleSet.Sentence("{required}; {best}", "{required}; {best}"),
                assessed(
                        line,
                        CUT_POINTS,
                        OCTOBER,
                        List.of(line),
                        figure("2019", "12"),
                        figure("2020", "9.5"),
                        figure("2021", "9"),
                        figure("2022", "9")));
        assertThat(reason.vi()).isEqualTo("giảm 4 điểm phần trăm mỗi năm; giảm 2,5 điểm phần trăm (năm 2020)");
        assertThat(reason.en())
                .isEqualTo("a fall of 4 percentage points a year; a fall of 2.5 percentage points (2020)");
    }

    @Test
    void theNewestFigureAndWhatIsMissingSinceAreSaidInPeriods() {
        Explanation.Reason reason = reason("{newest}, {late}", "100", figure("2019", "90"));
        assertThat(reason.vi()).isEqualTo("năm 2019, 3 năm");
        assertThat(reason.en()).isEqualTo("2019, 3 years");
    }

    @Test
    void aJumpIsSaidWithBothFigures() {
        Explanation.Reason reason = reason(
                "{jumped}, {change}, {earlier}, {limit}", "100", figure("2022-Q3", "40"), figure("2023-Q3", "10"));
        assertThat(reason.vi()).isEqualTo("10 tỷ đồng (quý III/2023), giảm 75,00 %, 40 tỷ đồng (quý III/2022), 50 %");
        assertThat(reason.en()).isEqualTo("10 billion dong (Q3 2023), down 75.00%, 40 billion dong (Q3 2022), 50%");
    }

    @Test
    void twoAuthoritiesAreSaidEachWithItsAim() {
        TargetLine party = line(higher(MeasureKind.FLOW), aim(AT_LEAST, "11"), "2023", Authority.PARTY);
        TargetLine council = line(higher(MeasureKind.FLOW), aim(MORE_THAN, "11"), "2023");
        Explanation.Reason reason = reason(
                new RuleSet.Sentence("{own}, còn {other}", "{own}, {other}"),
                assessed(party, CUT_POINTS, OCTOBER, List.of(party, council)));
        assertThat(reason.vi()).isEqualTo("Tỉnh ủy nêu đạt 11 tỷ đồng, còn Hội đồng nhân dân nêu hơn 11 tỷ đồng");
        assertThat(reason.en())
                .isEqualTo(
                        "the Party committee says at least 11 billion dong, the council says more than 11 billion dong");
    }

    /** Of 2021, 2022 and ten months of 2023. */
    private static Observation[] months(String each) {
        return Stream.iterate(YearMonth.of(2021, 1), month -> month.plusMonths(1))
                .limit(34)
                .map(month -> figure(month.toString(), each))
                .toArray(Observation[]::new);
    }

    private static Explanation.Reason reason(String sentence, String target, Observation... known) {
        TargetLine line = line(higher(MeasureKind.FLOW), aim(AT_LEAST, target), "2023");
        return reason(
                new RuleSet.Sentence(sentence, sentence), assessed(line, CUT_POINTS, OCTOBER, List.of(line), known));
    }

    private static Explanation.Reason reason(RuleSet.Sentence sentence, AssessPlan.Assessed assessed) {
        return Sentences.reason("a-rule", sentence, Sentences.inputs(assessed), Map.of());
    }
}
