package vn.cotmoc.core.observations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.cotmoc.core.house.Story.END_OF_2023;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.cotmoc.core.areas.AreaLevel;
import vn.cotmoc.core.areas.RecordSuccession;
import vn.cotmoc.core.areas.SuccessionKind;
import vn.cotmoc.core.house.House;
import vn.cotmoc.core.house.Measures;
import vn.cotmoc.core.house.Story;
import vn.cotmoc.core.indicators.AddIndicator;
import vn.cotmoc.core.indicators.Formula;
import vn.cotmoc.core.indicators.Indicator;
import vn.cotmoc.core.indicators.Summation;
import vn.cotmoc.core.indicators.Summation.OverAreas;
import vn.cotmoc.core.measure.Amount;
import vn.cotmoc.core.periods.Calendar;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.plans.Plan;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.scoring.Aims;
import vn.cotmoc.core.scoring.AssessPlan;
import vn.cotmoc.core.scoring.Explanation;
import vn.cotmoc.core.tenancy.TenantId;

class FiguresIT {

    private TenantId province;

    @BeforeEach
    void aProvince() {
        province = House.province();
        in(() -> add(Measures.calculated("OWN_SHARE", "NTM_COMMUNES / COMMUNES_TOTAL * 100")));
    }

    /** Lai Châu 2020: 38 of 94 communes. */
    @Test
    void aCalculatedFigureSaysWhatItIsMadeOf() {
        in(() -> Story.figure("NTM_COMMUNES", "xã", "2023", "38"));
        in(() -> Story.figure("COMMUNES_TOTAL", "xã", "2023", "94"));
        FigureView.Figure figure = figure("OWN_SHARE");
        assertThat(figure.value()).map(Observation::amount).contains(Amount.parse("40.425532"));
        assertThat(figure.value()).map(Observation::source).contains("= NTM_COMMUNES / COMMUNES_TOTAL * 100");
        assertThat(figure.operands().get("COMMUNES_TOTAL"))
                .map(Observation::amount)
                .contains(Amount.of(94));
    }

    @Test
    void aMissingOperandOrAZeroDivisorLeavesItWithoutAFigure() {
        in(() -> Story.figure("NTM_COMMUNES", "xã", "2023", "38"));
        assertThat(figure("OWN_SHARE").value()).isEmpty();
        assertThat(figure("OWN_SHARE").operands()).containsEntry("COMMUNES_TOTAL", Optional.empty());
        in(() -> Story.figure("COMMUNES_TOTAL", "xã", "2023", "0"));
        assertThat(figure("OWN_SHARE").value()).isEmpty();
    }

    @Test
    void aTargetOfACalculatedIndicatorIsAssessedByItsFormula() {
        in(() -> Story.figure("NTM_COMMUNES", "xã", "2023", "54"));
        in(() -> Story.figure("COMMUNES_TOTAL", "xã", "2023", "94"));
        Plan plan = in(() -> Story.plan("2023"));
        in(() -> Story.target(plan, "OWN_SHARE", "%", "57.4"));
        Explanation assessed = assessed(plan);
        assertThat(assessed.actual()).isNotNull();
        assertThat(assessed.rating()).isEqualTo("met");
        assertThat(Objects.requireNonNull(assessed.actual()).amount()).isEqualTo("57.446809");
    }

    /** None is taken in; a province's archive may bring one along. */
    @Test
    void ofFormulasThatNeedEachOtherNothingIsCalculatedAndThatIsSaid() {
        in(() -> add(Measures.calculated("OTHER_SHARE", "OWN_SHARE / 2")));
        Plan plan = in(() -> Story.plan("2023"));
        in(() -> Story.target(plan, "OWN_SHARE", "%", "57.4"));
        House.asSuperuser("""
                update indicator set formula = 'OTHER_SHARE * 2'
                where tenant_id = '%s' and code = 'OWN_SHARE' returning code""".formatted(province));
        assertThat(figure("OWN_SHARE").value()).isEmpty();
        assertThat(figure("OWN_SHARE").circular()).isTrue();
        assertThat(figure("OTHER_SHARE").value()).isEmpty();
        assertThat(assessed(plan).rating()).isEqualTo("insufficient-data");
    }

