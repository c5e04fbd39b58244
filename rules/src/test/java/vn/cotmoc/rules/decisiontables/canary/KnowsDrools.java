package vn.cotmoc.rules.decisiontables.canary;

import org.kie.api.KieBase;

abstract class KnowsDrools {
    abstract KieBase network();
}
