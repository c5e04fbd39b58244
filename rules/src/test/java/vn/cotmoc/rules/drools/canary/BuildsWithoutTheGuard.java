package vn.cotmoc.rules.drools.canary;

import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;

final class BuildsWithoutTheGuard {
    KieBuilder build() {
        return KieServices.get().newKieBuilder(KieServices.get().newKieFileSystem());
    }
}
