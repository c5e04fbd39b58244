package vn.cotmoc.core.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.cotmoc.core.house.Story.END_OF_2023;

import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.cotmoc.core.house.House;
import vn.cotmoc.core.house.Measures;
import vn.cotmoc.core.house.Story;
import vn.cotmoc.core.indicators.AddIndicator;
import vn.cotmoc.core.indicators.MeasureKind;
import vn.cotmoc.core.indicators.Summation;
import vn.cotmoc.core.measure.Amount;
import vn.cotmoc.core.observations.FiguresOf;
import vn.cotmoc.core.observations.Observation;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.plans.Plan;
import vn.cotmoc.core.rollups.RollUps;
import vn.cotmoc.core.targets.Aim;
import vn.cotmoc.core.targets.Authority;
import vn.cotmoc.core.targets.Basis;
import vn.cotmoc.core.targets.Comparator;
import vn.cotmoc.core.targets.SetTarget;
import vn.cotmoc.core.targets.Strictness;
import vn.cotmoc.core.tenancy.TenantId;
import vn.cotmoc.core.thresholds.CutPoints;
import vn.cotmoc.core.thresholds.Scope;
import vn.cotmoc.core.thresholds.SetThreshold;
import vn.cotmoc.core.thresholds.Threshold;
import vn.cotmoc.core.thresholds.ThresholdView;

/** A run that goes on from another and keeps only what is otherwise says to the letter what scoring everything says. */
class IncrementalIT {

    private static final List<String> REPORTED = List.of("AAA", "BBB", "CCC", "DDD");

    /** A figure of one of the reported indicators. */
    record Told(String indicator, String period, int amount) {}

    /** Cut points for one indicator, or the province's own. */
    record Cut(@Nullable String indicator, String exceededFrom, String onTrackFrom, String tolerance, int staleFrom) {}

    /** What changes before the plan is scored again. */
    record Wave(List<Told> figures, Optional<Cut> cut) {}

    @Property(tries = 15, shrinking = ShrinkingMode.OFF)
    void someScoredAgainAreAllScored(@ForAll("waves") List<Wave> waves) {
        TenantId province = House.province();
        UUID plan = House.in(province, () -> planOf().id());
        UUID last = keep(province, plan, null);
        Map<UUID, Map<UUID, String>> said = new HashMap<>();
        for (Wave wave : waves) {
            said.put(last, records(province, last));
            Set<FiguresOf> changed = House.in(province, () -> happens(wave));
            last = keep(province, plan, new ScorePlan.Since(last, changed));
            gather(province, last);
            Assessment all = assess(province, plan);
            assertThat(records(province, last)).isEqualTo(letters(all));
            Assessment some = require(province, last).assessment();
            assertThat(some).isEqualTo(all);
            assertThat(counts(province, plan, last)).isEqualTo(all.counts());
            assertThat(RollUps.of(some)).isEqualTo(RollUps.of(all));
        }
        said.forEach((run, records) -> assertThat(records(province, run))
                .as("a run that others went on from")
                .isEqualTo(records));
    }

