package vn.cotmoc.core.observations;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.checks.Warning;

/** What stands beside figures: of what was warned when they were entered, and that they were withdrawn. */
@Singleton
public class RemarkView {

    private final WarningRows warnings;
    private final WithdrawalRows withdrawals;

    RemarkView(WarningRows warnings, WithdrawalRows withdrawals) {
        this.warnings = warnings;
        this.withdrawals = withdrawals;
    }

    /** @param withdrawal null while the figure counts */
    public record Remarks(List<Warning> warnings, @Nullable Withdrawal withdrawal) {}

    /** By figure, each of them. */
    @Transactional(readOnly = true)
    public Map<UUID, Remarks> of(Collection<UUID> observations) {
        Map<UUID, List<Warning>> warned = warnings.findByKeyObservationIdInList(observations).stream()
                .collect(groupingBy(row -> row.key().observationId(), mapping(WarningRow::toWarning, toList())));
        Map<UUID, Withdrawal> withdrawn = withdrawals.findByObservationIdInList(observations).stream()
                .collect(toMap(WithdrawalRow::observationId, WithdrawalRow::toWithdrawal));
        return observations.stream()
                .collect(toMap(
                        Function.identity(), id -> new Remarks(warned.getOrDefault(id, List.of()), withdrawn.get(id))));
    }
}
