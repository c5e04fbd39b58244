package vn.cotmoc.web;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.HttpMethodMapping;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import vn.cotmoc.core.plans.PlanStore;

/** Where the arrows of this module point. Each rule holds for the module and is broken by its canaries. */
class ArchitectureTest {

    /** Shared by all features; everything else below this package is a feature. */
    private static final String SHARED = "wire|problems";

    private static final JavaClasses MODULE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("vn.cotmoc.web")
            .that(not(describe(
                    "written by the compiler", candidate -> candidate.getName().contains(".$"))));

    private static final DescribedPredicate<JavaMethod> OPERATION = describe(
            "answers requests",
            method -> method.getOwner().isAnnotatedWith(Controller.class)
                    && (method.isMetaAnnotatedWith(HttpMethodMapping.class)
                            || method.isAnnotatedWith(io.micronaut.http.annotation.Error.class)));

    private record Guarded(String sentence, ArchRule rule, List<String> canaries) {}

    private static final List<Guarded> RULES = List.of(
            new Guarded(
                    "web asks core's views and use cases, never its stores or its tables",
                    noClasses()
                            .should()
                            .dependOnClassesThat(describe(
                                    "stores, rows or tables of core",
                                    other -> other.getName()
                                            .matches("vn\\.cotmoc\\.core\\.(tables\\..*|\\w+\\.\\w*(Store|Rows?))"))),
                    List.of("ArchitectureTest$AsksAStore")),
            new Guarded(
                    "web speaks neither SQL nor rules",
                    noClasses()
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage("org.jooq..", "java.sql..", "javax.sql..", "org.drools..", "org.kie.."),
                    List.of("ArchitectureTest$SpeaksSql")),
            new Guarded(
                    "a feature knows another only by its Json, to show it in the very shape that it has there",
                    classes().should(new ArchCondition<>("know other features by their Json only") {
                        @Override
                        public void check(JavaClass item, ConditionEvents events) {
                            item.getDirectDependenciesFromSelf().stream()
                                    .map(dependency ->
                                            dependency.getTargetClass().getBaseComponentType())
                                    .filter(target -> isAnotherFeature(item, target))
                                    .forEach(target -> events.add(new SimpleConditionEvent(
                                            item,
                                            outermost(target).getSimpleName().endsWith("Json"),
                                            item.getName() + " knows " + target.getName())));
                        }
                    }),
                    List.of("canaryone.KnowsAController")),
            new Guarded(
                    "features depend on each other one way only",
                    slices().matching("vn.cotmoc.web.(*)..").should().beFreeOfCycles(),
                    List.of("canaryone.KnowsTwoJson+canarytwo.KnowsOneJson")),
            new Guarded(
                    "a feature is one package of one word",
                    classes().should(new ArchCondition<>("reside in a package vn.cotmoc.web.<word>") {
                        @Override
                        public void check(JavaClass item, ConditionEvents events) {
                            boolean holds = item.getPackageName().matches("vn\\.cotmoc\\.web(\\.[a-z]+)?");
                            events.add(new SimpleConditionEvent(item, holds, item.getName()));
                        }
                    }),
                    List.of("canarytwo.deeper.TooDeep")),
            new Guarded(
                    "every operation says who may call it",
                    methods().that(OPERATION).should(new ArchCondition<>("say who may call it") {
                        @Override
                        public void check(JavaMethod method, ConditionEvents events) {
                            boolean holds = method.isAnnotatedWith(Secured.class)
                                    || method.isMetaAnnotatedWith(Secured.class)
                                    || method.getOwner().isAnnotatedWith(Secured.class)
                                    || method.getOwner().isMetaAnnotatedWith(Secured.class);
                            events.add(new SimpleConditionEvent(method, holds, method.getFullName()));
                        }
                    }),
                    List.of("ArchitectureTest$OpenController")),
            new Guarded(
                    "every operation is described",
                    methods().that(OPERATION).should(new ArchCondition<>("be described") {
                        @Override
                        public void check(JavaMethod method, ConditionEvents events) {
                            boolean holds = method.isAnnotatedWith(Operation.class)
                                    || method.getOwner().isAnnotatedWith(Hidden.class);
                            events.add(new SimpleConditionEvent(method, holds, method.getFullName()));
                        }
                    }),
                    List.of("ArchitectureTest$OpenController")),
            new Guarded(
                    "days and instants are those of java.time",
                    noClasses()
                            .should()
                            .dependOnClassesThat()
                            .haveNameMatching(
                                    "java\\.util\\.(Date|Calendar|GregorianCalendar)|java\\.text\\..*DateFormat"),
                    List.of("ArchitectureTest$KnowsDates")),
            new Guarded(
                    "nothing is printed",
                    NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS,
                    List.of("ArchitectureTest$Prints")));

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
            found[i] = Class.forName("vn.cotmoc.web." + canaries.split("\\+")[i]);
        }
        return new ClassFileImporter().importClasses(found);
    }

    private static boolean isAnotherFeature(JavaClass item, JavaClass target) {
        String feature = target.getPackageName();
        return feature.matches("vn\\.cotmoc\\.web\\.(?!(%s)$)\\w+".formatted(SHARED))
                && !feature.equals(item.getPackageName());
    }

    private static JavaClass outermost(JavaClass candidate) {
        return candidate.getEnclosingClass().map(ArchitectureTest::outermost).orElse(candidate);
    }

    record AsksAStore(PlanStore plans) {}

    record SpeaksSql(java.sql.Connection connection) {}

    @SuppressWarnings("JavaUtilDate")
    record KnowsDates(java.util.Date day) {}

    @SuppressWarnings("SystemOut")
    static final class Prints {
        void print() {
            System.out.println("!");
        }
    }

    /** Nobody routes to it: tests have no server. */
    @Controller("/canary")
    static final class OpenController {
        @Get
        String open() {
            return "";
        }
    }
}
