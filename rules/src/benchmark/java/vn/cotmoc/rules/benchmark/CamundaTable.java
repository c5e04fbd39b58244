package vn.cotmoc.rules.benchmark;

import java.io.ByteArrayInputStream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import vn.cotmoc.core.scoring.TargetFacts;
import vn.cotmoc.core.scoring.Verdict;

/**
 * Camunda 7's DMN engine: the model is read once into a decision, which is then asked with one target's words at a time; it has
 * no batch. In JUEL, whose expressions it keeps parsed: its FEEL parses every cell at every question and takes hundreds of
 * times as long. Version 8 has its engine inside the broker only.
 */
final class CamundaTable {

    private final DmnEngine engine = new DefaultDmnEngineConfiguration()
            .defaultInputExpressionExpressionLanguage(DefaultDmnEngineConfiguration.JUEL_EXPRESSION_LANGUAGE)
            .defaultInputEntryExpressionLanguage(DefaultDmnEngineConfiguration.JUEL_EXPRESSION_LANGUAGE)
            .defaultOutputEntryExpressionLanguage(DefaultDmnEngineConfiguration.JUEL_EXPRESSION_LANGUAGE)
            .buildEngine();
    private final DmnDecision decision = engine.parseDecision(Dmn.DECISION, new ByteArrayInputStream(Dmn.JUEL.model()));

    Verdict decide(TargetFacts target) {
        String rule =
                engine.evaluateDecisionTable(decision, EqualTable.words(target)).getSingleEntry();
        return EqualTable.verdict(target, rule);
    }
}
