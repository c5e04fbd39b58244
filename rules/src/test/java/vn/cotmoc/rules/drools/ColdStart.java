package vn.cotmoc.rules.drools;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import vn.cotmoc.core.scoring.RuleSet;
import vn.cotmoc.core.scoring.ScoringEngine;
import vn.cotmoc.core.scoring.TargetFacts;
import vn.cotmoc.rules.Targets;
import vn.cotmoc.rules.rulesets.ShippedRuleSets;

/** What a fresh JVM pays for its first score; {@link ColdStartTest} runs it and leaves {@code target/cold-start.txt}. */
final class ColdStart {

    private ColdStart() {}

    public static void main(String[] arguments) throws IOException {
        rss();
        long start = System.nanoTime();
        RuleSet national = new ShippedRuleSets().byDefault();
        ScoringEngine engine = Engines.drools();
        List<TargetFacts> facts = Targets.every(new Random(1));
        say("rule set read", start);
        start = System.nanoTime();
        engine.score(national, facts.subList(0, 1));
        say("first score", start);
        start = System.nanoTime();
        engine.score(national, facts.subList(0, 1));
        say("second score", start);
        rss();
        for (int round = 0; round < 500; round++) {
            start = System.nanoTime();
            engine.score(national, facts);
        }
        IO.println("a target of 720, warm: %d ns".formatted((System.nanoTime() - start) / facts.size()));
        rss();
    }

    private static void say(String what, long since) {
        IO.println("%s: %.1f ms".formatted(what, (System.nanoTime() - since) / 1e6));
    }

    private static void rss() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (Files.exists(status)) {
            try (var lines = Files.lines(status)) {
                lines.filter(line -> line.startsWith("VmRSS")).forEach(IO::println);
            }
        }
    }
}
