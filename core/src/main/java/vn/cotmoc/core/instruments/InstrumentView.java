package vn.cotmoc.core.instruments;

import static org.jooq.impl.DSL.noCondition;
import static vn.cotmoc.core.tables.Tables.INSTRUMENT;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.measure.Coded;
import vn.cotmoc.core.refusals.Refusal;
import vn.cotmoc.core.tables.tables.records.InstrumentRecord;
import vn.cotmoc.core.tenancy.OwnedRows;

/** The province's instruments. */
@Singleton
public class InstrumentView {

    private final DSLContext sql;
    private final OwnedRows rows;

    InstrumentView(DSLContext sql, OwnedRows rows) {
        this.sql = sql;
        this.rows = rows;
    }

    /** In the order they were entered. */
    @Transactional(readOnly = true)
    public List<Instrument> list(@Nullable UUID after, int limit) {
        return sql.selectFrom(INSTRUMENT)
                .where(rows.ownedByCurrentTenant(INSTRUMENT))
                .and(after == null ? noCondition() : INSTRUMENT.INSTRUMENT_ID.gt(after))
                .orderBy(INSTRUMENT.INSTRUMENT_ID)
                .limit(limit)
                .fetch(InstrumentView::instrument);
    }

    /** @throws Refusal {@code unknown-instrument} */
    @Transactional(readOnly = true)
    public Instrument require(UUID id) {
        Instrument found = of(List.of(id)).get(id);
        if (found == null) {
            throw Refusal.unknown("unknown-instrument", "instrument", id);
        }
        return found;
    }

    /** By identifier; what the province does not have is not there. */
    @Transactional(readOnly = true)
    public Map<UUID, Instrument> of(Collection<UUID> ids) {
        return sql.selectFrom(INSTRUMENT)
                .where(rows.ownedByCurrentTenant(INSTRUMENT))
                .and(INSTRUMENT.INSTRUMENT_ID.in(ids))
                .fetchMap(InstrumentRecord::getInstrumentId, InstrumentView::instrument);
    }

    private static Instrument instrument(InstrumentRecord row) {
        return new Instrument(
                row.getInstrumentId(),
                Coded.read(InstrumentKind.class, row.getKind()),
                row.getNumber(),
                row.getIssuedOn(),
                row.getIssuer(),
                row.getTitle(),
                row.getLink(),
                row.getVersion());
    }
}