    /** Điện Biên 2019: 54 of 94 communes against "trên 57,5%". */
    @Test
    void aShareFollowsFromItsPartsWhereNobodyReportsIt() {
        in(() -> Story.figure("NTM_COMMUNES", "xã", "2023", "54"));
        in(() -> Story.figure("COMMUNES_TOTAL", "xã", "2023", "94"));
        Plan plan = in(() -> Story.plan("2023"));
        in(() -> Story.target(plan, "NTM_COMMUNE_SHARE", "%", "57.5"));
        Explanation missed = assessed(plan);
        assertThat(missed.rating()).isEqualTo("missed");
        assertThat(Objects.requireNonNull(missed.actual()).amount()).isEqualTo("57.446809");
        assertThat(missed.actual().source()).isEqualTo("= NTM_COMMUNES / COMMUNES_TOTAL * 100");
        in(() -> Story.figure("NTM_COMMUNES", "xã", "2023", "55"));
        assertThat(assessed(plan).rating()).isEqualTo("met");
        FigureView.Figure calculated = figure("NTM_COMMUNE_SHARE");
        assertThat(calculated.value()).map(Observation::amount).contains(Amount.parse("58.510638"));
        assertThat(calculated.formula()).map(Formula::toString).contains("NTM_COMMUNES / COMMUNES_TOTAL * 100");
        assertThat(calculated.operands()).containsOnlyKeys("NTM_COMMUNES", "COMMUNES_TOTAL");
    }

    @Test
    void aReportedShareCountsBeforeItsPartsButInItsOwnPeriodOnly() {
        in(() -> Story.figure("NTM_COMMUNES", "xã", "2023", "54"));
        in(() -> Story.figure("COMMUNES_TOTAL", "xã", "2023", "94"));
        in(() -> Story.figure("NTM_COMMUNE_SHARE", "%", "2022", "50"));
        assertThat(figure("NTM_COMMUNE_SHARE").formula()).isPresent();
        in(() -> Story.figure("NTM_COMMUNE_SHARE", "%", "2023", "57.5"));
        FigureView.Figure reported = figure("NTM_COMMUNE_SHARE");
        assertThat(reported.value()).map(Observation::amount).contains(Amount.parse("57.5"));
        assertThat(reported.formula()).isEmpty();
        assertThat(reported.operands()).isEmpty();
    }

