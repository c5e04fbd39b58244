package vn.cotmoc.core.observations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static vn.cotmoc.core.house.Story.END_OF_2023;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.cotmoc.core.house.House;
import vn.cotmoc.core.house.Story;
import vn.cotmoc.core.measure.Amount;
import vn.cotmoc.core.periods.Calendar;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.plans.Plan;
import vn.cotmoc.core.publications.PublishFigures;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.scoring.Aims;
import vn.cotmoc.core.scoring.AssessPlan;
import vn.cotmoc.core.scoring.Explanation;
import vn.cotmoc.core.tenancy.TenantId;

/** Figures of the civil and of the legal calendar are different series. */
class LegalCalendarIT {

    private static final String REVENUE = "BUDGET_REVENUE";
    private static final Period YEAR = Period.ofYear(2023);

    private TenantId province;

    @BeforeEach
    void aProvince() {
        province = House.province(true);
    }

    @Test
    void aLegalPeriodsLastDayIsThe14th() {
        assertThat(figure(Calendar.LEGAL, "2023-07", "5").knownOn()).isEqualTo("2023-07-14");
        assertThat(figure(Calendar.CIVIL, "2023-07", "5").knownOn()).isEqualTo("2023-07-31");
        assertThat(House.asSuperuser("select calendar || ' ' || period_ends from observation where tenant_id = '%s'"
                        .formatted(province)))
                .containsExactlyInAnyOrder("legal 2023-07-14", "civil 2023-07-31");
    }

    @Test
    void aFirmFigureMayBeKnownFromThe14thOn() {
        LocalDate the14th = LocalDate.of(2023, 7, 14);
        assertThat(figure(Calendar.LEGAL, "2023-07", "5", the14th).knownOn()).isEqualTo(the14th);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> figure(Calendar.LEGAL, "2023-07", "5", the14th.minusDays(1)))
                .withMessageStartingWith("known-too-early");
    }

    @Test
    void theTwoAreNeitherDerivedNorCheckedFromEachOther() {
        figure(Calendar.CIVIL, "2023-Q1", "40");
        Observation legal = figure(Calendar.LEGAL, "2023-H1", "10");
        assertThat(Objects.requireNonNull(in(() -> House.get(RemarkView.class).of(List.of(legal.id())))
                                .get(legal.id()))
                        .warnings())
                .isEmpty();
        assertThat(quarter(Calendar.LEGAL).discrete()).isEmpty();
        assertThat(quarter(Calendar.CIVIL).toDate()).isEmpty();
        figure(Calendar.LEGAL, "2023-Q1", "4");
        assertThat(quarter(Calendar.LEGAL).discrete())
                .map(Derivation.Derived::amount)
                .contains(Amount.of(6));
    }

    @Test
    void aTargetIsRatedByCivilFiguresWhereThereAreAnyElseByLegalOnesAndSaysWhich() {
        Plan plan = in(() -> Story.plan("2023"));
        in(() -> Story.target(plan, REVENUE, "tỷ đồng", "100"));
        figure(Calendar.LEGAL, "2023", "90");
        assertThat(actual(plan)).satisfies(legal -> {
            assertThat(legal.amount()).isEqualTo("90");
            assertThat(legal.calendar()).isEqualTo("legal");
        });
        figure(Calendar.CIVIL, "2023-H1", "60");
        assertThat(actual(plan)).satisfies(civil -> {
            assertThat(civil.amount()).as("no legal half is added").isEqualTo("60");
            assertThat(civil.calendar()).isEqualTo("civil");
        });
    }

    @Test
    void theFigureOfAPeriodIsThatOfTheCalendarAskedFor() {
        figure(Calendar.LEGAL, "2023", "90");
        assertThat(asked(Calendar.CIVIL)).isEmpty();
        assertThat(asked(Calendar.LEGAL)).hasValue(Amount.of(90));
    }

    @Test
    void onlyCivilYearsArePublished() {
        figure(Calendar.LEGAL, "2023", "90");
        assertThat(in(() -> House.get(PublishFigures.class).publish(YEAR)).figures())
                .isZero();
    }

    private Optional<Amount> asked(Calendar calendar) {
        return in(() -> House.get(FigureView.class)
                        .figure(new FigureView.Query(REVENUE, null, YEAR, calendar, END_OF_2023)))
                .value()
                .map(Observation::amount);
    }

    private CourseView.Line quarter(Calendar calendar) {
        return in(() -> House.get(CourseView.class)
                        .course(new CourseView.Query(REVENUE, null, "", YEAR, calendar, END_OF_2023)))
                .lines()
                .stream()
                .filter(line -> line.period().equals(Period.parse("2023-Q2")))
                .findFirst()
                .orElseThrow();
    }

    private Explanation.Actual actual(Plan plan) {
        return Objects.requireNonNull(in(() -> House.get(AssessPlan.class).assess(plan.id(), END_OF_2023, Aims.CURRENT))
                .targets()
                .getFirst()
                .actual());
    }

    private Observation figure(Calendar calendar, String period, String amount) {
        return figure(calendar, period, amount, null);
    }

    private Observation figure(Calendar calendar, String period, String amount, @Nullable LocalDate knownOn) {
        return in(() -> House.get(RecordObservation.class)
                .record(new RecordObservation.Command(
                        REVENUE,
                        null,
                        "",
                        Period.parse(period),
                        calendar,
                        ObservationStatus.OFFICIAL,
                        Amount.parse(amount),
                        "tỷ đồng",
                        knownOn,
                        "Báo cáo",
                        null)));
    }

    private <T> T in(Supplier<T> work) {
        return House.in(province, work);
    }
}
