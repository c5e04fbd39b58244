package vn.cotmoc.web.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.cotmoc.core.evidence.About;
import vn.cotmoc.core.evidence.Evidence;
import vn.cotmoc.core.evidence.FileType;

class EvidenceJsonTest {

    private static final Evidence KEPT = new Evidence(
            new UUID(0, 1),
            new About.Figure(new UUID(0, 2)),
            "báo cáo.pdf",
            FileType.PDF,
            8,
            "ab",
            Instant.EPOCH,
            "lc.chuyenvien");

    @Test
    void bytesThatAreKeptUnderAnotherNameSayHowTheyWereSent() {
        assertThat(EvidenceJson.sent(KEPT, "bản sao.pdf").sentAs()).isEqualTo("bản sao.pdf");
        assertThat(EvidenceJson.sent(KEPT, "bản sao.pdf").name()).isEqualTo("báo cáo.pdf");
        assertThat(EvidenceJson.sent(KEPT, "C:\\tệp\\báo cáo.pdf").sentAs()).isNull();
        assertThat(EvidenceJson.of(KEPT).sentAs()).isNull();
    }
}
