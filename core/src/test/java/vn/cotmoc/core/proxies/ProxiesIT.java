package vn.cotmoc.core.proxies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.cotmoc.core.house.House;
import vn.cotmoc.core.house.Measures;
import vn.cotmoc.core.house.Story;
import vn.cotmoc.core.indicators.AddIndicator;
import vn.cotmoc.core.indicators.Cadence;
import vn.cotmoc.core.indicators.CorrectIndicator;
import vn.cotmoc.core.indicators.Indicator;
import vn.cotmoc.core.indicators.IndicatorView;
import vn.cotmoc.core.measure.Amount;
import vn.cotmoc.core.observations.Observation;
import vn.cotmoc.core.observations.ObservationStatus;
import vn.cotmoc.core.observations.RecordObservation;
import vn.cotmoc.core.periods.Calendar;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.plans.Plan;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.scoring.Aims;
import vn.cotmoc.core.scoring.AssessPlan;
import vn.cotmoc.core.scoring.Explanation;
import vn.cotmoc.core.tenancy.TenantId;

/** The year's growth is awaited; the index of industrial production comes by month. */
class ProxiesIT {

    private static final String INDUSTRY = "INDUSTRIAL_PRODUCTION_INDEX";
    private static final LocalDate OCTOBER = LocalDate.of(2023, 10, 31);

    private TenantId province;
    private Plan plan;
    private UUID growth;

    @BeforeEach
    void aTarget() {
        province = House.province();
        plan = in(() -> Story.plan("2023"));
        growth = in(() -> Story.target(plan, "GRDP_GROWTH", "%", "10").id());
    }

    @Test
    void itsFiguresOfTheTargetsPeriodThatWereKnownOnTheDayStandNewestFirst() {
        link(INDUSTRY);
        in(() -> Story.figure(INDUSTRY, "%", "2022-12", "101"));
        in(() -> Story.figure(INDUSTRY, "%", "2023-08", "104"));
        in(() -> Story.figure(INDUSTRY, "%", "2023-09", "105.5"));
        in(() -> Story.figure(INDUSTRY, "%", "2023-01/2023-09", "103"));
        in(() -> Story.figure(INDUSTRY, "%", "2023-11", "107"));
        in(() -> House.get(RecordObservation.class).record(figure("2023-08", Calendar.CIVIL, "các huyện nghèo", "99")));
        Proxy proxy = proxy(OCTOBER).orElseThrow();
        assertThat(proxy.indicator().code()).isEqualTo(INDUSTRY);
        assertThat(proxy.figures())
                .extracting(figure -> figure.period() + " " + figure.amount())
                .containsExactly("2023-01/2023-09 103", "2023-09 105.5", "2023-08 104");
        assertThat(proxy(LocalDate.of(2023, 12, 31)).orElseThrow().figures()).hasSize(4);
    }

    @Test
    void ofEachMonthsWhatIsBelievedAndOfAllAYearOfMonthsAtMost() {
        link(INDUSTRY);
        for (int month = 1; month <= 12; month++) {
            String period = "2023-%02d".formatted(month);
            in(() -> Story.figure(INDUSTRY, "%", period, "104"));
        }
        in(() -> Story.figure(INDUSTRY, "%", "2023-Q1", "104"));
        in(() -> House.get(RecordObservation.class)
                .record(new RecordObservation.Command(
                        INDUSTRY,
                        null,
                        "",
                        Period.parse("2023-12"),
                        ObservationStatus.REVISED,
                        Amount.parse("106"),
                        "%",
                        LocalDate.of(2024, 2, 1),
                        "Báo cáo",
                        null)));
        List<Observation> figures =
                proxy(LocalDate.of(2024, 3, 1)).orElseThrow().figures();
        assertThat(figures).hasSize(12);
        assertThat(figures.getFirst().amount()).hasToString("106");
        assertThat(proxy(LocalDate.of(2024, 1, 1))
                        .orElseThrow()
                        .figures()
                        .getFirst()
                        .amount())
                .hasToString("104");
    }

    @Test
    void theLegalCalendarSpeaksWhereTheCivilOneSaysNothing() {
        link(INDUSTRY);
        in(() -> House.get(RecordObservation.class).record(figure("2023-08", Calendar.LEGAL, "", "99")));
        assertThat(proxy(OCTOBER).orElseThrow().figures())
                .extracting(Observation::calendar)
                .containsExactly(Calendar.LEGAL);
        in(() -> Story.figure(INDUSTRY, "%", "2023-09", "105.5"));
        assertThat(proxy(OCTOBER).orElseThrow().figures())
                .extracting(Observation::calendar)
                .containsExactly(Calendar.CIVIL);
    }

    @Test
    void aCalculatedProxyIsCalculated() {
        in(() -> House.get(AddIndicator.class)
                .add(Measures.linked(
                        Measures.calculated("INDUSTRY_GROWTH", INDUSTRY + " - 100"), Cadence.MONTH, null)));
        link("INDUSTRY_GROWTH");
        in(() -> Story.figure(INDUSTRY, "%", "2023-09", "105.5"));
        assertThat(proxy(OCTOBER).orElseThrow().figures())
                .extracting(figure -> figure.amount().text() + " " + figure.source())
                .containsExactly("5.5 = %s - 100".formatted(INDUSTRY));
    }

    /** What is shown beside a target is no figure of it. */
    @Test
    void noScoreDependsOnIt() {
        in(() -> Story.figure("GRDP_GROWTH", "%", "2022", "7"));
        Explanation before = assessed();
        assertThat(before.rating()).isEqualTo("insufficient-data");
        link(INDUSTRY);
        in(() -> Story.figure(INDUSTRY, "%", "2023-09", "150"));
        assertThat(assessed()).isEqualTo(before);
    }

    @Test
    void withoutALinkThereIsNoneAndAnotherProvinceKnowsNoSuchTarget() {
        assertThat(proxy(OCTOBER)).isEmpty();
        link(INDUSTRY);
        TenantId other = House.province();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(
                        () -> House.in(other, () -> House.get(ProxyView.class).of(growth, OCTOBER)))
                .withMessageStartingWith("unknown-target");
    }

    private static RecordObservation.Command figure(String period, Calendar calendar, String subgroup, String amount) {
        return new RecordObservation.Command(
                INDUSTRY,
                null,
                subgroup,
                Period.parse(period),
                calendar,
                ObservationStatus.OFFICIAL,
                Amount.parse(amount),
                "%",
                null,
                "Báo cáo",
                null);
    }

    private void link(String proxy) {
        in(() -> {
            Indicator indicator = House.get(IndicatorView.class).require("GRDP_GROWTH");
            return House.get(CorrectIndicator.class).correct(Measures.linked(indicator, indicator.cadence(), proxy));
        });
    }

    private Optional<Proxy> proxy(LocalDate day) {
        return in(() -> House.get(ProxyView.class).of(growth, day));
    }

    private Explanation assessed() {
        return in(() -> House.get(AssessPlan.class)
                .assess(plan.id(), OCTOBER, Aims.CURRENT)
                .targets()
                .getFirst());
    }

    private <T> T in(Supplier<T> work) {
        return House.in(province, work);
    }
}
