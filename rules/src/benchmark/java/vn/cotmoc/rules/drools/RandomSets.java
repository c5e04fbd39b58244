package vn.cotmoc.rules.drools;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import vn.cotmoc.core.scoring.ScoringEngine;
import vn.cotmoc.rules.Tables;
import vn.cotmoc.rules.rulesets.SealedModel;
import vn.cotmoc.rules.sandbox.Drl;

/** Random rule sets, and their kjars in place of the shipped ones: compiled once and kept until the rules or Drools change. */
public final class RandomSets extends ShippedKjars {

    private static final Path FOLDER = Path.of("target", "benchmark");

    RandomSets() {}

    /**
     * The same ones each time, each another; a quarter of the rows in alerts besides.
     *
     * @param count how many, compiled
     */
    public static List<SealedModel> compiled(int count, int rows) throws IOException {
        Files.createDirectories(FOLDER);
        List<SealedModel> sets = IntStream.range(0, count)
                .mapToObj(number -> SealedModel.seal(Tables.random(new Random(1_000L * rows + number), rows)))
                .toList();
        for (SealedModel set : sets) {
            if (!isCompiled(set)) {
                Files.write(kjar(set.sha256()), RuleCompiler.compile(set).bytes());
            }
        }
        return sets;
    }

    /** Drools, which finds the kjars of the sets that were compiled. */
    public static ScoringEngine drools() {
        return Engines.with(new RandomSets());
    }

    @Override
    Optional<Kjar> find(String sha256) {
        try (InputStream bytes = Files.newInputStream(kjar(sha256))) {
            return Optional.of(Kjar.read(bytes));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static boolean isCompiled(SealedModel set) throws IOException {
        if (Files.notExists(kjar(set.sha256()))) {
            return false;
        }
        try (InputStream bytes = Files.newInputStream(kjar(set.sha256()))) {
            return Kjar.read(bytes).source().equals(Kjar.sourceOf(Drl.of(set.model())));
        }
    }

    private static Path kjar(String sha256) {
        return FOLDER.resolve(sha256 + ".kjar");
    }
}
