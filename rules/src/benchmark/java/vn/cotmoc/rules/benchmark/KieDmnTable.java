package vn.cotmoc.rules.benchmark;

import java.util.List;
import org.drools.io.ByteArrayResource;
import org.kie.api.io.Resource;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNResult;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.impl.DMNContextImpl;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import vn.cotmoc.core.scoring.TargetFacts;
import vn.cotmoc.core.scoring.Verdict;

/**
 * The DMN engine of KIE, of Drools' own version: compiled once, one runtime for all, one context a target; it has no batch. FEEL as
 * it comes: compiled to Java ({@code DoCompileFEELProfile}) it takes as long, the hit policy makes no difference, the option
 * {@code execmodel} is read and not used any more, and the option {@code alphanetwork} gives wrong answers.
 */
final class KieDmnTable {

    private final DMNRuntime runtime;
    private final DMNModel model;

    KieDmnTable() {
        Resource table = new ByteArrayResource(Dmn.FEEL.model(), "UTF-8").setSourcePath("table.dmn");
        runtime = DMNRuntimeBuilder.fromDefaults()
                .setRootClassLoader(KieDmnTable.class.getClassLoader())
                .buildConfiguration()
                .fromResources(List.of(table))
                .getOrElseThrow(IllegalStateException::new);
        model = runtime.getModels().getFirst();
    }

    Verdict decide(TargetFacts target) {
        DMNResult result = runtime.evaluateById(model, new DMNContextImpl(EqualTable.words(target)), Dmn.DECISION);
        return EqualTable.verdict(
                target, (String) result.getDecisionResultById(Dmn.DECISION).getResult());
    }
}
