package vn.cotmoc.deploy.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DemoDataTest {

    private FakeSite fake;
    private DemoData demo;

    @BeforeEach
    void start() throws Exception {
        fake = new FakeSite();
        demo = new DemoData(
                new DemoSite(fake.address(), fake.address(), "cotmoc", new DemoSite.ServiceAccount("p", "secret")));
    }

    @AfterEach
    void stop() {
        fake.close();
    }

    @Test
    void everyRowIsEnteredOnceUnderAKeyOfItsOwn() {
        demo.load((done, total, what) -> {});

        DemoFiles files = DemoFiles.read();
        Simulation simulation = Simulation.generate();
        assertThat(fake.created("/statements")).hasSize(74);
        assertThat(fake.created("/plans")).hasSize(files.plans().size() + 1);
        assertThat(fake.created("/targets"))
                .hasSize(files.targets().size() + simulation.targets().size());
        assertThat(fake.created("/observations"))
                .hasSize(files.observations().size() + simulation.observations().size());
        assertThat(fake.created("/areas")).hasSize(files.areas().size());
        assertThat(fake.created("/units")).hasSize(files.units().size());
        assertThat(fake.created("/assignments")).hasSize(files.unitAssignments().size());
        assertThat(fake.keys()).doesNotHaveDuplicates().allMatch(key -> key.matches("[ -~]{1,200}"));
    }

    @Test
    void everyOfficerIsInAUnitBeforeTheFirstFigure() {
        demo.load((done, total, what) -> {});

        assertThat(fake.members())
                .hasSize(7)
                .anyMatch(path -> path.endsWith("/members/lc.chuyenvien"))
                .anyMatch(path -> path.endsWith("/members/lc.nongnghiep"));
        int units = fake.keys().indexOf("demo/units/mo-phong/TH");
        assertThat(fake.keys().subList(0, units)).noneMatch(key -> key.startsWith("demo/observations/"));
    }

    @Test
    void loadingAgainSendsTheSameRowsUnderTheSameKeys() {
        demo.load((done, total, what) -> {});
        List<String> first = List.copyOf(fake.keys());
        fake.forgetKeys();

        new DemoData(new DemoSite(fake.address(), fake.address(), "cotmoc", new DemoSite.ServiceAccount("p", "secret")))
                .load((done, total, what) -> {});

        assertThat(fake.keys()).containsExactlyElementsOf(first);
    }

    @Test
    void everyReportIsBroughtToItsStatusAndNoFurtherByLoadingAgain() {
        demo.load((done, total, what) -> {});

        assertThat(fake.reports().values())
                .containsExactlyInAnyOrderElementsOf(DemoFiles.read().reports().stream()
                        .map(DemoFiles.Report::status)
                        .toList());
        long before = handovers();

        demo.load((done, total, what) -> {});

        assertThat(handovers()).isEqualTo(before).isEqualTo(fake.reports().size());
    }

    private long handovers() {
        return fake.changes().stream()
                .filter(path -> path.endsWith("/handover"))
                .count();
    }

    @Test
    void progressCountsUpToTheTotal() {
        List<Integer> counted = new ArrayList<>();
        List<Integer> totals = new ArrayList<>();

        demo.load((done, total, what) -> {
            counted.add(done);
            totals.add(total);
        });

        assertThat(counted).isSorted().startsWith(0).endsWith(totals.getLast());
        assertThat(totals).containsOnly(totals.getFirst());
    }

    @Test
    void aRefusalNamesTheRowAndTheAnswer() {
        fake.refuse("L05");

        assertThatThrownBy(() -> demo.load((done, total, what) -> {}))
                .isInstanceOf(DemoFailure.class)
                .hasMessageStartingWith("statements.csv, L05: POST /api/v1/statements was answered 422 ")
                .hasMessageContaining("urn:cotmoc:problem:refused");
    }

    @Test
    void yearsOfRealProvincesArePublishedAfterTheirPlansWereScored() {
        demo.load((done, total, what) -> {});

        List<String> publications = fake.keys().stream()
                .filter(key -> key.startsWith("demo/publications/"))
                .toList();
        assertThat(publications)
                .contains("demo/publications/lao-cai/2022")
                .allMatch(key -> key.matches("demo/publications/(lao-cai|dien-bien|lai-chau)/[0-9]{4}"));
        assertThat(fake.keys()).containsSubsequence("demo/scorecards/lc-2023/2023-10-31", publications.getFirst());
    }
}
