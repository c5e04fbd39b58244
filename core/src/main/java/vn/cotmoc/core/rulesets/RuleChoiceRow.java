package vn.cotmoc.core.rulesets;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TenantId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@MappedEntity("rule_choice")
record RuleChoiceRow(
        @TenantId @Nullable String tenantId,
        @Id UUID choiceId,
        @Nullable UUID planId,
        int version,
        String sha256,
        @Nullable String followedId,
        LocalDate validFrom,
        String reason,
        Instant recordedAt,
        String recordedBy) {

    static RuleChoiceRow of(RuleChoice choice) {
        return new RuleChoiceRow(
                null,
                choice.id(),
                choice.plan(),
                choice.version(),
                choice.sha256(),
                choice.follows(),
                choice.validFrom(),
                choice.reason(),
                choice.recordedAt(),
                choice.recordedBy());
    }

    RuleChoice toChoice() {
        return new RuleChoice(choiceId, planId, version, sha256, followedId, validFrom, reason, recordedAt, recordedBy);
    }
}
