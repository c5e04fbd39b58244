package vn.cotmoc.rules.benchmark;

import static vn.cotmoc.rules.benchmark.EqualTable.ROWS;

import vn.cotmoc.core.scoring.TargetFacts;
import vn.cotmoc.core.scoring.Verdict;
import vn.cotmoc.core.signals.Age;
import vn.cotmoc.core.signals.Agreement;

/** The table as somebody would write it who never needs to change it: nested switches. */
final class HandTable {

    private HandTable() {}

    static Verdict decide(TargetFacts target) {
        return EqualTable.verdict(target, ROWS.get(row(target) - 1));
    }

    private static int row(TargetFacts target) {
        return switch (target.phase()) {
            case AHEAD ->
                switch (target.fulfilment()) {
                    case MET -> byAge(target.age(), 1, 2, 3);
                    case NOT_MET -> byAge(target.age(), 4, 5, 6);
                    case UNDECIDED -> byAge(target.age(), 7, 8, 9);
                };
            case RUNNING ->
                switch (target.fulfilment()) {
                    case MET -> byAgreement(target.agreement(), 10, 11, 12);
                    case NOT_MET -> byAgreement(target.agreement(), 13, 14, 15);
                    case UNDECIDED -> byAgreement(target.agreement(), 16, 17, 18);
                };
            case ENDED ->
                switch (target.age()) {
                    case FRESH -> byAgreement(target.agreement(), 19, 20, 21);
                    case STALE -> byAgreement(target.agreement(), 22, 23, 24);
                    case NO_FIGURE -> byAgreement(target.agreement(), 25, 26, 27);
                };
        };
    }

    private static int byAge(Age age, int fresh, int stale, int noFigure) {
        return switch (age) {
            case FRESH -> fresh;
            case STALE -> stale;
            case NO_FIGURE -> noFigure;
        };
    }

    private static int byAgreement(Agreement agreement, int agreed, int different, int contradicted) {
        return switch (agreement) {
            case AGREED -> agreed;
            case DIFFERENT -> different;
            case CONTRADICTED -> contradicted;
        };
    }
}
