package vn.cotmoc.core.observations;

import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import vn.cotmoc.core.actors.CurrentActor;
import vn.cotmoc.core.indicators.IndicatorView;
import vn.cotmoc.core.refusals.Collision;
import vn.cotmoc.core.refusals.Refusal;

/**
 * Takes back a figure that was recorded by mistake. From today on the vintage before it speaks; as known on an earlier day it is
 * still there.
 */
@Singleton
public class WithdrawObservation {

    private final ObservationView view;
    private final IndicatorView indicators;
    private final FigureGate gate;
    private final WithdrawalStore store;
    private final CurrentActor actor;
    private final Clock clock;

    WithdrawObservation(
            ObservationView view,
            IndicatorView indicators,
            FigureGate gate,
            WithdrawalStore store,
            CurrentActor actor,
            Clock clock) {
        this.view = view;
        this.indicators = indicators;
        this.gate = gate;
        this.store = store;
        this.actor = actor;
        this.clock = clock;
    }

    /** @param approver whether who acts may take back what others recorded */
    public record Command(UUID observation, String reason, boolean approver) {}

    /**
     * @throws Refusal {@code unknown-observation}; {@code withdrawal-not-own} for somebody else's figure; {@code already-withdrawn};
     *     what {@link FigureGate#requireUnapproved} refuses
     */
    @Transactional
    public Withdrawal withdraw(Command command) {
        Observation figure = view.require(command.observation());
        if (!command.approver() && !figure.recordedBy().equals(actor.username())) {
            throw Refusal.forbidden("withdrawal-not-own", "recordedBy", figure.recordedBy());
        }
        gate.requireUnapproved(figure.point());
        // Publishing holds the indicators too: a figure is withdrawn before it is published, or known to be published.
        indicators.requireToChange(figure.indicator());
        store.find(figure.id()).ifPresent(earlier -> {
            throw withdrawn(earlier.withdrawnOn());
        });
        Withdrawal withdrawal =
                new Withdrawal(LocalDate.now(clock), command.reason(), clock.instant(), actor.username());
        try {
            store.add(figure.id(), withdrawal);
        } catch (DataAccessException failure) {
            throw Collision.caused(failure) ? withdrawn(withdrawal.withdrawnOn()) : failure;
        }
        return withdrawal;
    }

    /**
     * Takes back what a report said before it was corrected: who approves the correction did not record it. What was withdrawn
     * before stays so.
     */
    @Transactional
    public void withdrawCorrected(Map<UUID, String> reasons) {
        List<Observation> figures = reasons.keySet().stream()
                .map(view::require)
                .sorted(Comparator.comparing(Observation::indicator))
                .toList();
        // In the order in which others take indicators, so that of two nobody waits for ever.
        figures.forEach(figure -> indicators.requireToChange(figure.indicator()));
        for (Observation figure : figures) {
            if (store.find(figure.id()).isEmpty()) {
                String reason = Objects.requireNonNull(reasons.get(figure.id()));
                store.add(figure.id(), new Withdrawal(LocalDate.now(clock), reason, clock.instant(), actor.username()));
            }
        }
    }

    private static Refusal withdrawn(LocalDate on) {
        return Refusal.conflict("already-withdrawn", "withdrawnOn", on);
    }
}
