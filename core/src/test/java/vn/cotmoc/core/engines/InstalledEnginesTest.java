package vn.cotmoc.core.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.cotmoc.core.scoring.EngineUnavailable;
import vn.cotmoc.core.scoring.EngineUnavailable.Why;
import vn.cotmoc.core.scoring.Rating;
import vn.cotmoc.core.scoring.RuleSet;
import vn.cotmoc.core.scoring.ScoringEngine;
import vn.cotmoc.core.scoring.TargetFacts;
import vn.cotmoc.core.scoring.Verdict;

class InstalledEnginesTest {

    private static final Duration DEADLINE = Duration.ofSeconds(20);
    private static final List<TargetFacts> TWO = Asked.targets(2);

    private static final String GOOD = """
            Verdict verdict(TargetFacts target) {
                return new Verdict(target.target(), Rating.MET, List.of(), List.of("met"));
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void anEngineInAJarIsFoundByItsNameAndItsVersionTellsTheJar() throws IOException {
        PluginJar.engine(folder, "foreign", GOOD);
        InstalledEngines engines = installed();

        assertThat(engines.fault()).isEmpty();
        ScoringEngine engine = engines.of(Asked.ruleSet("foreign"));
        assertThat(engine.identity().name()).isEqualTo("foreign");
        assertThat(engine.identity().version()).matches("1\\+[0-9a-f]{12}");
        assertThat(engine.score(Asked.ruleSet("foreign"), TWO))
                .extracting(Verdict::rating)
                .containsExactly(Rating.MET, Rating.MET);
        assertThat(engines.of(Asked.ruleSet("house")).score(Asked.ruleSet("house"), TWO))
                .extracting(Verdict::rating)
                .containsOnly(Rating.MISSED);
    }

    @Test
    void aPluginSeesJavaTheSeamAndItselfAndNothingOfTheHouse() throws IOException {
        PluginJar.engine(folder, "curious", """
                Verdict verdict(TargetFacts target) {
                    boolean house = sees("vn.cotmoc.core.scoring.AssessPlan") || sees("org.jooq.DSLContext") || sees("org.slf4j.Logger");
                    boolean own = sees("plugin.Engine") && sees("java.net.http.HttpClient")
                            && Thread.currentThread().getContextClassLoader() == getClass().getClassLoader();
                    return new Verdict(target.target(), !house && own ? Rating.MET : Rating.MISSED, List.of(), List.of("met"));
                }
                static boolean sees(String name) {
                    try {
                        return Class.forName(name) != null;
                    } catch (ClassNotFoundException absent) {
                        return false;
                    }
                }
                """);

        assertThat(installed().of(Asked.ruleSet("curious")).score(Asked.ruleSet("curious"), TWO))
                .extracting(Verdict::rating)
                .containsOnly(Rating.MET);
    }

    @Test
    void whatTheSeamSpeaksOfIsAllSeen() {
        Set<Class<?>> spokenOf = new HashSet<>();
        for (Method method : ScoringEngine.class.getMethods()) {
            spokenOf(method.getGenericReturnType(), spokenOf);
            Stream.of(method.getGenericParameterTypes()).forEach(type -> spokenOf(type, spokenOf));
            Stream.of(method.getExceptionTypes()).forEach(type -> spokenOf(type, spokenOf));
        }

        assertThat(spokenOf).contains(TargetFacts.class, Rating.class).hasSizeGreaterThan(15);
        assertThat(PluginLoader.SEAM.values()).containsAll(spokenOf);
    }

    private static void spokenOf(Type type, Set<Class<?>> found) {
        if (type instanceof ParameterizedType generic) {
            spokenOf(generic.getRawType(), found);
            Stream.of(generic.getActualTypeArguments()).forEach(argument -> spokenOf(argument, found));
        } else if (type instanceof Class<?> named && named.getName().startsWith("vn.cotmoc.") && found.add(named)) {
            RecordComponent[] components = named.isRecord() ? named.getRecordComponents() : new RecordComponent[0];
            Stream.of(components).map(RecordComponent::getGenericType).forEach(part -> spokenOf(part, found));
            Stream.of(named.getInterfaces()).forEach(part -> spokenOf(part, found));
            if (named.isSealed()) {
                Stream.of(named.getPermittedSubclasses()).forEach(part -> spokenOf(part, found));
            }
        }
    }

    @Test
    void anUnknownEngineIsAFailureThatNamesThoseThereAre() throws IOException {
        PluginJar.engine(folder, "foreign", GOOD);
        EngineUnavailable failure =
                catchThrowableOfType(EngineUnavailable.class, () -> installed().of(Asked.ruleSet("oracle")));

        assertThat(failure.why()).isEqualTo(Why.UNKNOWN);
        assertThat(failure.values())
                .containsEntry("engine", "oracle")
                .containsEntry("known", List.of("foreign", "house"));
    }

    @Test
    void aJarCannotTakeTheNameOfAnotherEngine() throws IOException {
        PluginJar.engine(folder, "house", GOOD);
        InstalledEngines engines = installed();

        assertFault(engines, "house.jar brings an engine house, but there is one of that name");
        assertThat(engines.of(Asked.ruleSet("house")).identity().version()).isEqualTo("1");
    }

    @Test
    void aJarThatDoesNotLoadIsNamedAndTheOthersDo() throws IOException {
        Files.writeString(folder.resolve("a-text.jar"), "This is no jar.");
        PluginJar.write(folder.resolve("b-wrong.jar"), "Wrong", "package plugin; public class Wrong {}");
        PluginJar.engine(folder, "c-throwing", GOOD + "public Engine() { throw new IllegalStateException(); }");
        PluginJar.engine(folder, "Not A Name", GOOD);
        PluginJar.engine(folder, "good", GOOD);
        InstalledEngines engines = installed();

        assertFault(
                engines,
                "a-text.jar does not load: It is no whole jar. Remove it or repair it.",
                "b-wrong.jar does not load: ",
                "c-throwing.jar does not load: ",
                "Not A Name.jar does not load: It calls an engine \"Not A Name\" \"1\"");
        assertThat(engines.of(Asked.ruleSet("good")).score(Asked.ruleSet("good"), TWO))
                .hasSize(2);
    }

    @Test
    void aJarThatHangsWhileItLoadsDoesNotHoldTheHouse() throws IOException {
        PluginJar.engine(
                folder,
                "sleepy",
                GOOD
                        + "public Engine() { try { Thread.sleep(60_000); } catch (InterruptedException ended) { throw new RuntimeException(ended); } }");

        assertFault(
                installed(folder.toString(), Duration.ofMillis(500)),
                "sleepy.jar does not load: The list of engines, of the plugin sleepy.jar, gave no answer within 0.5 s.");
    }

    @Test
    void settingsThatCannotBeMeantAreFaults() {
        assertFault(installed(folder.resolve("absent").toString(), DEADLINE), "absent is no folder that can be read");
        assertFault(installed("", Duration.ZERO), "A deadline of PT0S (cotmoc.plugin.deadline) is out of range");
        assertThat(installed("", DEADLINE).fault()).isEmpty();
    }

    @Test
    void aPluginThatBreaksLaterIsAWarningAndTheHouseGoesOn() throws IOException {
        PluginJar.engine(
                folder, "brittle", "Verdict verdict(TargetFacts target) { throw new IllegalStateException(); }");
        InstalledEngines engines = installed();
        assertThat(engines.warning()).isEmpty();

        EngineUnavailable failure = catchThrowableOfType(
                EngineUnavailable.class,
                () -> engines.of(Asked.ruleSet("brittle")).score(Asked.ruleSet("brittle"), TWO));

        assertThat(failure.why()).isEqualTo(Why.THREW);
        assertThat(engines.fault()).isEmpty();
        assertThat(engines.warning())
                .hasValueSatisfying(warning -> assertThat(warning)
                        .startsWith(
                                "brittle, of the plugin brittle.jar, threw java.lang.IllegalStateException; since "));
        assertThat(engines.of(Asked.ruleSet("house")).score(Asked.ruleSet("house"), TWO))
                .hasSize(2);
    }

    private InstalledEngines installed() {
        return installed(folder.toString(), DEADLINE);
    }

    private static InstalledEngines installed(String folder, Duration deadline) {
        return new InstalledEngines(List.of(new OfTheHouse()), folder, deadline);
    }

    private static void assertFault(InstalledEngines engines, String... named) {
        assertThat(engines.fault())
                .hasValueSatisfying(fault -> assertThat(fault).contains(Arrays.asList(named)));
    }

    private record OfTheHouse() implements ScoringEngine {

        @Override
        public Identity identity() {
            return new Identity("house", "1");
        }

        @Override
        public List<Verdict> score(RuleSet ruleSet, List<TargetFacts> facts) {
            return facts.stream().map(Asked::missed).toList();
        }
    }
}
