package vn.cotmoc.rules.drools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.drools.model.Model;
import org.drools.modelcompiler.KieBaseBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kie.api.KieBase;
import org.kie.api.conf.KieBaseOption;
import vn.cotmoc.core.scoring.ScoringEngine.EngineFailure;
import vn.cotmoc.core.scoring.TargetFacts;
import vn.cotmoc.rules.Targets;
import vn.cotmoc.rules.rulesets.SealedModel;
import vn.cotmoc.rules.rulesets.ShippedRuleSets;
import vn.cotmoc.rules.sandbox.Drl;

/** Raw DRL that never met the guard, compiled by Drools as it stands: the loader alone must stop it. */
class UnguardedRulesTest {

    private static final String CANARY = "vn.cotmoc.canary";

    @AfterEach
    void clear() {
        System.clearProperty(CANARY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "System.setProperty(\"vn.cotmoc.canary\", \"ran\");",
                "Runtime.getRuntime().exec(\"true\");",
                "new ProcessBuilder(\"true\").start();",
                "new java.io.FileWriter(\"/tmp/x\").close();",
                "java.nio.file.Files.exists(java.nio.file.Path.of(\"/\"));",
                "new Thread(() -> {}).start();",
                "$target.getClass().getClassLoader();",
                "$target.wait(1L);",
                "drools.halt();",
                "drools.getWorkingMemory();",
                "java.util.function.Supplier<String> s = System::lineSeparator; s.get();",
                "sun.misc.Unsafe.class.getName();",
                "vn.cotmoc.rules.drools.RuleCompiler.class.getName();",
            })
    void doNotLinkToAnythingBeyondTheAllowList(String consequence) {
        Map<String, byte[]> classes = RuleCompiler.build(saying(consequence));
        Kjar kjar = new Kjar("", "", RuleCompiler.modelClass(classes.keySet()), classes);

        assertThatExceptionOfType(EngineFailure.class)
                .isThrownBy(() -> LoadedRules.load(ShippedRuleSets.nationalDefault(), kjar))
                .withMessageContaining("may not");
        assertThat(System.getProperty(CANARY)).isNull();
    }

    @Test
    void doNotHideInTheCondition() {
        String drl = saying("matches.add($target, 1);")
                .replace(
                        "TargetFacts( )",
                        "TargetFacts( eval(System.setProperty(\"vn.cotmoc.canary\", \"ran\") == null) )");
        Map<String, byte[]> classes = RuleCompiler.build(drl);
        Kjar kjar = new Kjar("", "", RuleCompiler.modelClass(classes.keySet()), classes);

        assertThatExceptionOfType(EngineFailure.class)
                .isThrownBy(() -> LoadedRules.load(ShippedRuleSets.nationalDefault(), kjar));
        assertThat(System.getProperty(CANARY)).isNull();
    }

    @Test
    void wouldRunWithoutTheLoader() throws Exception {
        Map<String, byte[]> classes = RuleCompiler.build(saying("System.setProperty(\"vn.cotmoc.canary\", \"ran\");"));
        ClassLoader open = new ClassLoader(getClass().getClassLoader()) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                byte[] bytes = classes.get(name);
                if (bytes == null) {
                    throw new ClassNotFoundException(name);
                }
                return defineClass(name, bytes, 0, bytes.length);
            }
        };
        Model model = (Model) open.loadClass(RuleCompiler.modelClass(classes.keySet()))
                .getDeclaredConstructor()
                .newInstance();
        KieBase network = KieBaseBuilder.createKieBaseFromModel(model, new KieBaseOption[0]);
        List<TargetFacts> one = Targets.every(new Random(1)).subList(0, 1);

        new LoadedRules(ShippedRuleSets.nationalDefault().model(), network).match(one);

        assertThat(System.getProperty(CANARY)).isEqualTo("ran");
    }

    @Test
    void areNotWhatTheEmitterWrites() {
        SealedModel national = ShippedRuleSets.nationalDefault();
        Map<String, byte[]> classes =
                RuleCompiler.build(Drl.of(national.model()).text());
        Kjar kjar = new Kjar("", "", RuleCompiler.modelClass(classes.keySet()), classes);

        assertThat(LoadedRules.load(national, kjar).network()).isNotNull();
    }

    private static String saying(String consequence) {
        return """
                package vn.cotmoc.emitted;
                import vn.cotmoc.core.scoring.TargetFacts;
                global vn.cotmoc.rules.drools.Matches matches;
                rule "r_001" when $target : TargetFacts( ) then %s end
                """.formatted(consequence);
    }
}