    @Test
    void amountsInAnotherUnitAreConvertedExactlyAndKeptAsWritten() {
        Observation trade = in(() -> Story.figure("BORDER_TRADE", "tỷ USD", "2023", "4.5"));
        assertThat(trade.amount()).isEqualTo(Amount.of(4500));
        Observation stored = in(() -> House.get(ObservationView.class)
                        .list(new ObservationView.Query("BORDER_TRADE", null, null, null, null, 5)))
                .getFirst();
        assertThat(stored.amount()).isEqualTo(Amount.of(4500));
        assertThat(stored.reported()).isEqualTo(new Observation.Reported(Amount.parse("4.5"), "tỷ USD"));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> House.in(province, () -> Story.figure("BORDER_TRADE", "tỷ đồng", "2023", "1")))
                .withMessageStartingWith("unit-mismatch");
    }

    @Test
    void aFirmFigureOfARunningPeriodIsRefusedWhetherItsDayIsStatedOrNot() {
        LocalDate today = LocalDate.now();
        Period running = Period.parse("%d/%d".formatted(today.getYear() - 1, today.getYear() + 3));
        for (Calendar calendar : Calendar.values()) {
            for (LocalDate day : new LocalDate[] {null, today}) {
                assertThatExceptionOfType(Refusal.class)
                        .isThrownBy(() -> in(() -> House.get(RecordObservation.class)
                                .record(new RecordObservation.Command(
                                        "EXPORTS",
                                        null,
                                        "",
                                        running,
                                        calendar,
                                        ObservationStatus.OFFICIAL,
                                        Amount.of(55),
                                        "triệu USD",
                                        day,
                                        "x",
                                        null))))
                        .withMessageStartingWith("known-too-early");
            }
        }
    }

    /** An estimate of a year that is not over would be known to nobody before its end. */
    @Test
    void anEstimateOfARunningPeriodIsKnownFromToday() {
        LocalDate today = LocalDate.now();
        Observation estimate = in(() -> House.get(RecordObservation.class)
                .record(new RecordObservation.Command(
                        "BORDER_TRADE",
                        null,
                        "",
                        Period.ofYear(today.getYear()),
                        ObservationStatus.OUTTURN,
                        Amount.of(4500),
                        "triệu USD",
                        null,
                        "ước cả năm",
                        null)));
        assertThat(estimate.knownOn()).isEqualTo(today);
        assertThat(estimate.knownOnStated()).isFalse();
    }

    @Test
    void communesAreSummedCountedOrDividedButNeverAveraged() {
        UUID one = commune("Xã Một", "1");
        UUID two = commune("Xã Hai", "2");
        in(() -> add(Measures.summed(
                "PUPILS", "người", new Summation(Summation.InTime.LAST, Summation.OverAreas.SUM, null))));
        in(() -> add(Measures.summed(
                "CLASSES", "lớp", new Summation(Summation.InTime.LAST, Summation.OverAreas.SUM, null))));
        in(() -> add(Measures.summed(
                "PUPILS_PER_CLASS",
                "người/lớp",
                new Summation(
                        Summation.InTime.LAST, Summation.OverAreas.RATIO, new Summation.Parts("PUPILS", "CLASSES")))));
        in(() -> add(Measures.summed(
                "WITH_SCHOOL", "xã", new Summation(Summation.InTime.LAST, Summation.OverAreas.COUNT, null))));
        in(() -> Story.figure("PUPILS", "người", one, "2023", "90"));
        in(() -> Story.figure("CLASSES", "lớp", one, "2023", "3"));
        assertThat(together("PUPILS").total()).as("one commune is missing").isEmpty();
        in(() -> Story.figure("PUPILS", "người", two, "2023", "10"));
        in(() -> Story.figure("CLASSES", "lớp", two, "2023", "1"));
        in(() -> Story.figure("WITH_SCHOOL", "xã", one, "2023", "1"));
        in(() -> Story.figure("WITH_SCHOOL", "xã", two, "2023", "0"));
        in(() -> Story.figure("PUPILS", "người", "2023", "101"));
        assertThat(together("PUPILS").total()).contains(Amount.of(100));
        assertThat(together("PUPILS").own()).map(Observation::amount).contains(Amount.of(101));
        assertThat(together("PUPILS_PER_CLASS").total()).contains(Amount.of(25));
        assertThat(together("WITH_SCHOOL").total()).contains(Amount.of(1));
        assertThat(together("PUPILS").parts()).extracting(FigureView.Part::name).containsExactly("Xã Hai", "Xã Một");
        assertThat(together("GRDP_GROWTH").total()).isEmpty();
    }

    @Test
    void aMergedCommuneHasTheFiguresOfWhatItCameFromByTheIndicatorsRule() {
        for (OverAreas rule : List.of(OverAreas.SUM, OverAreas.MAX, OverAreas.NONE, OverAreas.RESTART)) {
            in(() -> add(Measures.summed(rule.name(), "người", new Summation(Summation.InTime.LAST, rule, null))));
        }
        in(() -> add(Measures.summed(
                "DENSITY",
                "người",
                new Summation(Summation.InTime.LAST, OverAreas.RATIO, new Summation.Parts("SUM", "MAX")))));
        UUID one = commune("Xã Một", "1");
        UUID two = commune("Xã Hai", "2");
        UUID three = becomes(SuccessionKind.MERGED, LocalDate.of(2024, 7, 1), "Xã Ba", one, two);
        UUID four = becomes(SuccessionKind.RENAMED, LocalDate.of(2025, 7, 1), "Xã Bốn", three);
        for (String code : List.of("SUM", "MAX", "NONE", "RESTART")) {
            in(() -> Story.figure(code, "người", one, "2023", "90"));
        }
        assertThat(before("SUM", four).total()).as("one is missing").isEmpty();
        for (String code : List.of("SUM", "MAX", "NONE", "RESTART")) {
            in(() -> Story.figure(code, "người", two, "2023", code.equals("MAX") ? "30" : "10"));
        }
        assertThat(before("SUM", four).total()).contains(Amount.of(100));
        assertThat(before("SUM", four).parts())
                .extracting(FigureView.Part::area)
                .containsExactlyInAnyOrder(one, two);
        assertThat(before("MAX", three).total()).contains(Amount.of(90));
        assertThat(before("DENSITY", three).total()).as("of sums").contains(Amount.parse("0.833333"));
        assertThat(before("NONE", three))
                .matches(FigureView.Before::comparable)
                .satisfies(said -> assertThat(said.total()).isEmpty());
        assertThat(before("RESTART", three))
                .matches(said -> !said.comparable())
                .satisfies(said -> assertThat(said.total()).isEmpty());
        in(() -> Story.figure("NONE", "người", three, "2025-Q1", "7"));
        assertThat(in(() -> House.get(FigureView.class)
                                .figure(new FigureView.Query(
                                        "NONE",
                                        four,
                                        Period.parse("2025-Q1"),
                                        Calendar.CIVIL,
                                        LocalDate.of(2026, 1, 1))))
                        .before()
                        .orElseThrow()
                        .total())
                .as("another name is no other thing")
                .contains(Amount.of(7));
        assertThat(in(() -> House.get(FigureView.class).figure(query("SUM", one)))
                        .before())
                .isEmpty();
    }

    @Test
    void aPartOfASplitAreaHasNothingOfWhatTheWholeHad() {
        in(() -> add(Measures.summed("PUPILS", "người", new Summation(Summation.InTime.LAST, OverAreas.SUM, null))));
        UUID one = commune("Xã Một", "1");
        in(() -> Story.figure("PUPILS", "người", one, "2023", "90"));
        UUID half = in(() -> House.get(RecordSuccession.class)
                        .record(new RecordSuccession.Command(
                                SuccessionKind.SPLIT,
                                LocalDate.of(2024, 7, 1),
                                "Nghị quyết 1",
                                List.of(one),
                                List.of(),
                                List.of(
                                        new RecordSuccession.Added("Xã Hai", AreaLevel.COMMUNE, "2", null),
                                        new RecordSuccession.Added("Xã Ba", AreaLevel.COMMUNE, "3", null)))))
                .successors()
                .getFirst()
                .area();
        assertThat(before("PUPILS", half).parts()).isEmpty();
        assertThat(before("PUPILS", half).total()).isEmpty();
    }

    private UUID becomes(SuccessionKind kind, LocalDate on, String name, UUID... predecessors) {
        return in(() -> House.get(RecordSuccession.class)
                        .record(new RecordSuccession.Command(
                                kind,
                                on,
                                "Nghị quyết 1",
                                List.of(predecessors),
                                List.of(),
                                List.of(new RecordSuccession.Added(name, AreaLevel.COMMUNE, "1", null)))))
                .successors()
                .getFirst()
                .area();
    }

    private FigureView.Before before(String indicator, UUID area) {
        return in(() -> House.get(FigureView.class).figure(query(indicator, area)))
                .before()
                .orElseThrow();
    }

    private FigureView.Figure figure(String indicator) {
        return in(() -> House.get(FigureView.class).figure(query(indicator, null)));
    }

    private Explanation assessed(Plan plan) {
        return in(() -> House.get(AssessPlan.class).assess(plan.id(), END_OF_2023, Aims.CURRENT))
                .targets()
                .getFirst();
    }

    private FigureView.Together together(String indicator) {
        return in(() -> House.get(FigureView.class).together(query(indicator, null)));
    }

    private static FigureView.Query query(String indicator, @Nullable UUID area) {
        return new FigureView.Query(indicator, area, Period.ofYear(2023), Calendar.CIVIL, END_OF_2023);
    }

    private UUID commune(String name, String code) {
        return in(() -> Story.area(name, AreaLevel.COMMUNE, code)).id();
    }

    private static Indicator add(Indicator indicator) {
        return House.get(AddIndicator.class).add(indicator);
    }

    private <T> T in(Supplier<T> work) {
        return House.in(province, work);
    }
}
