package vn.cotmoc.core.indicators;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.actors.CurrentActor;
import vn.cotmoc.core.audit.Trail;
import vn.cotmoc.core.refusals.Refusal;

/** The current province's indicators. */
@Singleton
public class IndicatorStore {

    private final IndicatorRows rows;
    private final IndicatorView view;
    private final Trail trail;
    private final CurrentActor actor;
    private final Clock clock;

    IndicatorStore(IndicatorRows rows, IndicatorView view, Trail trail, CurrentActor actor, Clock clock) {
        this.rows = rows;
        this.view = view;
        this.trail = trail;
        this.actor = actor;
        this.clock = clock;
    }

    @Transactional
    public Optional<Indicator> find(String code) {
        return rows.findByCode(code).map(IndicatorRow::toIndicator);
    }

    /** @throws Refusal {@code unknown-indicator}, at the given place, if the province has none of this code */
    @Transactional
    public Indicator require(String code, String at) {
        return find(code).orElseThrow(() -> Refusal.invalid("unknown-indicator", at, "indicator", code));
    }

    /**
     * One that may get new figures and targets. What it measures stays as it is until this transaction ends.
     *
     * @throws Refusal as {@link #inUse}
     */
    @Transactional
    public Indicator requireInUse(String code, String at) {
        return inUse(toMeasure(Set.of(code)).get(code), code, at);
    }

    /** Those of the codes that the province has. What they measure stays as it is until this transaction ends. */
    @Transactional
    public Map<String, Indicator> toMeasure(Collection<String> codes) {
        return view.toMeasure(codes);
    }

    /**
     * @param found null if the province has none of this code
     * @throws Refusal {@code unknown-indicator}, {@code indicator-retired}, at the given place
     */
    public static Indicator inUse(@Nullable Indicator found, String code, String at) {
        if (found == null) {
            throw Refusal.invalid("unknown-indicator", at, "indicator", code);
        }
        if (found.retired()) {
            throw Refusal.invalid("indicator-retired", at, "indicator", code);
        }
        return found;
    }

    void holdDictionary() {
        view.holdDictionary();
    }

    List<Indicator> calculated() {
        return view.calculated();
    }

    List<Indicator> leaningOn(String code) {
        return view.leaningOn(code);
    }

    void add(Indicator indicator) {
        IndicatorRow row = IndicatorRow.of(indicator, clock.instant(), actor.username());
        rows.save(row);
        trail.added(indicator.code(), row);
    }

    void change(Indicator was, Indicator becomes) {
        IndicatorRow stored = rows.findByCode(was.code()).orElseThrow();
        IndicatorRow row =
                IndicatorRow.of(becomes, clock.instant(), actor.username()).of(stored.tenantId());
        rows.update(row);
        trail.changed(was.code(), stored, row);
    }
}
