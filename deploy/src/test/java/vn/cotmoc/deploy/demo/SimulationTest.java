package vn.cotmoc.deploy.demo;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.deploy.demo.DemoFiles.Observation;
import vn.cotmoc.deploy.demo.DemoFiles.Target;

class SimulationTest {

    private final Simulation simulation = Simulation.generate();

    @Test
    void isTheSameEveryTime() {
        assertThat(Simulation.generate()).isEqualTo(simulation);
    }

    @Test
    void livesInItsOwnProvinceAndSaysThatItIsSimulated() {
        assertThat(simulation.plan().province()).isEqualTo("mo-phong");
        assertThat(simulation.plan().title()).contains("mô phỏng");
        assertThat(simulation.targets())
                .allMatch(target ->
                        target.province().equals("mo-phong") && target.source().contains("mô phỏng"));
        assertThat(simulation.observations())
                .allMatch(observation -> observation.province().equals("mo-phong")
                        && observation.source().contains("mô phỏng"));
    }

    @Test
    void hasTwentyTargetsOfTheNationalCatalogueAndFiguresForEach() {
        assertThat(simulation.targets())
                .hasSize(20)
                .extracting(Target::indicator)
                .doesNotHaveDuplicates();
        assertThat(simulation.targets()).allSatisfy(target -> {
            assertThat(DemoFilesTest.nationalCatalogue()).containsKey(target.indicator());
            assertThat(simulation.observations())
                    .anyMatch(row -> row.indicator().equals(target.indicator()));
        });
    }

    @Test
    void runsThroughThirtyFourMonths() {
        assertThat(simulation.observations())
                .extracting(row -> Period.parse(row.period()).last())
                .contains(YearMonth.of(2021, 1))
                .allMatch(month -> !month.isAfter(YearMonth.of(2023, 10)));
        assertThat(simulation.observations()).extracting(Observation::key).doesNotHaveDuplicates();
    }

    @Test
    void theYearToDateAddsTheMonthsUp() {
        Map<String, BigDecimal> retail = simulation.observations().stream()
                .filter(row -> row.indicator().equals("RETAIL_SALES"))
                .collect(toMap(Observation::period, Observation::amount));

        assertThat(Stream.of("2022-01", "2022-02", "2022-03")
                        .map(month -> Objects.requireNonNull(retail.get(month)))
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualTo(retail.get("2022-Q1"));
        assertThat(retail).containsKeys("2022", "2023-01/2023-10");
    }
}
