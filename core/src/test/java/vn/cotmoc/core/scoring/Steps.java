package vn.cotmoc.core.scoring;

import static vn.cotmoc.core.house.Story.END_OF_2023;

import java.util.Set;
import java.util.UUID;
import vn.cotmoc.core.house.House;
import vn.cotmoc.core.house.Story;
import vn.cotmoc.core.observations.FiguresOf;
import vn.cotmoc.core.observations.Observation;
import vn.cotmoc.core.thresholds.Scope;
import vn.cotmoc.core.thresholds.SetThreshold;
import vn.cotmoc.core.thresholds.Threshold;
import vn.cotmoc.core.thresholds.ThresholdView;

/** Runs that go on from one another, made here and now: for tests of other packages. */
public final class Steps {

    private Steps() {}

    /** A whole run of a plan, and a step for a figure and a threshold. @param figure of one of its targets, in per cent */
    public static void everything(UUID plan, Observation figure) {
        ScorePlan scorePlan = House.get(ScorePlan.class);
        UUID whole = scorePlan.keep(plan, END_OF_2023, "plans", null).scorecard();
        Story.figure(figure.indicator(), "%", figure.period().toString(), "4.4");
        int version = House.get(ThresholdView.class)
                .all()
                .newest(Scope.PROVINCE)
                .map(Threshold::version)
                .orElse(0);
        House.get(SetThreshold.class).set(Story.threshold(null, version, "1.3"));
        Set<FiguresOf> changed = Set.of(new FiguresOf(figure.indicator(), figure.area()));
        UUID step = scorePlan
                .keep(plan, END_OF_2023, "figures", new ScorePlan.Since(whole, changed))
                .scorecard();
        ScorecardView scorecards = House.get(ScorecardView.class);
        scorecards.newest(plan, null, 5);
        scorecards.otherwise(whole, step);
        scorecards.records(step);
        House.get(GatherRun.class).gather(longChain(step, plan, figure));
    }

    /** Goes on until more findings are kept than there are targets. */
    private static UUID longChain(UUID step, UUID plan, Observation figure) {
        int targets = House.get(ScorecardView.class)
                .require(step)
                .assessment()
                .targets()
                .size();
        UUID last = step;
        for (int i = 1; i <= targets; i++) {
            Story.figure(figure.indicator(), "%", figure.period().toString(), "4.4" + i);
            Set<FiguresOf> changed = Set.of(new FiguresOf(figure.indicator(), figure.area()));
            last = House.get(ScorePlan.class)
                    .keep(plan, END_OF_2023, "figures", new ScorePlan.Since(last, changed))
                    .scorecard();
        }
        return last;
    }
}
