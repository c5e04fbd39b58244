package vn.cotmoc.rules.interpreter.canary;

import vn.cotmoc.rules.drools.Kjar;

abstract class AsksTheOtherEngine {
    abstract Kjar kjar();
}
