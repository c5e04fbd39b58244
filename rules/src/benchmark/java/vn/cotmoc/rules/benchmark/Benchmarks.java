package vn.cotmoc.rules.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import vn.cotmoc.core.scoring.ScoringBenchmark;
import vn.cotmoc.rules.drools.MemoryBenchmark;

/** Runs benchmarks one after the other, each in a JVM of its own; fails if one fails. */
final class Benchmarks {

    private static final SequencedMap<String, Class<?>> ALL = new LinkedHashMap<>();

    static {
        ALL.put("scoring", ScoringBenchmark.class);
        ALL.put("table", TableBenchmark.class);
        ALL.put("growth", GrowthBenchmark.class);
        ALL.put("memory", MemoryBenchmark.class);
    }

    private Benchmarks() {}

    /** @param arguments the names of those wanted, with commas between; {@code all} are all */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> wanted =
                arguments[0].equals("all") ? List.copyOf(ALL.keySet()) : List.of(arguments[0].split(",", -1));
        if (!ALL.keySet().containsAll(wanted)) {
            throw new IllegalArgumentException(
                    "Of the benchmarks %s only %s are known.".formatted(wanted, ALL.keySet()));
        }
        for (var benchmark : ALL.entrySet()) {
            if (wanted.contains(benchmark.getKey())) {
                run(benchmark.getValue());
            }
        }
    }

    private static void run(Class<?> benchmark) throws IOException, InterruptedException {
        Process run = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx2g",
                        "-classpath",
                        System.getProperty("java.class.path"),
                        benchmark.getName())
                .inheritIO()
                .start();
        if (run.waitFor() != 0) {
            System.exit(1);
        }
    }
}
