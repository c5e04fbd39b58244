package vn.cotmoc.core.engines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.cotmoc.core.measure.Coded;
import vn.cotmoc.core.scoring.EndBand;
import vn.cotmoc.core.scoring.Evidence;
import vn.cotmoc.core.scoring.Flag;
import vn.cotmoc.core.scoring.Fulfilment;
import vn.cotmoc.core.scoring.PaceBand;
import vn.cotmoc.core.scoring.Phase;
import vn.cotmoc.core.scoring.Points;
import vn.cotmoc.core.scoring.Rating;
import vn.cotmoc.core.scoring.ReachBand;
import vn.cotmoc.core.scoring.RollUpRule;
import vn.cotmoc.core.scoring.RuleSet;
import vn.cotmoc.core.scoring.ScoringEngine;
import vn.cotmoc.core.scoring.Severity;
import vn.cotmoc.core.scoring.TargetFacts;
import vn.cotmoc.core.scoring.Verdict;
import vn.cotmoc.core.signals.Age;
import vn.cotmoc.core.signals.Agreement;
import vn.cotmoc.core.signals.Change;
import vn.cotmoc.core.signals.ForecastBand;

/**
 * What a plugin sees: Java, the seam's own types, its jar. It brings its libraries in whichever versions it likes, and a
 * change inside the house cannot break it. This is no wall against its author; who installs a plugin trusts it.
 */
final class PluginLoader extends URLClassLoader {

    static final Map<String, Class<?>> SEAM = Stream.of(
                    ScoringEngine.class,
                    ScoringEngine.Identity.class,
                    ScoringEngine.EngineFailure.class,
                    RuleSet.class,
                    RuleSet.Sentence.class,
                    RuleSet.About.class,
                    Points.class,
                    Points.OfRating.class,
                    Points.OfAttainment.class,
                    RollUpRule.class,
                    RollUpRule.Mean.class,
                    RollUpRule.Worst.class,
                    RollUpRule.All.class,
                    RollUpRule.Grades.class,
                    RollUpRule.Grade.class,
                    TargetFacts.class,
                    Verdict.class,
                    Rating.class,
                    Flag.class,
                    Severity.class,
                    Phase.class,
                    Evidence.class,
                    Fulfilment.class,
                    EndBand.class,
                    PaceBand.class,
                    ReachBand.class,
                    ForecastBand.class,
                    Age.class,
                    Change.class,
                    Agreement.class,
                    Coded.class)
            .collect(Collectors.toUnmodifiableMap(Class::getName, Function.identity()));

    private PluginLoader(URL jar) {
        super(new URL[] {jar}, getPlatformClassLoader());
    }

    static PluginLoader of(Path jar) {
        try {
            return new PluginLoader(jar.toUri().toURL());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The seam's types are the house's own even where a jar brings copies of them. */
    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        Class<?> seam = SEAM.get(name);
        return seam == null ? super.findClass(name) : seam;
    }

    /** All that the jar names under {@code META-INF/services}; runs its code. */
    List<ScoringEngine> engines() {
        List<ScoringEngine> engines = new ArrayList<>();
        ServiceLoader.load(ScoringEngine.class, this).forEach(engines::add);
        return engines;
    }
}
