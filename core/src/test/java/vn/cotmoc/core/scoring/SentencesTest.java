package vn.cotmoc.core.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.cotmoc.core.scoring.Lines.aim;
import static vn.cotmoc.core.scoring.Lines.decimal;
import static vn.cotmoc.core.scoring.Lines.figure;
import static vn.cotmoc.core.scoring.Lines.higher;
import static vn.cotmoc.core.scoring.Lines.line;
import static vn.cotmoc.core.targets.Comparator.AT_LEAST;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.cotmoc.core.indicators.MeasureKind;
import vn.cotmoc.core.observations.Observation;
import vn.cotmoc.core.thresholds.CutPoints;

class SentencesTest {

    private static final CutPoints CUT_POINTS =
            new CutPoints(decimal("1.05"), decimal("0.955"), decimal("1"), decimal("0.900001"), decimal("0.05"));

    @Test
    void numbersAreWrittenAsEachLanguageWritesThem() {
        Explanation.Reason reason =
                reason("{actual}/{target} {unit} ({attainment}), {period}", "51100", figure("2023", "35164.5"));
        assertThat(reason.vi()).isEqualTo("35.164,5/51.100 tỷ đồng (68,82 %), 2023");
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

    private static Explanation.Reason reason(String sentence, String target, Observation... known) {
        TargetLine line = line(higher(MeasureKind.FLOW), aim(AT_LEAST, target), "2023");
        Features features = Features.of(line, null, List.of(known), CUT_POINTS, LocalDate.of(2023, 10, 31));
        return Sentences.reason("a-rule", new RuleSet.Sentence(sentence, sentence), line, features, CUT_POINTS);
    }
}
