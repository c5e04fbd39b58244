package vn.cotmoc.web.evidence;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.cotmoc.core.evidence.Evidence;
import vn.cotmoc.web.wire.Listing;

/**
 * A file that proves a figure or a paper.
 *
 * @param type what is in it: pdf, png, jpeg, docx, xlsx or text
 * @param sha256 of its bytes, lower-case hexadecimal
 */
@Serdeable
@Schema(name = "Evidence")
record EvidenceJson(
        UUID id, String name, String type, long bytes, String sha256, Instant recordedAt, String recordedBy) {

    static EvidenceJson of(Evidence evidence) {
        return new EvidenceJson(
                evidence.id(),
                evidence.name(),
                evidence.type().code(),
                evidence.bytes(),
                evidence.sha256(),
                evidence.recordedAt(),
                evidence.recordedBy());
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
