package vn.cotmoc.core.scoring;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TenantId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

@MappedEntity("scorecard")
record ScorecardRow(
        @TenantId @Nullable String tenantId,
        @Id UUID scorecardId,
        UUID planId,
        LocalDate asOf,
        String ruleSetId,
        String ruleSetVersion,
        String ruleSetSha256,
        String engineName,
        String engineVersion,
        Instant recordedAt,
        String recordedBy,
        String aims,
        @Nullable String cause,
        UUID wholeId,
        int step,
        @Nullable String thresholds,
        @Nullable Integer features,
        int exceeded,
        int met,
        int nearlyMet,
        int missed,
        int onTrack,
        int behind,
        int atRisk,
        int insufficientData,
        int sinceStep,
        int keptSince) {

    static ScorecardRow of(Run run) {
        return new ScorecardRow(
                null,
                run.id(),
                run.plan(),
                run.asOf(),
                run.ruleSet().id(),
                run.ruleSet().version(),
                run.ruleSet().sha256(),
                run.engine().name(),
                run.engine().version(),
                run.recordedAt(),
                run.recordedBy(),
                run.aims().code(),
                run.cause(),
                run.whole(),
                run.step(),
                text(run.thresholds()),
                run.features(),
                count(run, Rating.EXCEEDED),
                count(run, Rating.MET),
                count(run, Rating.NEARLY_MET),
                count(run, Rating.MISSED),
                count(run, Rating.ON_TRACK),
                count(run, Rating.BEHIND),
                count(run, Rating.AT_RISK),
                count(run, Rating.INSUFFICIENT_DATA),
                run.sinceStep(),
                run.keptSince());
    }

    private static int count(Run run, Rating rating) {
        return run.counts().getOrDefault(rating, 0);
    }

    private static @Nullable String text(@Nullable Set<UUID> identifiers) {
        return identifiers == null
                ? null
                : identifiers.stream().map(UUID::toString).collect(Collectors.joining(","));
    }
}
