package vn.cotmoc.web.evidence;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.cotmoc.core.evidence.Evidence;
import vn.cotmoc.core.evidence.FileName;
import vn.cotmoc.web.wire.Listing;

/**
 * A file that proves a figure or a paper.
 *
 * @param type what is in it: pdf, png, jpeg, docx, xlsx or text
 * @param sha256 of its bytes, lower-case hexadecimal
 * @param sentAs how the file was called that was sent now, where the same bytes are kept under another name; else null
 */
@Serdeable
@Schema(name = "Evidence")
record EvidenceJson(
        UUID id,
        String name,
        String type,
        long bytes,
        String sha256,
        Instant recordedAt,
        String recordedBy,
        @Nullable String sentAs) {

    static EvidenceJson of(Evidence evidence) {
        return of(evidence, null);
    }

    /** @param sent the name as it was sent */
    static EvidenceJson sent(Evidence evidence, String sent) {
        String name = FileName.of(sent, evidence.type());
        return of(evidence, name.equals(evidence.name()) ? null : name);
    }

    private static EvidenceJson of(Evidence evidence, @Nullable String sentAs) {
        return new EvidenceJson(
                evidence.id(),
                evidence.name(),
                evidence.type().code(),
                evidence.bytes(),
                evidence.sha256(),
                evidence.recordedAt(),
                evidence.recordedBy(),
                sentAs);
    }

    /** In the order in which they were attached. */
    @Serdeable
    @Schema(name = "EvidenceList")
    record ListJson(List<EvidenceJson> items) implements Listing<EvidenceJson> {

        @Override
        public List<EvidenceJson> rows() {
            return items;
        }

        static ListJson of(List<Evidence> found) {
            return new ListJson(found.stream().map(EvidenceJson::of).toList());
        }
    }
}
