package vn.cotmoc.core.targets;

import static vn.cotmoc.core.tables.Tables.TARGET;
import static vn.cotmoc.core.tables.Tables.TARGET_REVISION;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.instruments.Instrument;
import vn.cotmoc.core.instruments.InstrumentView;
import vn.cotmoc.core.measure.Amount;
import vn.cotmoc.core.measure.Coded;
import vn.cotmoc.core.periods.Period;
import vn.cotmoc.core.refusals.Refusal;

/** A target with all that was ever decided about it. */
@Singleton
public class TargetView {

    private final TargetStore store;
    private final InstrumentView instruments;

    TargetView(TargetStore store, InstrumentView instruments) {
        this.store = store;
        this.instruments = instruments;
    }

    /**
     * @param named the entities that it names
     * @param revisions oldest first; there is always one
     * @param instruments those that the revisions and the withdrawal point to
     */
    public record Line(Target target, List<Named> named, List<Revision> revisions, Map<UUID, Instrument> instruments) {}

    /** @throws Refusal {@code unknown-target} */
    @Transactional(readOnly = true)
    public Line require(UUID id) {
        Target target = store.require(id);
        List<Revision> revisions = store.revisions(id);
        Withdrawn withdrawn = target.withdrawn();
        List<UUID> deciding = Stream.concat(
                        revisions.stream().map(Revision::instrument),
                        Stream.ofNullable(withdrawn).map(Withdrawn::instrument))
                .filter(Objects::nonNull)
                .toList();
        return new Line(target, store.named(id), revisions, instruments.of(deciding));
    }

    /** Of a row that has the columns of its table. */
    public static Target target(Record row) {
        return new Target(
                row.get(TARGET.TARGET_ID),
                row.get(TARGET.PLAN_ID),
                row.get(TARGET.INDICATOR_CODE),
                row.get(TARGET.AREA_ID),
                row.get(TARGET.SUBGROUP),
                Coded.read(Authority.class, row.get(TARGET.AUTHORITY)),
                Period.parse(row.get(TARGET.PERIOD)),
                Coded.read(Basis.class, row.get(TARGET.BASIS)),
                row.get(TARGET.PARENT_ID),
                row.get(TARGET.UNIT_ID),
                Coded.read(Strictness.class, row.get(TARGET.STRICTNESS)),
                row.get(TARGET.FOCUS),
                row.get(TARGET.WEIGHT),
                row.get(TARGET.COUNTS_FROM),
                withdrawn(row));
    }

    private static @Nullable Withdrawn withdrawn(Record row) {
        OffsetDateTime at = row.get(TARGET.WITHDRAWN_AT);
        return at == null
                ? null
                : new Withdrawn(
                        row.get(TARGET.WITHDRAWN_ON),
                        row.get(TARGET.WITHDRAWN_REASON),
                        row.get(TARGET.WITHDRAWN_INSTRUMENT_ID),
                        at.toInstant(),
                        row.get(TARGET.WITHDRAWN_BY));
    }

    /** Of a row that has the columns of its table. */
    public static Revision revision(Record row) {
        return new Revision(
                row.get(TARGET_REVISION.REVISION),
                new Aim(
                        Coded.read(Comparator.class, row.get(TARGET_REVISION.COMPARATOR)),
                        amount(row.get(TARGET_REVISION.AMOUNT)),
                        amount(row.get(TARGET_REVISION.AMOUNT_HIGH)),
                        row.get(TARGET_REVISION.DUE),
                        baseline(row)),
                row.get(TARGET_REVISION.WORDING),
                row.get(TARGET_REVISION.SOURCE),
                row.get(TARGET_REVISION.REASON),
                row.get(TARGET_REVISION.DECIDED_ON),
                row.get(TARGET_REVISION.INSTRUMENT_ID),
                row.get(TARGET_REVISION.RECORDED_AT).toInstant(),
                row.get(TARGET_REVISION.RECORDED_BY));
    }

    private static Aim.@Nullable Baseline baseline(Record row) {
        Amount amount = amount(row.get(TARGET_REVISION.BASELINE_AMOUNT));
        String period = row.get(TARGET_REVISION.BASELINE_PERIOD);
        return amount == null || period == null ? null : new Aim.Baseline(amount, Period.parse(period));
    }

    private static @Nullable Amount amount(@Nullable BigDecimal value) {
        return value == null ? null : new Amount(value);
    }
}
