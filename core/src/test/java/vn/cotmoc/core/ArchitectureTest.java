package vn.cotmoc.core;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TenantId;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Where the arrows of this module point. Each rule holds for the module and is broken by its canaries. */
class ArchitectureTest {

    private static final DescribedPredicate<JavaClass> WRITTEN_BY_THE_COMPILER = describe(
            "written by the compiler",
            candidate -> candidate.getName().contains(".$")
                    || candidate.getPackageName().startsWith("vn.cotmoc.core.tables"));

    private static final JavaClasses MODULE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("vn.cotmoc.core")
            .that(not(WRITTEN_BY_THE_COMPILER));

    private static final DescribedPredicate<JavaClass> VIEW =
            describe("a view", candidate -> outermost(candidate).getSimpleName().endsWith("View"));

    private static final DescribedPredicate<JavaClass> ALLOWED_TO_ASK_BY_HAND = describe(
            "a view, a store of shared rows, or one of the few that write many rows by one statement",
            candidate -> outermost(candidate)
                    .getSimpleName()
                    .matches(".*View|.*Store|TargetLines|BeginProvince|PublishFigures|DatabaseReadiness"));

    /** @param canaries each breaks the rule, alone or, after a plus, together with others */
    private record Guarded(String sentence, ArchRule rule, List<String> canaries) {}

