package vn.cotmoc.rules.rulesets;

import jakarta.inject.Singleton;
import vn.cotmoc.core.scoring.RuleReader;
import vn.cotmoc.core.scoring.RuleSet;
import vn.cotmoc.core.scoring.ScoringEngine.EngineFailure;
import vn.cotmoc.rules.decisiontables.RuleModelFault;
import vn.cotmoc.rules.decisiontables.RuleModelJson;

/** Rule sets from the models that runs keep. */
@Singleton
final class KeptModels implements RuleReader {

    @Override
    public RuleSet read(String model) {
        try {
            return SealedModel.seal(RuleModelJson.read(model)).ruleSet();
        } catch (RuleModelFault fault) {
            throw new EngineFailure(
                    "A rule set that a run was made by cannot be read any more: " + fault.getMessage(), fault);
        }
    }
}
