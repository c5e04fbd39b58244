package vn.cotmoc.rules.drools;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ColdStartTest {

    @Test
    void scoringTheShippedRulesLoadsNoCompiler(@TempDir Path folder) throws Exception {
        Path log = folder.resolve("classes.log");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load:file=" + log,
                        "-cp",
                        System.getProperty("java.class.path"),
                        ColdStart.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target", "cold-start.txt").toFile())
                .start();

        assertThat(process.waitFor()).isZero();
        assertThat(Files.readString(log))
                .contains(LoadedRules.class.getName())
                .doesNotContain("org.eclipse.jdt", "com.github.javaparser", "org.drools.drl.parser", "org.antlr")
                .doesNotContain("org.drools.mvel", "org.drools.model.codegen", RuleCompiler.class.getName());
    }
}
