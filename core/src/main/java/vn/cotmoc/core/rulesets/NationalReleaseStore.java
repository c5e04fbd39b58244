package vn.cotmoc.core.rulesets;

import static vn.cotmoc.core.tables.Tables.NATIONAL_RELEASE;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.scoring.RuleSet;

/** Lays down what the nation released where every province reads it. The database takes it from the nation's own workspace only. */
@Singleton
class NationalReleaseStore {

    private final DSLContext sql;

    NationalReleaseStore(DSLContext sql) {
        this.sql = sql;
    }

    /** @param cases a JSON array; null where an earlier version, which has its own, is released again */
    @Transactional
    void add(Release release, RuleSet ruleSet, @Nullable String cases, String seal) {
        sql.insertInto(NATIONAL_RELEASE)
                .set(NATIONAL_RELEASE.RELEASE_ID, release.id())
                .set(NATIONAL_RELEASE.RULE_SET_ID, release.ruleSet())
                .set(NATIONAL_RELEASE.NUMBER, release.number())
                .set(NATIONAL_RELEASE.SET_VERSION, release.setVersion())
                .set(NATIONAL_RELEASE.SHA256, release.sha256())
                .set(NATIONAL_RELEASE.MODEL, ruleSet.model())
                .set(NATIONAL_RELEASE.CASES, cases)
                .set(NATIONAL_RELEASE.VALID_FROM, release.validFrom())
                .set(NATIONAL_RELEASE.REASON, release.reason())
                .set(NATIONAL_RELEASE.SEAL, seal)
                .set(NATIONAL_RELEASE.RECORDED_AT, release.recordedAt().atOffset(ZoneOffset.UTC))
                .set(NATIONAL_RELEASE.RECORDED_BY, release.recordedBy())
                .execute();
    }
}
