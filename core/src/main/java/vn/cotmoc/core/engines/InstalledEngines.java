package vn.cotmoc.core.engines;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.cotmoc.core.evidence.Sha256;
import vn.cotmoc.core.readiness.ReadinessCheck;
import vn.cotmoc.core.scoring.EngineUnavailable;
import vn.cotmoc.core.scoring.Engines;
import vn.cotmoc.core.scoring.RuleSet;
import vn.cotmoc.core.scoring.ScoringEngine;
import vn.cotmoc.core.scoring.ScoringEngine.EngineFailure;
import vn.cotmoc.core.scoring.ScoringEngine.Identity;

/**
 * The engines of the house, and those of the jars in one folder, read once. A jar that does not load keeps the house from getting
 * ready, while whoever installed it looks on; a plugin that breaks later is a warning, for all that needs no scoring goes on.
 */
@Singleton
final class InstalledEngines implements Engines, ReadinessCheck {

    private static final Logger LOG = LoggerFactory.getLogger(InstalledEngines.class);
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9._-]{1,40}");
    private static final int HASH_SHOWN = 12;
    private static final Duration SHORTEST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final SortedMap<String, ScoringEngine> byName = new TreeMap<>();
    private final List<Plugin> plugins = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    /**
     * @param folder of the jars; none if empty
     * @param deadline in which a plugin answers, whatever it is asked
     */
    InstalledEngines(
            List<ScoringEngine> ofTheHouse,
            @Value("${cotmoc.plugin.path:}") String folder,
            @Value("${cotmoc.plugin.deadline:10s}") Duration deadline) {
        if (deadline.compareTo(SHORTEST) < 0 || deadline.compareTo(LONGEST) > 0) {
            faults.add("A deadline of %s (cotmoc.plugin.deadline) is out of range; name one from %s to %s."
                    .formatted(deadline, SHORTEST, LONGEST));
        }
        ofTheHouse.forEach(engine -> byName.put(engine.identity().name(), new HouseEngine(engine)));
        if (!folder.isBlank()) {
            jars(Path.of(folder)).forEach(jar -> install(jar, deadline));
        }
    }

    private List<Path> jars(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            faults.add("%s is no folder that can be read; name one that holds the plugins' jars, or none."
                    .formatted(folder));
            return List.of();
        }
    }

    private void install(Path jar, Duration deadline) {
        String name = jar.getFileName().toString();
        try {
            requireWhole(jar);
            String hash = Sha256.of(Files.readAllBytes(jar)).substring(0, HASH_SHOWN);
            PluginLoader loader = PluginLoader.of(jar);
            Plugin plugin = new Plugin(name, loader, deadline);
            Map<Identity, ScoringEngine> found = plugin.ask(
                    "The list of engines",
                    () -> loader.engines().stream()
                            .collect(Collectors.toMap(InstalledEngines::identity, Function.identity())));
            if (found.isEmpty()) {
                faults.add("%s names no engine under META-INF/services/%s; remove it or repair it."
                        .formatted(name, ScoringEngine.class.getName()));
            }
            found.forEach((identity, engine) -> add(plugin, engine, identity, hash));
            plugins.add(plugin);
        } catch (IOException | EngineFailure broken) {
            LOG.error("The plugin {} does not load.", jar, broken);
            faults.add("%s does not load: %s Remove it or repair it.".formatted(name, broken.getMessage()));
        }
    }

    /** A class loader takes a jar that is cut off for an empty one. */
    private static void requireWhole(Path jar) throws IOException {
        try {
            new JarFile(jar.toFile()).close();
        } catch (ZipException cutOff) {
            throw new EngineFailure("It is no whole jar.", cutOff);
        }
    }

    private static Identity identity(ScoringEngine engine) {
        Identity claimed = engine.identity();
        if (!NAME.matcher(claimed.name()).matches()
                || !VERSION.matcher(claimed.version()).matches()) {
            throw new EngineFailure(
                    "It calls an engine \"%s\" \"%s\"; a name is lower-case words joined by hyphens, a version letters, digits, dots and hyphens."
                            .formatted(claimed.name(), claimed.version()));
        }
        return claimed;
    }

    /** The version goes on with the jar's hash: two jars may claim the same one. */
    private void add(Plugin plugin, ScoringEngine engine, Identity claimed, String hash) {
        Identity identity = new Identity(claimed.name(), claimed.version() + "+" + hash);
        if (byName.putIfAbsent(identity.name(), new PluginEngine(plugin, engine, identity)) != null) {
            faults.add("%s brings an engine %s, but there is one of that name; remove one of them."
                    .formatted(plugin, identity.name()));
        } else {
            LOG.info("The engine {} {} was installed from {}.", identity.name(), identity.version(), plugin);
        }
    }

    @Override
    public ScoringEngine of(RuleSet ruleSet, String name) {
        ScoringEngine engine = byName.get(name);
        if (engine == null) {
            List<String> known = List.copyOf(byName.keySet());
            throw new EngineUnavailable(
                    EngineUnavailable.Why.UNKNOWN,
                    Map.of("engine", name, "known", known),
                    "Rule set %s %s asks for the engine %s; installed are %s."
                            .formatted(ruleSet.id(), ruleSet.version(), name, known),
                    null);
        }
        return engine;
    }

    @Override
    public String property() {
        return "cotmoc.plugin.path";
    }

    @Override
    public Optional<String> fault() {
        return said(faults.stream());
    }

    @Override
    public Optional<String> warning() {
        return said(plugins.stream().map(Plugin::warning).flatMap(Optional::stream));
    }

    private static Optional<String> said(Stream<String> sentences) {
        return Optional.of(sentences.collect(Collectors.joining(" "))).filter(text -> !text.isEmpty());
    }
}
