package vn.cotmoc.core.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.cotmoc.core.house.Story.END_OF_2023;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import vn.cotmoc.core.house.House;
import vn.cotmoc.core.house.Measures;
import vn.cotmoc.core.house.Story;
import vn.cotmoc.core.indicators.AddIndicator;
import vn.cotmoc.core.indicators.MeasureKind;
import vn.cotmoc.core.indicators.Summation;
import vn.cotmoc.core.plans.Plan;
import vn.cotmoc.core.rollups.RollUps;
import vn.cotmoc.core.tenancy.TenantId;

/** What is computed of a few targets, and taken over of the others, is to the letter what is computed of all. */
class IncrementalIT {

    private static final List<String> REPORTED = List.of("AAA", "BBB", "CCC");

    /** A figure of one of the reported indicators. */
    record Told(String indicator, String period, int amount) {}

    /** Figures of one wave, after which the plan is scored again. */
    record Wave(List<Told> figures) {

        Set<String> indicators() {
            Set<String> codes = new HashSet<>();
            figures.forEach(told -> codes.add(told.indicator()));
            return codes;
        }
    }

    @Property(tries = 15, shrinking = ShrinkingMode.OFF)
    void someScoredAgainAreAllScored(@ForAll("waves") List<Wave> waves) {
        TenantId province = House.province();
        UUID plan = House.in(province, () -> planOf().id());
        Assessment last = assess(province, plan);
        for (Wave wave : waves) {
            wave.figures()
                    .forEach(told -> House.in(
                            province,
                            () -> Story.figure(told.indicator(), "u", told.period(), Integer.toString(told.amount()))));
            Assessment before = last;
            Assessment some = House.in(
                    province,
                    () -> House.get(AssessPlan.class)
                            .reassess(House.get(ShippedRules.class).byDefault(), before, wave.indicators()));
            Assessment all = assess(province, plan);
            assertThat(some).isEqualTo(all);
            assertThat(some.counts()).isEqualTo(all.counts());
            assertThat(RollUps.of(some)).isEqualTo(RollUps.of(all));
            last = some;
        }
    }

    @Provide
    Arbitrary<List<Wave>> waves() {
        Arbitrary<Told> told = Combinators.combine(
                        Arbitraries.of(REPORTED),
                        Arbitraries.of("2014", "2019", "2020", "2021", "2022", "2023", "2023-Q1", "2023-06"),
                        Arbitraries.integers().between(0, 200))
                .as(Told::new);
        return told.list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(Wave::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    /** One target is of an indicator that is calculated from two others. */
    private static Plan planOf() {
        REPORTED.forEach(
                code -> House.get(AddIndicator.class).add(Measures.summed(code, "u", Summation.of(MeasureKind.LEVEL))));
        House.get(AddIndicator.class).add(Measures.calculated("SHARE", "AAA / BBB * 100"));
        Plan plan = Story.plan("2023");
        Story.target(plan, "AAA", "u", "100");
        Story.target(plan, "BBB", "u", "80");
        Story.target(plan, "CCC", "u", "50");
        Story.target(plan, "SHARE", "%", "60");
        return plan;
    }

    private static Assessment assess(TenantId province, UUID plan) {
        return House.in(province, () -> House.get(AssessPlan.class).assess(plan, END_OF_2023, Aims.CURRENT));
    }
}
