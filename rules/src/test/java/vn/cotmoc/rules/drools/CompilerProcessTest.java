package vn.cotmoc.rules.drools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.cotmoc.core.scoring.Rating;
import vn.cotmoc.core.scoring.ScoringEngine.EngineFailure;
import vn.cotmoc.rules.Tables;
import vn.cotmoc.rules.drools.CompilerProcess.Budget;
import vn.cotmoc.rules.rulesets.SealedModel;

class CompilerProcessTest {

    private static final SealedModel SMALL = SealedModel.open(Tables.always(Rating.MET));
    private static final SealedModel LARGE = SealedModel.seal(Tables.random(new Random(1), 200));
    private static final Duration LONG = Duration.ofMinutes(2);

    @Test
    void itWritesTheBytesThatTheBuildWould() throws Exception {
        try (CompilerProcess compiler = new CompilerProcess(new Budget(LONG, LONG, 128, LONG))) {
            assertThat(SealedModel.sha256(compiler.compile(SMALL).bytes()))
                    .isEqualTo(SealedModel.sha256(RuleCompiler.compile(SMALL).bytes()));
            assertThat(children())
                    .hasSize(1)
                    .allSatisfy(child -> assertThat(environment(child)).isEmpty());
        }
    }

    @Test
    void whatTakesTooLongIsEndedAndTheNextOneIsNot() {
        try (CompilerProcess compiler = new CompilerProcess(new Budget(LONG, Duration.ofMillis(200), 128, LONG))) {
            compiler.compile(SMALL);

            assertThatExceptionOfType(EngineFailure.class)
                    .isThrownBy(() -> compiler.compile(LARGE))
                    .withMessageContaining("Rule set random 1 was not compiled within");
            assertThat(compiler.compile(SMALL).classes()).isNotEmpty();
        }
    }

    @Test
    void whatNeedsTooMuchMemoryEndsItsProcessAlone() {
        try (CompilerProcess compiler = new CompilerProcess(new Budget(LONG, LONG, 20, LONG))) {
            assertThatExceptionOfType(EngineFailure.class)
                    .isThrownBy(() -> compiler.compile(LARGE))
                    .withMessageContaining("Rule set random 1 needs more than 20 MB");
            assertThat(compiler.compile(SMALL).classes()).isNotEmpty();
        }
    }

    @Test
    void theLargestSetFitsTheBudget() {
        try (CompilerProcess compiler = new CompilerProcess()) {
            assertThat(compiler.compile(LARGE).classes()).isNotEmpty();
        }
    }

    @Test
    void whoIsNotAskedGoes() throws InterruptedException {
        try (CompilerProcess compiler = new CompilerProcess(new Budget(LONG, LONG, 128, Duration.ofMillis(100)))) {
            compiler.compile(SMALL);
            for (int i = 0; i < 100 && !children().isEmpty(); i++) {
                Thread.sleep(50);
            }

            assertThat(children()).isEmpty();
            assertThat(compiler.compile(SMALL).classes()).isNotEmpty();
        }
    }

    private static List<ProcessHandle> children() {
        return ProcessHandle.current().children().toList();
    }

    private static String environment(ProcessHandle process) throws java.io.IOException {
        Path file = Path.of("/proc/%d/environ".formatted(process.pid()));
        return Files.exists(file) ? Files.readString(file) : "";
    }
}