    @Provide
    Arbitrary<List<Wave>> waves() {
        Arbitrary<Told> told = Combinators.combine(
                        Arbitraries.of("AAA", "BBB", "CCC", "DDD", "RATIO"),
                        Arbitraries.of("2014", "2019", "2020", "2021", "2022", "2023", "2023-Q1", "2023-06"),
                        Arbitraries.integers().between(0, 200))
                .as(Told::new);
        Arbitrary<Cut> cut = Combinators.combine(
                        Arbitraries.of("AAA", "DDD", "SHARE").injectNull(0.5),
                        Arbitraries.of("1", "1.05", "1.2", "2"),
                        Arbitraries.of("0.95", "1", "1.5"),
                        Arbitraries.of("0.05", "0.05", "0.3"),
                        Arbitraries.of(1, 2, 9))
                .as(Cut::new);
        return Combinators.combine(told.list().ofMaxSize(3), cut.optional(0.6))
                .as(Wave::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
    }

    /** What nobody has to ask figures for is drawn from the record that is there, and only where it is otherwise. */
    @Test
    void otherCutPointsAreKeptWithoutRecords() {
        TenantId province = House.province();
        UUID plan = House.in(province, () -> planOf().id());
        House.in(province, () -> Story.figure("AAA", "u", "2023", "104"));
        House.in(province, () -> Story.figure("BBB", "u", "2023", "70"));
        UUID whole = keep(province, plan, null);
        House.in(province, () -> cut(new Cut(null, "1.03", "1", "0.05", 2)));
        UUID step = keep(province, plan, new ScorePlan.Since(whole, Set.of()));
        assertThat(House.asSuperuser("""
                select i.indicator_code || ' ' || f.rating || ' ' || (f.record is null) || ' ' || (f.record_in = '%s')
                from finding f join target i on i.tenant_id = f.tenant_id and i.target_id = f.target_id
                where f.scorecard_id = '%s' order by 1""".formatted(whole, step))).containsExactly("AAA met true true");
        Explanation drawn = require(province, step).assessment().targets().getFirst();
        assertThat(drawn.facts().endBand()).isEqualTo("exceeded");
        assertThat(drawn.threshold().exceededFrom()).isEqualTo("1.03");
        assertThat(drawn.threshold().scope()).isEqualTo("province");
        assertThat(drawn.threshold().version()).isEqualTo(1);
    }

    /** Two edits of all targets are more findings than targets. */
    @Test
    void aLongChainIsGatheredAndSaysTheSame() {
        TenantId province = House.province();
        UUID plan = House.in(province, () -> planOf().id());
        REPORTED.forEach(code -> House.in(province, () -> Story.figure(code, "u", "2023", "104")));
        UUID whole = keep(province, plan, null);
        List<UUID> runs = new ArrayList<>(List.of(whole));
        for (String exceeded : List.of("1", "3", "1", "3")) {
            House.in(province, () -> cut(new Cut(null, exceeded, "1", "0.05", 2)));
            runs.add(keep(province, plan, new ScorePlan.Since(runs.getLast(), Set.of())));
        }
        Map<UUID, Map<UUID, String>> before = new HashMap<>();
        runs.forEach(run -> before.put(run, records(province, run)));
        UUID last = runs.getLast();
        gather(province, whole);
        gather(province, last);
        gather(province, last);
        assertThat(House.asSuperuser("""
                select count(*) || ' ' || min(s.since_step) || ' ' || min(s.step) from scorecard s
                join finding f on f.tenant_id = s.tenant_id and f.scorecard_id = s.scorecard_id
                where s.scorecard_id = '%s'""".formatted(last))).containsExactly("7 4 4");
        runs.forEach(run -> assertThat(records(province, run)).isEqualTo(before.get(run)));
        House.in(province, () -> cut(new Cut(null, "1", "1", "0.05", 2)));
        UUID next = keep(province, plan, new ScorePlan.Since(last, Set.of()));
        assertThat(records(province, next)).isEqualTo(letters(assess(province, plan)));
    }

    @Test
    void whatChangesNothingIsNoRun() {
        TenantId province = House.province();
        UUID plan = House.in(province, () -> planOf().id());
        Observation figure = House.in(province, () -> Story.figure("AAA", "u", "2023", "104"));
        UUID whole = keep(province, plan, null);
        Set<FiguresOf> same = Set.of(new FiguresOf("AAA", figure.area()));
        assertThat(keep(province, plan, new ScorePlan.Since(whole, same))).isEqualTo(whole);
    }

    /** @return what the figures are of */
    private static Set<FiguresOf> happens(Wave wave) {
        Set<FiguresOf> changed = new HashSet<>();
        for (Told told : wave.figures()) {
            Observation figure = Story.figure(told.indicator(), "u", told.period(), Integer.toString(told.amount()));
            changed.add(new FiguresOf(figure.indicator(), figure.area()));
        }
        wave.cut().ifPresent(IncrementalIT::cut);
        return changed;
    }

    private static Threshold cut(Cut cut) {
        CutPoints own = CutPoints.OWN_DESIGN;
        int newest = House.get(ThresholdView.class)
                .all()
                .newest(Scope.own(cut.indicator(), null))
                .map(Threshold::version)
                .orElse(0);
        return House.get(SetThreshold.class)
                .set(new SetThreshold.Command(
                        Scope.own(cut.indicator(), null),
                        newest,
                        new CutPoints(
                                new BigDecimal(cut.exceededFrom()),
                                own.nearlyFrom(),
                                new BigDecimal(cut.onTrackFrom()),
                                own.behindFrom(),
                                new BigDecimal(cut.tolerance()),
                                own.likelyFrom(),
                                own.openFrom(),
                                cut.staleFrom()),
                        false,
                        LocalDate.of(2023, 1, 1),
                        "thử"));
    }

    /** Two targets are of indicators that are calculated from others, one of them unless it is reported, and two authorities ask "about" the same. */
    private static Plan planOf() {
        REPORTED.forEach(code -> House.get(AddIndicator.class)
                .add(Measures.summed(
                        code, "u", Summation.of(code.equals("BBB") ? MeasureKind.FLOW : MeasureKind.LEVEL))));
        House.get(AddIndicator.class).add(Measures.calculated("SHARE", "AAA / BBB * 100"));
        House.get(AddIndicator.class)
                .add(Measures.summed(
                        "RATIO",
                        "u",
                        new Summation(
                                Summation.InTime.LAST, Summation.OverAreas.RATIO, new Summation.Parts("CCC", "DDD"))));
        Plan plan = Story.plan("2023");
        Story.target(plan, "AAA", "u", "100");
        Story.target(plan, "BBB", "u", "80");
        Story.target(plan, "CCC", "u", "50");
        Story.target(plan, "SHARE", "%", "60");
        Story.target(plan, "RATIO", "u", "1");
        about(plan, Authority.COUNCIL, "90");
        about(plan, Authority.PARTY, "110");
        return plan;
    }

    private static void about(Plan plan, Authority authority, String amount) {
        House.get(SetTarget.class)
                .set(new SetTarget.Command(
                        plan.id(),
                        "DDD",
                        null,
                        "",
                        authority,
                        Period.parse("2023"),
                        Basis.PERIOD,
                        null,
                        null,
                        List.of(),
                        Strictness.BINDING,
                        null,
                        null,
                        new Aim(Comparator.ABOUT, Amount.parse(amount), null, null, null),
                        "u",
                        "khoảng " + amount,
                        "Nghị quyết 1",
                        null,
                        null,
                        Story.COPIED));
    }

    private static UUID keep(TenantId province, UUID plan, ScorePlan.@Nullable Since since) {
        return House.in(province, () -> House.get(ScorePlan.class).keep(plan, END_OF_2023, "figures", since))
                .scorecard();
    }

    private static void gather(TenantId province, UUID run) {
        House.in(province, () -> {
            House.get(GatherRun.class).gather(run);
            return run;
        });
    }

    private static Assessment assess(TenantId province, UUID plan) {
        return House.in(province, () -> House.get(AssessPlan.class).assess(plan, END_OF_2023, Aims.CURRENT));
    }

    private static Scorecard require(TenantId province, UUID run) {
        return House.in(province, () -> House.get(ScorecardView.class).require(run));
    }

    private static Map<UUID, String> records(TenantId province, UUID run) {
        return House.in(province, () -> House.get(ScorecardView.class).records(run));
    }

    private static Map<Rating, Integer> counts(TenantId province, UUID plan, UUID run) {
        return House.in(province, () -> House.get(ScorecardView.class).list(plan, null, 200)).stream()
                .filter(line -> line.id().equals(run))
                .findFirst()
                .orElseThrow()
                .counts();
    }

    private static Map<UUID, String> letters(Assessment assessment) {
        Map<UUID, String> letters = new HashMap<>();
        assessment.targets().forEach(record -> letters.put(record.id(), write(record)));
        return letters;
    }

    private static String write(Explanation record) {
        try {
            return House.get(ObjectMapper.class).writeValueAsString(record);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