    private static final List<Guarded> RULES = List.of(
            new Guarded(
                    "core depends on the database's libraries and on little else",
                    classes()
                            .should()
                            .onlyDependOnClassesThat(resideInAnyPackage(
                                    "vn.cotmoc.core..",
                                    "com.fasterxml.aalto..",
                                    "com.fasterxml.jackson.annotation..", // read by micronaut-serde
                                    "com.fasterxml.uuid..",
                                    "com.github.kagkarlsson.scheduler..",
                                    "io.micronaut.aop..",
                                    "io.micronaut.context..",
                                    "io.micronaut.core..",
                                    "io.micronaut.data..",
                                    "io.micronaut.flyway..",
                                    "io.micronaut.inject..",
                                    "io.micronaut.jdbc..",
                                    "io.micronaut.scheduling.annotation..",
                                    "io.micronaut.serde..",
                                    "io.micronaut.transaction..",
                                    "jakarta.annotation..",
                                    "jakarta.inject..",
                                    "java..",
                                    "javax.crypto..",
                                    "javax.sql..",
                                    "javax.xml.stream..",
                                    "org.apache.commons.compress.archivers.zip..",
                                    "org.apache.commons.csv..",
                                    "org.apache.commons.statistics.distribution..",
                                    "org.dhatim.fastexcel..",
                                    "org.flywaydb..",
                                    "org.jooq..",
                                    "org.jspecify.annotations..",
                                    "org.postgresql..",
                                    "org.slf4j..")),
                    List.of(
                            "ArchitectureTest$KnowsWeb",
                            "ArchitectureTest$KnowsTenants",
                            "ArchitectureTest$KnowsRules",
                            "ArchitectureTest$KnowsHttp",
                            "ArchitectureTest$KnowsKeycloak",
                            "ArchitectureTest$KnowsDrools")),
            new Guarded(
                    "features depend on each other one way only",
                    slices().matching("vn.cotmoc.core.(*)..").should().beFreeOfCycles(),
                    List.of("canaryone.KnowsTwo+canarytwo.KnowsOne")),
            new Guarded(
                    "a feature is one package of one word",
                    classes()
                            .that()
                            .doNotHaveFullyQualifiedName("vn.cotmoc.core.package-info")
                            .should(new ArchCondition<>("reside in a package vn.cotmoc.core.<word>") {
                                @Override
                                public void check(JavaClass item, ConditionEvents events) {
                                    boolean holds = item.getPackageName().matches("vn\\.cotmoc\\.core\\.[a-z]+");
                                    events.add(new SimpleConditionEvent(item, holds, item.getName()));
                                }
                            }),
                    List.of("canarytwo.deeper.TooDeep")),
            new Guarded(
                    "nothing is called by a word that says nothing",
                    noClasses()
                            .should()
                            .haveNameMatching(
                                    ".*([a-z](Impl|Manager|Helper|Utils?|Base|Service)|[.$]Abstract\\w*)(\\$.*)?"),
                    List.of("ArchitectureTest$PlanHelper")),
            new Guarded(
                    "a view never writes",
                    noClasses().that(VIEW).should(callWhatWrites()),
                    List.of("canaryview.WritingView", "canaryview.SavingView")),
            new Guarded(
                    "only views and stores ask the database by hand",
                    noClasses()
                            .that(not(ALLOWED_TO_ASK_BY_HAND))
                            .should()
                            .dependOnClassesThat()
                            .areAssignableTo(DSLContext.class),
                    List.of("ArchitectureTest$AsksByHand")),
            new Guarded(
                    "every stored row carries its province",
                    classes()
                            .that()
                            .areAnnotatedWith(MappedEntity.class)
                            .should(new ArchCondition<>("have a @TenantId") {
                                @Override
                                public void check(JavaClass item, ConditionEvents events) {
                                    boolean holds = item.getFields().stream()
                                                    .anyMatch(field -> field.isAnnotatedWith(TenantId.class))
                                            || item.getConstructors().stream()
                                                    .flatMap(constructor -> constructor.getParameters().stream())
                                                    .anyMatch(parameter -> parameter.isAnnotatedWith(TenantId.class));
                                    events.add(new SimpleConditionEvent(item, holds, item.getName()));
                                }
                            }),
                    List.of("ArchitectureTest$NobodysRow")),
            new Guarded(
                    "days and instants are those of java.time",
                    noClasses()
                            .should()
                            .dependOnClassesThat()
                            .haveNameMatching(
                                    "java\\.util\\.(Date|Calendar|GregorianCalendar)|java\\.text\\..*DateFormat|java\\.sql\\.(Date|Time|Timestamp)"),
                    List.of("ArchitectureTest$KnowsDates")),
            new Guarded(
                    "nothing is printed",
                    NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS,
                    List.of("ArchitectureTest$Prints", "ArchitectureTest$PrintsTraces")));

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
                                () -> assertThat(guarded.rule()
                                                .evaluate(named(canary))
                                                .hasViolation())
                                        .isTrue())));
    }

    private static JavaClasses named(String canaries) throws ClassNotFoundException {
        Class<?>[] found = new Class<?>[canaries.split("\\+").length];
        for (int i = 0; i < found.length; i++) {
            found[i] = Class.forName("vn.cotmoc.core." + canaries.split("\\+")[i]);
        }
        return new ClassFileImporter().importClasses(found);
    }

    private static JavaClass outermost(JavaClass candidate) {
        return candidate.getEnclosingClass().map(ArchitectureTest::outermost).orElse(candidate);
    }

    /** jOOQ's statements that change rows, and the methods of our repositories and stores that do. */
    private static ArchCondition<JavaClass> callWhatWrites() {
        return new ArchCondition<>("call what writes") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                item.getMethodCallsFromSelf().forEach(call -> {
                    String owner = call.getTargetOwner().getName();
                    boolean ofTheDatabase = owner.startsWith("org.jooq.") || owner.startsWith("vn.cotmoc.core.");
                    boolean writes = call.getName()
                            .matches(
                                    "(insert|update|delete|merge|truncate|save|persist|add|append|execute|batch)[A-Z]?\\w*");
                    events.add(new SimpleConditionEvent(item, ofTheDatabase && writes, call.getDescription()));
                });
            }
        };
    }

    record KnowsWeb(vn.cotmoc.web.canary.Stranger stranger) {}

    record KnowsTenants(vn.cotmoc.tenants.canary.Stranger stranger) {}

    record KnowsRules(vn.cotmoc.rules.canary.Stranger stranger) {}

    record KnowsHttp(io.micronaut.http.canary.Stranger stranger) {}

    record KnowsKeycloak(org.keycloak.canary.Stranger stranger) {}

    record KnowsDrools(org.drools.canary.Stranger stranger) {}

    record AsksByHand(DSLContext sql) {}

    record PlanHelper(String plan) {}

    @MappedEntity("plan")
    record NobodysRow(String title) {}

    @SuppressWarnings("JavaUtilDate")
    record KnowsDates(java.util.Date day) {}

    @SuppressWarnings("SystemOut")
    static final class Prints {
        void print() {
            System.out.println("!");
        }
    }

    @SuppressWarnings({"CatchAndPrintStackTrace", "PrintStackTrace"})
    static final class PrintsTraces {
        void print(Exception failure) {
            failure.printStackTrace();
        }
    }
}
