package vn.cotmoc.core.observations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.cotmoc.core.areas.AreaLevel;
import vn.cotmoc.core.checks.CheckSetting;
import vn.cotmoc.core.checks.Fault;
import vn.cotmoc.core.checks.Limits;
import vn.cotmoc.core.checks.Reaction;
import vn.cotmoc.core.checks.SetChecks;
import vn.cotmoc.core.checks.Warning;
import vn.cotmoc.core.house.House;
import vn.cotmoc.core.house.Story;
import vn.cotmoc.core.measure.Amount;
import vn.cotmoc.core.periods.Calendar;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.tenancy.TenantId;

/** Figures are checked when they are recorded, by what is known and set in their own province. */
class ChecksIT {

    private static final String REVENUE = "BUDGET_REVENUE";
    private static final String UNIT = "tỷ đồng";

    private TenantId province;

    @BeforeEach
    void aProvince() {
        province = House.province();
    }

    @Test
    void aNegativeTotalIsRefusedAndNothingIsStored() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> figure("2023", "-1"))
                .withMessageStartingWith("figure-below-lowest")
                .satisfies(refusal -> assertThat(refusal.at()).isEqualTo("/amount"));
        assertThat(House.asSuperuser(
                        "select count(*)::text from observation where tenant_id = '%s'".formatted(province)))
                .containsExactly("0");
    }

    @Test
    void aWarningIsStoredWithTheFigureAndStaysWhenSettingsChange() {
        figure("2022", "100");
        Observation jumped = figure("2023", "151");
        assertThat(warnings(jumped)).extracting(Warning::fault).containsExactly(Fault.JUMP);
        set(REVENUE, 0, limits(Reaction.OFF, Reaction.OFF));
        assertThat(figure("2024", "900"))
                .satisfies(later -> assertThat(warnings(later)).isEmpty());
        assertThat(warnings(jumped)).singleElement().satisfies(warning -> {
            assertThat(warning.against()).isEqualTo(Amount.of(100));
            assertThat(warning.period()).isEqualTo(Period.ofYear(2022));
            assertThat(warning.allowed()).isEqualTo(new BigDecimal("0.5"));
        });
    }

    @Test
    void anIndicatorsOwnSettingOutranksTheProvincesAndThatOneTheHouses() {
        figure("2022", "100");
        set(null, 0, limits(Reaction.BLOCK, Reaction.WARN));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> figure("2023", "151"))
                .withMessageStartingWith("figure-jump");
        set(REVENUE, 0, limits(Reaction.OFF, Reaction.WARN));
        assertThat(warnings(figure("2023", "151"))).isEmpty();
        assertThat(figure("2023", "-5").amount())
                .as("its own setting states no bound")
                .isEqualTo(Amount.of(-5));
    }

    @Test
    void aSettingHoldsFromItsDay() {
        figure("2022", "100");
        in(() -> House.get(SetChecks.class)
                .set(new SetChecks.Command(
                        REVENUE, 0, limits(Reaction.BLOCK, Reaction.WARN), LocalDate.of(2199, 1, 1), "sau này")));
        assertThat(warnings(figure("2023", "151"))).hasSize(1);
    }

    @Test
    void theSecondOfTwoAuthorsIsTold() {
        set(REVENUE, 0, limits(Reaction.OFF, Reaction.WARN));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> set(REVENUE, 0, limits(Reaction.WARN, Reaction.WARN)))
                .withMessageStartingWith("checks-changed");
    }

    @Test
    void settingsThatCannotBeAreRefused() {
        Limits bounded = new Limits(
                Reaction.WARN,
                null,
                Amount.of(5),
                Reaction.WARN,
                BigDecimal.ONE,
                Reaction.WARN,
                Reaction.WARN,
                BigDecimal.ZERO);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> set(null, 0, bounded))
                .withMessageStartingWith("check-scope");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> set("NO_SUCH", 0, bounded))
                .withMessageStartingWith("unknown-indicator");
    }

    @Test
    void communesThatDoNotMakeTheProvinceAreNoticedFromBothSides() {
        UUID one = commune("Xã Một", "1");
        UUID two = commune("Xã Hai", "2");
        figure(one, "2023", "40");
        figure("2023", "100");
        assertThat(warnings(figure(two, "2023", "60"))).isEmpty();
        assertThat(warnings(figure(two, "2023", "70"))).singleElement().satisfies(warning -> {
            assertThat(warning.fault()).isEqualTo(Fault.PARTS_OVER_AREAS);
            assertThat(warning.figure()).isEqualTo(Amount.of(100));
            assertThat(warning.against()).isEqualTo(Amount.of(110));
        });
        assertThat(warnings(figure("2023", "105"))).extracting(Warning::fault).containsExactly(Fault.PARTS_OVER_AREAS);
        assertThat(warnings(figure("2023", "110"))).isEmpty();
    }

    @Test
    void aPreviewSaysWhatRecordingWouldAndStoresNothing() {
        figure("2022", "100");
        List<Warning> preview = in(() -> House.get(CheckFigure.class)
                .preview(new CheckFigure.Query(
                        REVENUE,
                        null,
                        "",
                        Period.ofYear(2023),
                        Calendar.CIVIL,
                        Amount.of(-151_000),
                        "triệu đồng",
                        ObservationStatus.OFFICIAL)));
        assertThat(preview).extracting(Warning::fault).containsExactly(Fault.BELOW_LOWEST, Fault.JUMP);
        assertThat(preview.getFirst().figure()).isEqualTo(Amount.of(-151));
        assertThat(House.asSuperuser(
                        "select count(*)::text from observation where tenant_id = '%s'".formatted(province)))
                .containsExactly("1");
    }

    @Test
    void anEstimateThatWouldReplaceAFirmerFigureIsRemarkedOn() {
        figure("2022", "100");
        CheckFigure.Query estimate = new CheckFigure.Query(
                REVENUE,
                null,
                "",
                Period.ofYear(2022),
                Calendar.CIVIL,
                Amount.of(90),
                UNIT,
                ObservationStatus.ESTIMATED);
        assertThat(in(() -> House.get(CheckFigure.class).preview(estimate)))
                .singleElement()
                .satisfies(warning -> {
                    assertThat(warning.fault()).isEqualTo(Fault.LESS_FIRM);
                    assertThat(warning.reaction()).isEqualTo(Reaction.WARN);
                    assertThat(warning.against()).isEqualTo(Amount.of(100));
                });
        Observation later = in(() -> House.get(RecordObservation.class)
                .record(new RecordObservation.Command(
                        REVENUE,
                        null,
                        "",
                        Period.ofYear(2022),
                        ObservationStatus.ESTIMATED,
                        Amount.of(90),
                        UNIT,
                        LocalDate.of(2023, 5, 1),
                        "Báo cáo",
                        null)));
        assertThat(warnings(later)).extracting(Warning::fault).containsExactly(Fault.LESS_FIRM);
        assertThat(warnings(figure("2022", "101")))
                .as("known on the period's last day, it does not replace what is known later")
                .isEmpty();
    }

    @Test
    void figuresAndSettingsOfAnotherProvinceSayNothingHere() {
        TenantId other = House.province();
        House.in(other, () -> Story.figure(REVENUE, UNIT, "2022", "100"));
        House.in(
                other,
                () -> House.get(SetChecks.class)
                        .set(new SetChecks.Command(
                                null, 0, limits(Reaction.BLOCK, Reaction.BLOCK), Story.START_OF_2020, "thử")));
        assertThat(warnings(figure("2023", "900"))).isEmpty();
    }

    private List<Warning> warnings(Observation figure) {
        return Objects.requireNonNull(in(() -> House.get(RemarkView.class).of(List.of(figure.id())))
                        .get(figure.id()))
                .warnings();
    }

    private Observation figure(String period, String amount) {
        return figure(null, period, amount);
    }

    private Observation figure(@Nullable UUID area, String period, String amount) {
        return in(() -> Story.figure(REVENUE, UNIT, area, period, amount));
    }

    private UUID commune(String name, String code) {
        return in(() -> Story.area(name, AreaLevel.COMMUNE, code)).id();
    }

    private CheckSetting set(@Nullable String indicator, int expectedVersion, Limits limits) {
        return in(() -> House.get(SetChecks.class)
                .set(new SetChecks.Command(indicator, expectedVersion, limits, Story.START_OF_2020, "thử")));
    }

    private static Limits limits(Reaction jump, Reaction others) {
        return new Limits(others, null, null, jump, new BigDecimal("0.5"), others, others, new BigDecimal("0.01"));
    }

    private <T> T in(Supplier<T> work) {
        return House.in(province, work);
    }
}
