package vn.cotmoc.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Where the arrows of this module point. Each rule holds for the module and is broken by its canaries. */
class ArchitectureTest {

    private static final JavaClasses MODULE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("vn.cotmoc.rules");

    private record Guarded(String sentence, ArchRule rule, List<String> canaries) {}

    private static final List<Guarded> RULES = List.of(
            new Guarded(
                    "rules depend on core's scoring and measures, on Drools and on little else",
                    classes()
                            .that()
                            .resideInAPackage("vn.cotmoc.rules..")
                            .should()
                            .onlyDependOnClassesThat()
                            .resideInAnyPackage(
                                    "vn.cotmoc.rules..",
                                    "vn.cotmoc.core.authoring..",
                                    "vn.cotmoc.core.refusals..",
                                    "vn.cotmoc.core.scoring..",
                                    "vn.cotmoc.core.sheets..",
                                    "vn.cotmoc.core.signals..",
                                    "vn.cotmoc.core.measure..",
                                    "vn.cotmoc.core.readiness..",
                                    "org.drools..",
                                    "org.kie.api..",
                                    "com.fasterxml.aalto..",
                                    "com.fasterxml.jackson.core..",
                                    "io.micronaut.context..",
                                    "io.micronaut.inject..",
                                    "io.micronaut.core..",
                                    "jakarta.inject..",
                                    "org.jspecify.annotations..",
                                    "org.slf4j..",
                                    "java.io..",
                                    "java.lang..",
                                    "java.nio.charset..",
                                    "java.nio.file..",
                                    "java.security..",
                                    "java.time..",
                                    "java.math..",
                                    "java.util..",
                                    "javax.xml.stream.."),
                    List.of("canary.KnowsTenants", "canary.KnowsWeb", "canary.KnowsHttp", "canary.KnowsDatabase")),
            new Guarded(
                    "the interpreter shares nothing with Drools",
                    noClasses()
                            .that()
                            .resideInAPackage("vn.cotmoc.rules.interpreter..")
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(
                                    "vn.cotmoc.rules.drools..",
                                    "vn.cotmoc.rules.sandbox..",
                                    "org.drools..",
                                    "org.kie.."),
                    List.of("interpreter.canary.AsksTheOtherEngine")),
            new Guarded(
                    "the model knows no engine",
                    noClasses()
                            .that()
                            .resideInAPackage("vn.cotmoc.rules.decisiontables..")
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(
                                    "vn.cotmoc.rules.drools..",
                                    "vn.cotmoc.rules.sandbox..",
                                    "vn.cotmoc.rules.interpreter..",
                                    "org.drools..",
                                    "org.kie.."),
                    List.of("decisiontables.canary.KnowsDrools")),
            new Guarded(
                    "only the compiler, which asks the guard first, builds rules",
                    noClasses()
                            .that()
                            .doNotHaveFullyQualifiedName("vn.cotmoc.rules.drools.RuleCompiler")
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(
                                    "org.kie.api.builder..", "org.drools.compiler..", "org.drools.model.codegen.."),
                    List.of("drools.canary.BuildsWithoutTheGuard")));

    @TestFactory
    Stream<DynamicTest> theModuleKeepsItsRules() {
        return RULES.stream()
                .map(guarded -> DynamicTest.dynamicTest(
                        guarded.sentence(),
                        () -> assertThatNoException()
                                .isThrownBy(() -> guarded.rule().check(MODULE))));
    }

    @TestFactory
    Stream<DynamicTest> eachRuleCatchesItsCanaries() {
        return RULES.stream()
                .flatMap(guarded -> guarded.canaries().stream()
                        .map(canary -> DynamicTest.dynamicTest(
                                canary + " breaks: " + guarded.sentence(),
                                () -> assertThatExceptionOfType(AssertionError.class)
                                        .isThrownBy(() -> guarded.rule()
                                                .check(new ClassFileImporter()
                                                        .importClasses(Class.forName("vn.cotmoc.rules." + canary)))))));
    }
}
