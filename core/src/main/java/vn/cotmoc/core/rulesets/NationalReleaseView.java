package vn.cotmoc.core.rulesets;

import static vn.cotmoc.core.tables.Tables.NATIONAL_RELEASE;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.tables.tables.records.NationalReleaseRecord;

/** What the nation released: every province reads it. */
@Singleton
public class NationalReleaseView {

    /** With which the ids of the nation's rule sets begin, and no others. */
    public static final String PREFIX = "national-";

    private final DSLContext sql;

    NationalReleaseView(DSLContext sql) {
        this.sql = sql;
    }

    public static boolean isNational(String ruleSet) {
        return ruleSet.startsWith(PREFIX);
    }

    /** They are few, so all come at once; what each was written as stays in the workspace. */
    @Transactional(readOnly = true)
    public Releases all() {
        return new Releases(sql.selectFrom(NATIONAL_RELEASE).fetch(NationalReleaseView::release));
    }

    @Transactional(readOnly = true)
    Map<UUID, String> seals() {
        return sql.select(NATIONAL_RELEASE.RELEASE_ID, NATIONAL_RELEASE.SEAL)
                .from(NATIONAL_RELEASE)
                .fetchMap(NATIONAL_RELEASE.RELEASE_ID, NATIONAL_RELEASE.SEAL);
    }

    /** The canonical JSON of one of its versions. */
    @Transactional(readOnly = true)
    Optional<String> model(String sha256) {
        return sql.select(NATIONAL_RELEASE.MODEL)
                .from(NATIONAL_RELEASE)
                .where(NATIONAL_RELEASE.SHA256.eq(sha256))
                .orderBy(NATIONAL_RELEASE.RELEASE_ID)
                .limit(1)
                .fetchOptional(NATIONAL_RELEASE.MODEL);
    }

    /** The test cases of one of its versions, a JSON array. */
    @Transactional(readOnly = true)
    public Optional<String> cases(String sha256) {
        return sql.select(NATIONAL_RELEASE.CASES)
                .from(NATIONAL_RELEASE)
                .where(NATIONAL_RELEASE.SHA256.eq(sha256))
                .and(NATIONAL_RELEASE.CASES.isNotNull())
                .fetchOptional(NATIONAL_RELEASE.CASES);
    }

    private static Release release(NationalReleaseRecord row) {
        @Nullable UUID writtenElsewhere = null;
        return new Release(
                row.getReleaseId(),
                row.getRuleSetId(),
                row.getNumber(),
                row.getSetVersion(),
                row.getSha256(),
                row.getValidFrom(),
                writtenElsewhere,
                row.getReason(),
                row.getRecordedAt().toInstant(),
                row.getRecordedBy());
    }
}
