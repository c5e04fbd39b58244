package vn.cotmoc.core.authoring;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version of a rule set that is being written.
 *
 * @param ruleSet the id of the set, lower-case and hyphenated
 * @param setVersion 1, 2, …: which version it is to become
 * @param basedOn the hash of the set that it began as
 * @param revision number of its newest text
 * @param version 1, 2, … of its text or status, whichever changed
 */
public record Draft(
        UUID id,
        String ruleSet,
        String setVersion,
        String basedOn,
        DraftStatus status,
        int revision,
        int version,
        Instant recordedAt,
        String recordedBy) {

    /**
     * What somebody saved.
     *
     * @param number 1, 2, …
     * @param model JSON, perhaps unfinished
     */
    public record Revision(int number, String model, List<TestCase> cases, Instant recordedAt, String recordedBy) {

        public Revision {
            cases = List.copyOf(cases);
        }
    }

    /**
     * What became of it.
     *
     * @param number 1, 2, …
     * @param revision of which text
     */
    public record Step(
            int number,
            DraftStatus status,
            int revision,
            @Nullable String comment,
            Instant recordedAt,
            String recordedBy) {}

    Draft at(DraftStatus other) {
        return new Draft(id, ruleSet, setVersion, basedOn, other, revision, version + 1, recordedAt, recordedBy);
    }

    Draft withText() {
        return new Draft(id, ruleSet, setVersion, basedOn, status, revision + 1, version + 1, recordedAt, recordedBy);
    }
}
