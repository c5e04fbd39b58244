package vn.cotmoc.rules.drools;

import java.util.List;
import org.drools.model.Model;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;
import org.kie.api.conf.KieBaseOption;
import org.kie.api.runtime.StatelessKieSession;
import vn.cotmoc.core.scoring.ScoringEngine.EngineFailure;
import vn.cotmoc.core.scoring.TargetFacts;
import vn.cotmoc.rules.decisiontables.RuleModel;
import vn.cotmoc.rules.rulesets.SealedModel;
import vn.cotmoc.rules.sandbox.AllowListLoader;

/**
 * A rule set ready to score: one network, shared by all threads and provinces. It comes from the classes alone, behind
 * their own loader, without Drools' repository of modules, so two rule sets never meet and the compiler stays on disk.
 */
record LoadedRules(RuleModel model, KieBase network) {

    /** @throws EngineFailure if the classes do not link within their allow-list, or describe another network than a flat one */
    static LoadedRules load(SealedModel sealed, Kjar kjar) {
        try {
            Class<?> rules = new AllowListLoader(kjar.classes()).loadClass(kjar.modelClass());
            Model model = (Model) rules.getDeclaredConstructor().newInstance();
            RuleModel rated = sealed.model();
            FlatNetwork.check(model, rated.rows().size() + rated.alerts().size());
            return new LoadedRules(sealed.model(), KieBaseBuilder.createKieBaseFromModel(model, new KieBaseOption[0]));
        } catch (ReflectiveOperationException | LinkageError | ClassCastException broken) {
            throw new EngineFailure(
                    "The compiled rules of %s %s do not load: %s"
                            .formatted(sealed.model().id(), sealed.model().version(), broken),
                    broken);
        }
    }

    Matches match(List<TargetFacts> facts) {
        Matches matches = new Matches();
        StatelessKieSession session = network.newStatelessKieSession();
        session.setGlobal("matches", matches);
        session.execute(facts);
        return matches;
    }
}
