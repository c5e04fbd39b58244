package vn.cotmoc.core.scoring;

import java.util.ArrayList;
import java.util.List;
import vn.cotmoc.core.signals.Age;
import vn.cotmoc.core.signals.Agreement;
import vn.cotmoc.core.signals.Change;
import vn.cotmoc.core.signals.ForecastBand;

/** The national default as somebody would write it who never needs to change it: what engines are measured against. */
final class HandWritten {

    private static final Flag MISSED = new Flag("missed", Severity.HIGH);
    private static final Flag MISSING = new Flag("missing", Severity.MEDIUM);
    private static final Flag BEHIND = new Flag("behind-pace", Severity.MEDIUM);
    private static final Flag FAR_BEHIND = new Flag("behind-pace", Severity.HIGH);
    private static final Flag WILL_MISS = new Flag("will-miss", Severity.HIGH);
    private static final Flag NOT_REACHABLE = new Flag("not-reachable", Severity.HIGH);
    private static final Flag STALE = new Flag("stale", Severity.MEDIUM);
    private static final Flag JUMP = new Flag("jump", Severity.LOW);
    private static final Flag CONTRADICTED = new Flag("contradicted", Severity.HIGH);
    private static final Flag DIFFERENT = new Flag("contradicted", Severity.LOW);

    private final TargetFacts facts;
    private final List<Flag> flags = new ArrayList<>();
    private final List<String> fired = new ArrayList<>();

    private HandWritten(TargetFacts facts) {
        this.facts = facts;
    }

    static List<Verdict> score(List<TargetFacts> targets) {
        List<Verdict> verdicts = new ArrayList<>(targets.size());
        for (TargetFacts target : targets) {
            verdicts.add(new HandWritten(target).verdict());
        }
        return verdicts;
    }

    private Verdict verdict() {
        Rating rating = rating();
        warn();
        return new Verdict(facts.target(), rating, flags, fired);
    }

    private Rating rating() {
        if (facts.phase() == Phase.AHEAD) {
            return by("not-begun", Rating.INSUFFICIENT_DATA);
        }
        if (facts.evidence() == Evidence.FULL) {
            return atTheEnd();
        }
        return facts.phase() == Phase.RUNNING ? onTheWay() : tooLate();
    }

    private Rating atTheEnd() {
        return switch (facts.fulfilment()) {
            case MET ->
                switch (facts.endBand()) {
                    case EXCEEDED -> by("exceeded", Rating.EXCEEDED);
                    case NO_RATIO -> by("condition-met", Rating.MET);
                    case FULL, NEARLY, BELOW -> by("met", Rating.MET);
                };
            case NOT_MET ->
                switch (facts.endBand()) {
                    case NO_RATIO -> by("condition-missed", Rating.MISSED, MISSED);
                    case EXCEEDED, FULL, NEARLY -> by("nearly-met", Rating.NEARLY_MET);
                    case BELOW -> by("missed", Rating.MISSED, MISSED);
                };
            case UNDECIDED -> by("undecided", Rating.INSUFFICIENT_DATA);
        };
    }

    private Rating onTheWay() {
        return switch (facts.evidence()) {
            case NONE -> by("no-figure-yet", Rating.INSUFFICIENT_DATA);
            case INCOMPARABLE -> by("says-nothing-of-the-whole", Rating.INSUFFICIENT_DATA);
            case PARTIAL, FULL ->
                switch (facts.paceBand()) {
                    case ON_TRACK -> by("on-track", Rating.ON_TRACK);
                    case BEHIND -> by("behind-pace", Rating.BEHIND, BEHIND);
                    case AT_RISK -> by("at-risk", Rating.AT_RISK, FAR_BEHIND);
                    case NO_PACE ->
                        facts.fulfilment() == Fulfilment.MET
                                ? by("already-met", Rating.ON_TRACK)
                                : by("no-expectation", Rating.INSUFFICIENT_DATA);
                };
        };
    }

    private Rating tooLate() {
        return switch (facts.evidence()) {
            case NONE -> by("ended-without-figure", Rating.INSUFFICIENT_DATA, MISSING);
            case PARTIAL, FULL -> by("ended-with-part", Rating.INSUFFICIENT_DATA, MISSING);
            case INCOMPARABLE -> by("ended-incomparable", Rating.INSUFFICIENT_DATA, MISSING);
        };
    }

    private void warn() {
        boolean running = facts.phase() == Phase.RUNNING;
        if (running && facts.forecastBand() == ForecastBand.UNLIKELY) {
            raise("will-miss", WILL_MISS);
        }
        if (running && facts.reachBand() == ReachBand.LOST) {
            raise("limit-passed", NOT_REACHABLE);
        } else if (running && facts.reachBand() == ReachBand.BEYOND) {
            raise("above-best-pace", NOT_REACHABLE);
        }
        if (running && facts.age() == Age.STALE) {
            raise("stale-figures", STALE);
        }
        if (facts.phase() != Phase.AHEAD && facts.change() == Change.JUMP) {
            raise("jump-against-history", JUMP);
        }
        if (facts.phase() != Phase.ENDED && facts.agreement() == Agreement.CONTRADICTED) {
            raise("cannot-both-be-met", CONTRADICTED);
        } else if (facts.phase() != Phase.ENDED && facts.agreement() == Agreement.DIFFERENT) {
            raise("set-differently", DIFFERENT);
        }
    }

    private Rating by(String rule, Rating rating, Flag... raised) {
        fired.add(rule);
        flags.addAll(List.of(raised));
        return rating;
    }

    private void raise(String rule, Flag flag) {
        fired.add(rule);
        flags.add(flag);
    }
}
