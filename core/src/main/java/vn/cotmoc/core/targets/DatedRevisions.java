package vn.cotmoc.core.targets;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.instruments.Dated;
import vn.cotmoc.core.instruments.Instrument;
import vn.cotmoc.core.plans.PlanStore;
import vn.cotmoc.core.refusals.Refusal;

/** The revisions and withdrawals of targets that took their days from papers. */
@Singleton
class DatedRevisions implements Dated {

    private final TargetStore store;
    private final PlanStore plans;

    DatedRevisions(TargetStore store, PlanStore plans) {
        this.store = store;
        this.plans = plans;
    }

    @Override
    @Transactional
    public void redate(Instrument was, Instrument corrected, String reason) {
        store.datedBy(was).forEach(target -> {
            plans.take(target.plan());
            List<Revision> revisions = store.revisions(target.id());
            Withdrawn withdrawn = target.withdrawn();
            requireOrder(
                    target,
                    Stream.concat(
                                    revisions.stream()
                                            .map(revision ->
                                                    day(revision.instrument(), revision.decidedOn(), was, corrected)),
                                    withdrawn == null
                                            ? Stream.empty()
                                            : Stream.of(day(withdrawn.instrument(), withdrawn.on(), was, corrected)))
                            .filter(Objects::nonNull)
                            .toList());
            revisions.stream()
                    .filter(revision -> isDated(revision.instrument(), revision.decidedOn(), was))
                    .forEach(revision -> store.redate(target.id(), revision, corrected.issuedOn(), reason));
            Target right = redated(target, revisions.getFirst(), was, corrected.issuedOn());
            if (!right.equals(target)) {
                store.redate(target, right, reason);
            }
        });
    }

    /** What was added to a plan counts from the day of its first revision. */
    private static Target redated(Target target, Revision first, Instrument was, LocalDate day) {
        Target from = target.countsFrom() != null && isDated(first.instrument(), first.decidedOn(), was)
                ? target.countingFrom(day)
                : target;
        Withdrawn withdrawn = target.withdrawn();
        return withdrawn != null && isDated(withdrawn.instrument(), withdrawn.on(), was)
                ? from.withdrawn(withdrawn.on(day))
                : from;
    }

    private static @Nullable LocalDate day(
            @Nullable UUID paper, @Nullable LocalDate decidedOn, Instrument was, Instrument right) {
        return isDated(paper, decidedOn, was) ? right.issuedOn() : decidedOn;
    }

    private static boolean isDated(@Nullable UUID paper, @Nullable LocalDate decidedOn, Instrument was) {
        return was.id().equals(paper) && was.issuedOn().equals(decidedOn);
    }

    private static void requireOrder(Target target, List<LocalDate> days) {
        for (int i = 1; i < days.size(); i++) {
            if (days.get(i).isBefore(days.get(i - 1))) {
                throw Refusal.invalid(
                        "redated-before",
                        "/issuedOn",
                        "indicator",
                        target.indicator(),
                        "decidedOn",
                        days.get(i),
                        "last",
                        days.get(i - 1));
            }
        }
    }
}
