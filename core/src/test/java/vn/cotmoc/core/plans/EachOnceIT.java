package vn.cotmoc.core.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cotmoc.core.house.AtOnce;
import vn.cotmoc.core.house.House;
import vn.cotmoc.core.house.Measures;
import vn.cotmoc.core.house.Story;
import vn.cotmoc.core.indicators.AddIndicator;
import vn.cotmoc.core.indicators.Indicator;
import vn.cotmoc.core.indicators.IndicatorView;
import vn.cotmoc.core.measure.Texts;
import vn.cotmoc.core.observations.ObservationView;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.statements.QuoteStatement;
import vn.cotmoc.core.tenancy.TenantId;

/** What there is once stays once, whether the second comes later or at the same moment; figures alone pile up. */
class EachOnceIT {

    private static final Indicator OWN = Measures.communes("OWN");

    private TenantId province;

    @BeforeEach
    void aProvince() {
        province = House.province();
    }

    @Test
    void aPeriodHasSeveralPlansButOneOfATitle() {
        House.in(province, () -> plan("Kế hoạch Chuyển đổi số"));
        assertThat(House.in(province, () -> plan("Dự toán thu ngân sách")).period())
                .as("beside the one that holds the period")
                .hasToString("2023");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> House.in(province, () -> plan(" kế hoạch CHUYỂN ĐỔI số ")))
                .withMessage("plan-exists {period=2023, title= kế hoạch CHUYỂN ĐỔI số }");
        assertThat(House.in(province, () -> House.get(PlanView.class).list(null, 10)))
                .hasSize(2);
    }

    /** Letters put together otherwise, blanks of other widths, joiners and fillers are not seen. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ke\u0302\u0301 hoa\u0323ch",
                "Kế hoạch\u200b",
                "Kế\u00a0hoạch",
                "\u3164Kế hoạch\u2800",
                "Kế \u2060hoạch"
            })
    void titlesThatLookAlikeAreOne(String title) {
        House.in(province, () -> plan("Kế hoạch"));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> House.in(province, () -> plan(title)))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("plan-exists"));
        House.in(province, () -> plan("Kê hoạch"));
    }

    /** The database and {@link Texts} mean the same characters. */
    @Test
    void whatIsInvisibleHereIsInvisibleThere() {
        String invisible = IntStream.rangeClosed(1, 0xE01FF)
                .filter(character -> Texts.isInvisible(character) && character != '\'')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        assertThat(House.asSuperuser("select visible('Kế%shoạch')".formatted(invisible)))
                .containsExactly("kếhoạch");
        assertThat(Texts.visible("Kế%s HOẠCH".formatted(invisible))).isEqualTo("kếhoạch");
    }

    @Test
    void whatLooksLikeAHyphenOrAnEthIsOneHereAndThere() {
        String alike = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uFE63\uFF0D ÐƉðɖĐ";
        assertThat(House.asSuperuser("select visible('%s')".formatted(alike)))
                .containsExactly("---------đđđđđ")
                .containsExactly(Texts.visible(alike));
    }

    @Test
    void aPlanIsDrawnUpOnce() {
        once(() -> Story.plan("2023"), "plan-exists");
        assertThat(House.in(province, () -> House.get(PlanView.class).list(null, 10)))
                .hasSize(1);
        assertThat(House.in(House.province(), () -> Story.plan("2023")).period())
                .as("another province has its own")
                .hasToString("2023");
    }

    @Test
    void aPlanIsOfAYearOrATerm() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> House.in(province, () -> Story.plan("2023-H1")))
                .withMessage("plan-period {period=2023-H1}");
    }

    @Test
    void anIndicatorsCodeIsTakenOnce() {
        once(() -> House.get(AddIndicator.class).add(OWN), "indicator-exists");
        assertThat(House.in(province, () -> House.get(IndicatorView.class).list(null, "OWM", 2)))
                .extracting(Indicator::code)
                .contains("OWN");
    }

    @Test
    void aStatementsCodeIsTakenOnce() {
        once(() -> House.get(QuoteStatement.class).quote(Story.statement("L01", null, null, null)), "statement-exists");
    }

    @Test
    void theSameFigureTwiceIsTwoVintages() {
        House.in(province, () -> Story.figure("GRDP_GROWTH", "%", "2023", "7.1"));
        House.in(province, () -> Story.figure("GRDP_GROWTH", "%", "2023", "7.1"));
        assertThat(House.in(
                        province,
                        () -> House.get(ObservationView.class)
                                .list(new ObservationView.Query("GRDP_GROWTH", null, null, null, null, 10))))
                .hasSize(2);
    }

    private static Plan plan(String title) {
        return House.get(DrawUpPlan.class).drawUp(DrawUpPlan.Command.draft(Period.ofYear(2023), title));
    }

    private void once(Supplier<?> work, String code) {
        assertThat(AtOnce.refused(province, work).code()).isEqualTo(code);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> House.in(province, work))
                .satisfies(refusal -> {
                    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT);
                    assertThat(refusal.code()).isEqualTo(code);
                });
    }
}
