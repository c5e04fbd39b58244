package vn.cotmoc.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.exceptions.BeanInstantiationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.cotmoc.core.scoring.Engines;
import vn.cotmoc.core.scoring.RuleSet;
import vn.cotmoc.core.scoring.ShippedRules;
import vn.cotmoc.rules.decisiontables.RuleModelJson;
import vn.cotmoc.rules.rulesets.RuleSetReadiness;
import vn.cotmoc.rules.rulesets.ShippedRuleSets;

class BeansTest {

    private static final String PROPERTY = "cotmoc.rules.file";

    @TempDir
    private Path folder;

    @Test
    void theNationalDefaultIsRunByDrools() {
        try (ApplicationContext beans = ApplicationContext.run()) {
            RuleSet ruleSet = beans.getBean(ShippedRules.class).byDefault();

            assertThat(ruleSet.id()).isEqualTo("national-default");
            assertThat(beans.getBean(Engines.class).of(ruleSet).identity().name())
                    .isEqualTo("drools");
            assertThat(beans.getBean(RuleSetReadiness.class).fault()).isEmpty();
        }
    }

    @Test
    void aFileOfTheOperatorsIsRunByTheEngineThatItNames() throws Exception {
        try (ApplicationContext beans = with("native")) {
            RuleSet ruleSet = beans.getBean(ShippedRules.class).byDefault();

            assertThat(beans.getBean(Engines.class).of(ruleSet).identity().name())
                    .isEqualTo("native");
            assertThat(beans.getBean(RuleSetReadiness.class).fault()).isEmpty();
        }
    }

    @Test
    void anEngineThatIsNotInstalledKeepsTheHouseFromGettingReady() throws Exception {
        try (ApplicationContext beans = with("oracle")) {
            assertThat(beans.getBean(RuleSetReadiness.class).fault())
                    .hasValueSatisfying(fault ->
                            assertThat(fault).contains("asks for the engine oracle; installed are [drools, native]"));
        }
    }

    /** The national default in a file, for that engine. */
    private ApplicationContext with(String engine) throws IOException {
        String national = RuleModelJson.write(ShippedRuleSets.nationalDefault().model());
        Path file = Files.writeString(
                folder.resolve("rules.json"),
                national.replace("\"hit\":", "\"engine\":\"%s\",\"hit\":".formatted(engine)));
        return ApplicationContext.run(Map.of(PROPERTY, file.toString()));
    }

    @Test
    void aFileThatIsNoRuleSetKeepsTheHouseFromStarting() throws Exception {
        Path file = Files.writeString(folder.resolve("rules.json"), "{\"id\": \"x\", \"hit\": \"last\"}");

        assertThatExceptionOfType(BeanInstantiationException.class)
                .isThrownBy(() -> ApplicationContext.run(Map.of(PROPERTY, file.toString())))
                .withStackTraceContaining("/hit: \"last\" is not known here.")
                .withStackTraceContaining(PROPERTY);
    }
}
