package vn.cotmoc.tenants;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.net.http.HttpClient;
import org.junit.jupiter.api.Test;
import vn.cotmoc.local.Login;

/** The arrows of this module; each rule is also shown a class that breaks it. */
class ArchitectureTest {

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("vn.cotmoc.tenants");

    private static final ArchRule KNOWS_CORE_ONLY = noClasses()
            .that()
            .resideInAPackage("vn.cotmoc.tenants..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("vn.cotmoc..")
                    .and(com.tngtech.archunit.base.DescribedPredicate.not(
                            resideInAnyPackage("vn.cotmoc.tenants..", "vn.cotmoc.core.."))));

    /** Who asks is decided without a call to anybody but the issuer; only onboarding administers Keycloak. */
    private static final ArchRule ONLY_ONBOARDING_CALLS_OTHERS = noClasses()
            .that()
            .resideOutsideOfPackage("vn.cotmoc.tenants.onboarding")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.net.http");

    @Test
    void tenantsKnowsCoreOnly() {
        KNOWS_CORE_ONLY.check(OURS);
        assertThat(breaks(KNOWS_CORE_ONLY, KnowsAnotherModule.class)).isTrue();
    }

    @Test
    void onlyOnboardingCallsOthers() {
        ONLY_ONBOARDING_CALLS_OTHERS.check(OURS);
        assertThat(breaks(ONLY_ONBOARDING_CALLS_OTHERS, CallsOthers.class)).isTrue();
    }

    private static boolean breaks(ArchRule rule, Class<?> canary) {
        return rule.evaluate(new ClassFileImporter().importClasses(canary)).hasViolation();
    }

    record KnowsAnotherModule(Login login) {}

    record CallsOthers(HttpClient client) {}
}
