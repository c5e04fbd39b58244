package vn.cotmoc.core.observations;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;
import static org.jooq.impl.DSL.any;
import static vn.cotmoc.core.tables.Tables.SUBMISSION_ENTRY;
import static vn.cotmoc.core.tables.Tables.SUBMISSION_FIGURE;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.checks.Warning;
import vn.cotmoc.core.tenancy.OwnedRows;

/** What stands beside figures: of what was warned when they were entered, that they were withdrawn, and who reported them. */
@Singleton
public class RemarkView {

    private final WarningRows warnings;
    private final WithdrawalRows withdrawals;
    private final DSLContext sql;
    private final OwnedRows rows;

    RemarkView(WarningRows warnings, WithdrawalRows withdrawals, DSLContext sql, OwnedRows rows) {
        this.warnings = warnings;
        this.withdrawals = withdrawals;
        this.sql = sql;
        this.rows = rows;
    }

    /**
     * @param withdrawal null while the figure counts
     * @param reportedBy who wrote it into the report that it came by; null where it came by none
     */
    public record Remarks(
            List<Warning> warnings,
            @Nullable Withdrawal withdrawal,
            @Nullable String reportedBy) {}

    /** By figure, each of them. */
    @Transactional(readOnly = true)
    public Map<UUID, Remarks> of(Collection<UUID> observations) {
        Map<UUID, List<Warning>> warned = warnings.findByKeyObservationIdInList(observations).stream()
                .collect(groupingBy(row -> row.key().observationId(), mapping(WarningRow::toWarning, toList())));
        Map<UUID, Withdrawal> withdrawn = withdrawals.findByObservationIdInList(observations).stream()
                .collect(toMap(WithdrawalRow::observationId, WithdrawalRow::toWithdrawal));
        Map<UUID, String> reporters = reporters(observations);
        return observations.stream()
                .collect(toMap(
                        Function.identity(),
                        id -> new Remarks(warned.getOrDefault(id, List.of()), withdrawn.get(id), reporters.get(id))));
    }

    private Map<UUID, String> reporters(Collection<UUID> observations) {
        return sql.select(SUBMISSION_FIGURE.OBSERVATION_ID, SUBMISSION_ENTRY.RECORDED_BY)
                .from(SUBMISSION_FIGURE)
                .join(SUBMISSION_ENTRY)
                .on(
                        rows.ownedByCurrentTenant(SUBMISSION_ENTRY),
                        SUBMISSION_ENTRY.TENANT_ID.eq(SUBMISSION_FIGURE.TENANT_ID),
                        SUBMISSION_ENTRY.SUBMISSION_ID.eq(SUBMISSION_FIGURE.SUBMISSION_ID),
                        SUBMISSION_ENTRY.CELL.eq(SUBMISSION_FIGURE.CELL),
                        SUBMISSION_ENTRY.ENTRY.eq(SUBMISSION_FIGURE.ENTRY))
                .where(rows.ownedByCurrentTenant(SUBMISSION_FIGURE))
                .and(SUBMISSION_FIGURE.OBSERVATION_ID.eq(any(observations.toArray(UUID[]::new))))
                .fetchMap(SUBMISSION_FIGURE.OBSERVATION_ID, SUBMISSION_ENTRY.RECORDED_BY);
    }
}
